import { PositionsField, ProductsField } from '../../catalog/index.ts'
import { NeedsCard } from '../../equipment/index.ts'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { faultAt } from '../../ui/fault-at.ts'
import { Form, FormField } from '../../ui/form.tsx'
import { InstantField } from '../../ui/instant-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CertificationKindsField, SkillsField } from '../../workforce/index.ts'
import type { WorkOrderFormOf, WorkOrderOutput } from '../use-work-order-form.ts'
import { workOrderWords } from '../words.ts'
import { DependenciesField } from './dependencies-field.tsx'
import { WhatFields } from './what-fields.tsx'
import { WindowsField } from './windows-field.tsx'

type Props = {
  readonly id: string
  readonly form: WorkOrderFormOf
  /** Null for a new one. */
  readonly workOrderId: string | null
  readonly onSubmit: (draft: WorkOrderOutput) => Promise<unknown>
}

/** Everything that is asked for, in the order in which one tells it: what, when, by whom, with what. */
export const WorkOrderForm = ({ id, form, workOrderId, onSubmit }: Props) => {
  const words = useWords(workOrderWords)
  const { errors } = form.formState
  return (
    <Form form={form} id={id} onSubmit={onSubmit}>
      <Card>
        <WhatFields form={form} />
      </Card>
      <Card title={words.when} description={words.whenHelp}>
        <WhenFields form={form} />
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
      <Card title={words.dependencies} description={words.dependenciesHelp}>
        <FormField form={form} name="dependencies">
          {(bind) => (
            <DependenciesField
              self={workOrderId}
              value={bind.value}
              onChange={bind.onChange}
              errorAt={(index) => faultAt(errors, 'dependencies', index)}
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
      <Card title={words.contact}>
        <ContactFields form={form} />
      </Card>
    </Form>
  )
}

const WhenFields = ({ form }: { form: WorkOrderFormOf }) => {
  const words = useWords(workOrderWords)
  return (
    <div className="flex flex-col gap-4">
      <FormField form={form} name="windows">
        {(bind) => (
          <WindowsField
            value={bind.value}
            onChange={bind.onChange}
            onBlur={bind.onBlur}
            errorAt={(index) => faultAt(form.formState.errors, 'windows', index)}
          />
        )}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="earliestAt">
          {(bind) => <InstantField label={words.earliest} usualTime="08:00" isOptional {...bind} />}
        </FormField>
        <FormField form={form} name="dueAt">
          {(bind) => <InstantField label={words.due} usualTime="18:00" isOptional {...bind} />}
        </FormField>
      </div>
    </div>
  )
}

const ContactFields = ({ form }: { form: WorkOrderFormOf }) => {
  const words = useWords(workOrderWords)
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <FormField form={form} name="contact.name">
        {(bind) => <TextField label={words.contactName} isOptional {...bind} />}
      </FormField>
      <FormField form={form} name="contact.phone">
        {(bind) => <TextField label={words.phone} type="tel" isOptional {...bind} />}
      </FormField>
      <FormField form={form} name="contact.email">
        {(bind) => <TextField label={words.email} type="email" isOptional {...bind} />}
      </FormField>
      <FormField form={form} name="notes">
        {(bind) => (
          <TextField label={words.notes} className="sm:col-span-3" rows={3} isOptional {...bind} />
        )}
      </FormField>
      <FormField form={form} name="externalId">
        {(bind) => (
          <TextField
            label={words.externalId}
            isOptional
            {...bind}
            onChange={(text) => bind.onChange(text || null)}
          />
        )}
      </FormField>
    </div>
  )
}
