import type { LocalDate } from '@regie/contract/kernel'
import {
  department,
  departmentNames,
  type Phase,
  type Production,
  phaseDraft,
  phaseKind,
  phaseKindNames,
} from '@regie/contract/productions'
import { useState } from 'react'
import { PositionsField } from '../../catalog/index.ts'
import { NeedsField } from '../../equipment/index.ts'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { faultAt } from '../../ui/fault-at.ts'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { InstantField } from '../../ui/instant-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSaving } from '../../ui/use-saving.ts'
import { usePhaseActs } from '../api.ts'
import { productionWords } from '../words.ts'
import { AfterField } from './after-field.tsx'

type Props = {
  readonly production: Production
  /** Null: a new one. */
  readonly phase: Phase | null
  readonly date: LocalDate
  readonly onClose: () => void
}
const EVERYBODY = 'everybody'

export const PhaseDrawer = (props: Props) => {
  const { production, phase, onClose } = props
  const words = useWords(productionWords)
  const acts = usePhaseActs()
  const [isCancelling, setCancelling] = useState(false)
  const form = usePhaseForm(props)
  const projectId = production.project.id
  const save = useSaving(form, phase, {
    create: (draft) => acts.add({ params: { projectId }, body: draft }),
    update: ({ id }, body) => acts.update({ params: { projectId, phaseId: id }, body }),
    onSaved: onClose,
  })
  return (
    <Drawer
      title={phase ? words.editPhase : words.addPhase}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <>
          {phase && (
            <Button tone="danger" onPress={() => setCancelling(true)}>
              {words.cancelPhase}
            </Button>
          )}
          <Button onPress={onClose}>{words.close}</Button>
          <Button type="submit" form="phase" tone="primary" isPending={form.formState.isSubmitting}>
            {words.save}
          </Button>
        </>
      }
    >
      <Form form={form} id="phase" onSubmit={save}>
        <WhatFields {...props} form={form} />
        <FormField form={form} name="positions">
          {(bind) => (
            <fieldset className="flex flex-col gap-2">
              <legend className="mb-2 font-medium text-[0.8125rem]">{words.positions}</legend>
              <PositionsField
                {...bind}
                onChange={(value) => bind.onChange(value as never)}
                errorAt={(index, field) =>
                  faultAt(form.formState.errors, 'positions', index, field)
                }
              />
            </fieldset>
          )}
        </FormField>
        <FormField form={form} name="equipment">
          {(bind) => (
            <fieldset className="flex flex-col gap-2">
              <legend className="mb-2 font-medium text-[0.8125rem]">{words.equipment}</legend>
              <NeedsField
                {...bind}
                errorAt={(index, field) =>
                  faultAt(form.formState.errors, 'equipment', index, field)
                }
              />
            </fieldset>
          )}
        </FormField>
        <FormField form={form} name="dependencies">
          {(bind) => (
            <AfterField
              self={phase?.id ?? null}
              production={production}
              value={bind.value}
              onChange={bind.onChange}
              errorAt={(index) => faultAt(form.formState.errors, 'dependencies', index)}
            />
          )}
        </FormField>
      </Form>
      {phase && (
        <ConfirmDialog
          title={words.cancelPhase}
          confirm={words.cancelPhase}
          tone="danger"
          isOpen={isCancelling}
          onClose={() => setCancelling(false)}
          onConfirm={async () => {
            const { id: phaseId, version } = phase
            await acts.cancel({ params: { projectId, phaseId }, body: { version } })
            onClose()
          }}
        >
          <p>{words.cancelPhaseText}</p>
        </ConfirmDialog>
      )}
    </Drawer>
  )
}

const usePhaseForm = ({ production, phase, date }: Props) => {
  const clock = useClock()
  const last = production.phases.at(-1)
  return useForm(
    phaseDraft,
    phase ?? {
      stageId: last?.stageId ?? production.stages[0]?.id ?? '',
      kind: 'set_up',
      department: null,
      startsAt: clock.instantOf(date, '09:00'),
      endsAt: clock.instantOf(date, '12:00'),
      positions: [],
      dependencies: [],
      equipment: [],
    },
  )
}

const WhatFields = ({
  production,
  form,
}: Props & { readonly form: ReturnType<typeof usePhaseForm> }) => {
  const words = useWords(productionWords)
  const { language } = useLanguage()
  const kinds = phaseKind.options.map((id) => ({ id, label: phaseKindNames[id][language] }))
  const departments = [
    { id: EVERYBODY, label: words.everybody },
    ...department.options.map((id) => ({ id, label: departmentNames[id][language] })),
  ]
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField form={form} name="kind">
        {(bind) => <Select label={words.kind} options={kinds} {...bind} />}
      </FormField>
      <FormField form={form} name="stageId">
        {(bind) => (
          <Select
            label={words.stage}
            options={production.stages.map(({ id, name }) => ({ id, label: name }))}
            {...bind}
          />
        )}
      </FormField>
      <FormField form={form} name="department">
        {(bind) => (
          <Select
            label={words.department}
            options={departments}
            {...bind}
            value={bind.value ?? EVERYBODY}
            onChange={(id) => bind.onChange(id === EVERYBODY ? null : (id as never))}
          />
        )}
      </FormField>
      <FormField form={form} name="name">
        {(bind) => (
          <TextField label={words.name} placeholder={words.nameHint} isOptional {...bind} />
        )}
      </FormField>
      <FormField form={form} name="startsAt">
        {(bind) => <InstantField label={words.startsAt} usualTime="09:00" {...bind} />}
      </FormField>
      <FormField form={form} name="endsAt">
        {(bind) => <InstantField label={words.endsAt} usualTime="12:00" {...bind} />}
      </FormField>
    </div>
  )
}
