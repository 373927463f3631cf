import { type Priority, priorityDraft, priorityIcon } from '@regie/contract/catalog'
import { useWords } from '../../lib/language.tsx'
import { ColourField } from '../../ui/colour-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { useCreatePriority, usePriorities, useUpdatePriority } from '../api.ts'
import { priorityIcons } from '../priority-icons.ts'
import { catalogWords } from '../words.ts'
import { PriorityPreview } from './priority-preview.tsx'

const FORM = 'priority'

export const PriorityDialog = ({
  priority,
  onClose,
}: {
  priority?: Priority
  onClose: () => void
}) => {
  const words = useWords(catalogWords)
  const create = useCreatePriority()
  const update = useUpdatePriority()
  const form = useForm(
    priorityDraft,
    priority ?? { name: '', rank: 1, colour: '#2f6fde', icon: 'flag' },
  )
  const [colour, icon, name] = form.watch(['colour', 'icon', 'name'])
  const { data } = usePriorities(false)
  const others = (data ?? []).filter(({ id }) => id !== priority?.id)
  const save = useSaving(form, priority, {
    create: (draft) => create.actAsync({ body: draft }),
    update: ({ id }, body) => update.actAsync({ params: { priorityId: id }, body }),
    onSaved: onClose,
  })
  return (
    <Dialog
      title={priority ? words.editPriority : words.newPriority}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} autoFocus {...bind} />}
        </FormField>
        <FormField form={form} name="rank">
          {(bind) => (
            <NumberField
              label={words.rank}
              description={words.rankHelp}
              min={1}
              max={99}
              {...bind}
            />
          )}
        </FormField>
        <FormField form={form} name="colour">
          {(bind) => <ColourField label={words.colour} {...bind} />}
        </FormField>
        <FormField form={form} name="icon">
          {(bind) => (
            <Select
              label={words.icon}
              options={priorityIcon.options.map((id) => ({
                id,
                label: words.icons[id],
                icon: priorityIcons[id],
              }))}
              {...bind}
            />
          )}
        </FormField>
        <PriorityPreview colour={colour} icon={icon ?? 'flag'} name={name} others={others} />
      </Form>
    </Dialog>
  )
}
