import { type CatalogPart, catalogPartDraft } from '@regie/contract/parts'
import { useWords } from '../../lib/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { useCreatePart, useUpdatePart } from '../api.ts'
import { partWords } from '../part-words.ts'

const FORM = 'part'
const EUROS = { style: 'currency', currency: 'EUR' } as const

export const PartDialog = ({ part, onClose }: { part?: CatalogPart; onClose: () => void }) => {
  const words = useWords(partWords)
  const create = useCreatePart()
  const update = useUpdatePart()
  const form = useForm(
    catalogPartDraft,
    part ?? { name: '', reference: '', unit: '', priceCents: null },
  )
  const save = useSaving(form, part, {
    create: (draft) => create.actAsync({ body: draft }),
    update: ({ id }, body) => update.actAsync({ params: { partId: id }, body }),
    onSaved: onClose,
  })
  return (
    <Dialog
      title={part ? words.editPart : words.newPart}
      isOpen
      onClose={onClose}
      actions={<FormActions form={form} id={FORM} onClose={onClose} />}
    >
      <Form form={form} id={FORM} onSubmit={save}>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} autoFocus {...bind} />}
        </FormField>
        <FormField form={form} name="reference">
          {(bind) => <TextField label={words.reference} isOptional {...bind} />}
        </FormField>
        <FormField form={form} name="unit">
          {(bind) => (
            <TextField label={words.unit} description={words.unitHelp} isOptional {...bind} />
          )}
        </FormField>
        <FormField form={form} name="priceCents">
          {({ value, onChange, ...bind }) => (
            <NumberField
              label={words.price}
              description={words.priceHelp}
              isOptional
              min={0}
              format={EUROS}
              value={value === null || value === undefined ? null : value / 100}
              onChange={(euros) => onChange(euros === null ? null : Math.round(euros * 100))}
              {...bind}
            />
          )}
        </FormField>
      </Form>
    </Dialog>
  )
}
