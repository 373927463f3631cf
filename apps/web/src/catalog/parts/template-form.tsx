import { category, type Template, templateDraft } from '@regie/contract/catalog'
import type { z } from 'zod'
import { NeedsCard } from '../../equipment/index.ts'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { faultAt } from '../../ui/fault-at.ts'
import { Form, FormField, type FormOf, useForm } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CertificationKindsField, SkillsField } from '../../workforce/index.ts'
import { FormsField } from '../forms/forms-field.tsx'
import { formWords } from '../forms/words.ts'
import { catalogWords, categoryWords } from '../words.ts'
import { PositionsField } from './positions-field.tsx'
import { PriorityField } from './priority-field.tsx'
import { ProductsField } from './products-field.tsx'

type TemplateFormOf = FormOf<z.input<typeof templateDraft>, z.output<typeof templateDraft>>

export const useTemplateForm = (template?: Template): TemplateFormOf =>
  useForm(
    templateDraft,
    template ?? {
      name: '',
      category: 'recurrent',
      skills: [],
      positions: [],
      requiredProducts: [],
      equipment: [],
      formIds: [],
    },
  )

type Props = {
  readonly id: string
  readonly form: TemplateFormOf
  readonly onSubmit: (draft: z.output<typeof templateDraft>) => Promise<unknown>
}

export const TemplateForm = ({ id, form, onSubmit }: Props) => {
  const words = useWords(catalogWords)
  const forms = useWords(formWords)
  const { errors } = form.formState
  return (
    <Form form={form} id={id} onSubmit={onSubmit}>
      <Card title={words.general}>
        <GeneralFields form={form} />
      </Card>
      <Card title={words.requirements}>
        <div className="flex flex-col gap-4">
          <FormField form={form} name="skills">
            {(bind) => <SkillsField label={words.requiredSkills} {...bind} />}
          </FormField>
          <FormField form={form} name="certificationKindIds">
            {(bind) => <CertificationKindsField label={words.requiredKinds} {...bind} />}
          </FormField>
        </div>
      </Card>
      <Card title={forms.forms} description={forms.noFormsText}>
        <FormField form={form} name="formIds">
          {(bind) => <FormsField label={forms.forms} {...bind} value={bind.value ?? []} />}
        </FormField>
      </Card>
      <Card title={words.positions} description={words.positionsHelp}>
        <FormField form={form} name="positions">
          {(bind) => (
            <PositionsField
              value={bind.value}
              onChange={bind.onChange}
              onBlur={bind.onBlur}
              errorAt={(index, field) => faultAt(errors, 'positions', index, field)}
            />
          )}
        </FormField>
      </Card>
      <FormField form={form} name="equipment">
        {(bind) => (
          <NeedsCard
            value={bind.value}
            onChange={bind.onChange}
            onBlur={bind.onBlur}
            errorAt={(index, field) => faultAt(errors, 'equipment', index, field)}
          />
        )}
      </FormField>
      <Card title={words.products}>
        <FormField form={form} name="requiredProducts">
          {(bind) => (
            <ProductsField
              value={bind.value}
              onChange={bind.onChange}
              onBlur={bind.onBlur}
              errorAt={(index, field) => faultAt(errors, 'requiredProducts', index, field)}
            />
          )}
        </FormField>
      </Card>
    </Form>
  )
}

const GeneralFields = ({ form }: { form: TemplateFormOf }) => {
  const words = useWords(catalogWords)
  const categories = useWords(categoryWords)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField form={form} name="name">
        {(bind) => <TextField label={words.name} autoFocus className="sm:col-span-2" {...bind} />}
      </FormField>
      <FormField form={form} name="category">
        {(bind) => (
          <Select
            label={words.category}
            options={category.options.map((one) => ({ id: one, label: categories[one] }))}
            {...bind}
          />
        )}
      </FormField>
      <FormField form={form} name="nature">
        {(bind) => (
          <TextField label={words.nature} placeholder={words.natureHelp} isOptional {...bind} />
        )}
      </FormField>
      <FormField form={form} name="durationMinutes">
        {(bind) => <DurationField label={words.duration} {...bind} />}
      </FormField>
      <FormField form={form} name="priorityId">
        {(bind) => <PriorityField label={words.priority} isOptional {...bind} />}
      </FormField>
      <FormField form={form} name="instructions">
        {(bind) => (
          <TextField
            label={words.instructions}
            description={words.instructionsHelp}
            className="sm:col-span-2"
            rows={5}
            isOptional
            {...bind}
          />
        )}
      </FormField>
    </div>
  )
}
