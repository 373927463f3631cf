import { type CatalogPart, type CatalogPartDraft, catalogPartDraft } from '@regie/contract/parts'
import { useRef } from 'react'
import { useWords } from '../../lib/language.tsx'
import { orShowCurrent } from '../../lib/or-show-current.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useCreatePart, useUpdatePart } from '../api.ts'
import { partWords } from '../part-words.ts'

const FORM = 'part'
const EUROS = { style: 'currency', currency: 'EUR' } as const

export const PartDialog = ({ part, onClose }: { part?: CatalogPart; onClose: () => void }) => {
  const words = useWords(partWords)
  const create = useCreatePart()
  const update = useUpdatePart()
  const version = useRef(part?.version ?? 0)
  const form = useForm(
    catalogPartDraft,
    part ?? { name: '', reference: '', unit: '', priceCents: null },
  )
  const save = async (draft: CatalogPartDraft) => {
    const saving = part
      ? update.actAsync({
          params: { partId: part.id },
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
      title={part ? words.editPart : words.newPart}
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
