import { type Priority, priorityDraft, priorityIcon } from '@regie/contract/catalog'
import { useRef } from 'react'
import { useWords } from '../../lib/language.tsx'
import { orShowCurrent } from '../../lib/or-show-current.ts'
import { Button } from '../../ui/button.tsx'
import { ColourField } from '../../ui/colour-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
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
  const version = useRef(priority?.version ?? 0)
  const form = useForm(
    priorityDraft,
    priority ?? { name: '', rank: 1, colour: '#2f6fde', icon: 'flag' },
  )
  const [colour, icon, name] = form.watch(['colour', 'icon', 'name'])
  const { data } = usePriorities(false)
  const others = (data ?? []).filter(({ id }) => id !== priority?.id)
  const save = async (draft: Parameters<typeof create.actAsync>[0]['body']) => {
    const saving = priority
      ? update.actAsync({
          params: { priorityId: priority.id },
          body: { ...draft, version: version.current },
        })
      : create.actAsync({ body: draft })
    await orShowCurrent(saving, (current) => {
      version.current = current.version
      form.reset(current)
    })
    onClose()
  }
  return (
    <Dialog
      title={priority ? words.editPriority : words.newPriority}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button type="submit" form={FORM} tone="primary" isPending={form.formState.isSubmitting}>
            {words.save}
          </Button>
        </>
      }
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
