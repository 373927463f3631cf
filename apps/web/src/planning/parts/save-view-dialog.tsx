import { text } from '@regie/contract/kernel'
import { z } from 'zod'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useChooseDefaultView, useCreateView } from '../api-views.ts'
import { useBoard } from '../board-context.tsx'
import { keptOf } from '../board-view.ts'
import { useViewDeeds } from '../use-view-deeds.ts'
import { viewWords } from '../view-words.ts'

const FORM = 'save-view'
const draft = z.object({ name: text(80), shared: z.boolean(), asDefault: z.boolean() })

/** Keeps what is shown now under a name. */
export const SaveViewDialog = ({ onClose }: { onClose: () => void }) => {
  const { kept } = useWords(viewWords)
  const { view, setView, mayPlan } = useBoard()
  const create = useCreateView()
  const choose = useChooseDefaultView()
  const { saved } = useViewDeeds()
  const form = useForm(draft, { name: '', shared: false, asDefault: false })
  const save = async ({ name, shared, asDefault }: z.infer<typeof draft>) => {
    const made = await create.actAsync({ body: { name, shared, board: keptOf(view) } })
    if (asDefault) await choose.actAsync({ body: { viewId: made.id } })
    setView({ kept: made.id })
    saved(name)
    onClose()
  }
  return (
    <Dialog
      title={kept.saveTitle}
      isOpen
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button onPress={onClose}>{kept.cancel}</Button>
          <Button type="submit" form={FORM} tone="primary" isPending={form.formState.isSubmitting}>
            {kept.confirm}
          </Button>
        </>
      }
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <p className="text-ink-2">{kept.saveHelp}</p>
        <FormField form={form} name="name">
          {(bind) => <TextField label={kept.name} autoFocus maxLength={80} {...bind} />}
        </FormField>
        {mayPlan && (
          <FormField form={form} name="shared">
            {({ value, onChange }) => (
              <Checkbox
                label={kept.share}
                description={kept.shareHelp}
                value={value}
                onChange={onChange}
              />
            )}
          </FormField>
        )}
        <FormField form={form} name="asDefault">
          {({ value, onChange }) => (
            <Checkbox label={kept.asDefault} value={value} onChange={onChange} />
          )}
        </FormField>
      </Form>
    </Dialog>
  )
}
