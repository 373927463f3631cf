import { ordinaryWeek, type Technician, technicianAsked } from '@regie/contract/workforce'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { useWords } from '../../lib/language.tsx'
import { AddressFields } from '../../ui/address-fields.tsx'
import { Card } from '../../ui/card.tsx'
import { ColourField } from '../../ui/colour-field.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { faultAt } from '../../ui/fault-at.ts'
import { Form, FormField, type FormOf, useForm } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PositionField } from '../../ui/position-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { workforceWords } from '../words.ts'
import { CertificationsField } from './certifications-field.tsx'
import { SkillsField } from './skills-field.tsx'
import { WeekField } from './week-field.tsx'

type Draft = z.input<typeof technicianAsked>
type TechnicianFormOf = FormOf<Draft, z.output<typeof technicianAsked>>

export const useTechnicianForm = (technician?: Technician): TechnicianFormOf =>
  useForm(technicianAsked, technician ?? emptyTechnician)

const emptyTechnician = {
  name: '',
  kind: 'employee',
  homeAddress: {},
  homePosition: null,
  maxDaySeconds: 36_000,
  skills: [],
  certifications: [],
  weeklyShifts: [...ordinaryWeek],
} satisfies Draft

const kinds = ['employee', 'freelance', 'subcontractor'] as const

type Props = {
  readonly id: string
  readonly form: TechnicianFormOf
  readonly onSubmit: (draft: z.output<typeof technicianAsked>) => Promise<unknown>
  readonly children?: ReactNode
}

/** Everything about one technician, in the order in which planning asks for it. */
export const TechnicianForm = ({ id, form, onSubmit, children }: Props) => {
  const words = useWords(workforceWords)
  const { errors } = form.formState
  return (
    <Form form={form} id={id} onSubmit={onSubmit}>
      <Card title={words.identity}>
        <IdentityFields form={form} />
      </Card>
      <Card title={words.skills}>
        <FormField form={form} name="skills">
          {(bind) => <SkillsField label={words.skills} isLabelHidden {...bind} />}
        </FormField>
      </Card>
      <Card title={words.certifications}>
        <FormField form={form} name="certifications">
          {(bind) => (
            <CertificationsField
              value={bind.value}
              onChange={bind.onChange}
              onBlur={bind.onBlur}
              errorAt={(index, field) => faultAt(errors, 'certifications', index, field)}
            />
          )}
        </FormField>
      </Card>
      <Card title={words.week} description={words.weekHelp}>
        <FormField form={form} name="weeklyShifts">
          {(bind) => (
            <WeekField
              value={bind.value}
              onChange={bind.onChange}
              onBlur={bind.onBlur}
              errorAt={(index) => faultAt(errors, 'weeklyShifts', index)}
            />
          )}
        </FormField>
      </Card>
      <Card title={words.home}>
        <div className="flex flex-col gap-4">
          <FormField form={form} name="homeAddress">
            {(bind) => <AddressFields {...bind} />}
          </FormField>
          <FormField form={form} name="homePosition">
            {(bind) => (
              <PositionField
                label={words.homePosition}
                description={words.homePositionHelp}
                isOptional
                {...bind}
              />
            )}
          </FormField>
        </div>
      </Card>
      <Card title={words.work}>
        <WorkFields form={form} />
      </Card>
      {children}
    </Form>
  )
}

const IdentityFields = ({ form }: { form: TechnicianFormOf }) => {
  const words = useWords(workforceWords)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField form={form} name="name">
        {(bind) => <TextField label={words.name} autoFocus {...bind} />}
      </FormField>
      <FormField form={form} name="kind">
        {(bind) => (
          <Select
            label={words.kind}
            options={kinds.map((kind) => ({ id: kind, label: words.kinds[kind] }))}
            {...bind}
          />
        )}
      </FormField>
      <FormField form={form} name="email">
        {(bind) => <TextField label={words.email} type="email" isOptional {...bind} />}
      </FormField>
      <FormField form={form} name="phone">
        {(bind) => <TextField label={words.phone} type="tel" isOptional {...bind} />}
      </FormField>
      <FormField form={form} name="team">
        {(bind) => (
          <TextField label={words.team} description={words.teamHelp} isOptional {...bind} />
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
      <FormField form={form} name="colour">
        {(bind) => (
          <ColourField
            label={words.colour}
            description={words.colourHelp}
            className="sm:col-span-2"
            {...bind}
          />
        )}
      </FormField>
    </div>
  )
}

const WorkFields = ({ form }: { form: TechnicianFormOf }) => {
  const words = useWords(workforceWords)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField form={form} name="maxDaySeconds">
        {(bind) => (
          <DurationField
            label={words.maxDay}
            {...bind}
            value={bind.value === null ? null : Math.round(bind.value / 60)}
            onChange={(minutes) => bind.onChange(minutes === null ? null : minutes * 60)}
          />
        )}
      </FormField>
      <FormField form={form} name="hourlyCostCents">
        {(bind) => (
          <NumberField
            label={words.hourlyCost}
            isOptional
            min={0}
            unit="€"
            format={{ minimumFractionDigits: 2, maximumFractionDigits: 2 }}
            {...bind}
            value={bind.value === null ? null : bind.value / 100}
            onChange={(euros) => bind.onChange(euros === null ? null : Math.round(euros * 100))}
          />
        )}
      </FormField>
      <FormField form={form} name="notes">
        {(bind) => (
          <TextField
            label={words.notes}
            description={words.notesHelp}
            className="sm:col-span-2"
            rows={3}
            isOptional
            {...bind}
          />
        )}
      </FormField>
    </div>
  )
}
