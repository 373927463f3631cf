import {
  type AgreementKey,
  agreementKey,
  agreements,
  type LabourRules,
  labourRules,
  type ProductionLabour,
  usualNightWorker,
} from '@regie/contract/labour-rules'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { Form, FormField, type FormOf, useForm } from '../../ui/form.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useSetLabour } from '../api-labour.ts'
import { labourWords } from '../labour-words.ts'

type Props = {
  readonly projectId: string
  readonly labour: ProductionLabour
  readonly onClose: () => void
}
const HOUSE = 'house'

/** The agreement of a production, and its figures as this company works by them. */
export const LabourDialog = ({ projectId, labour, onClose }: Props) => {
  const words = useWords(labourWords)
  const { language } = useLanguage()
  const set = useSetLabour()
  const [agreement, setAgreement] = useState<AgreementKey | null>(labour.agreement)
  const form = useForm(labourRules, labour.rules ?? agreements.event.rules)
  const save = async (chosen: Parameters<typeof set.actAsync>[0]['body']['chosen']) => {
    await set.actAsync({ params: { projectId }, body: { version: labour.version, chosen } })
    onClose()
  }
  const choose = (id: string) => {
    const key = agreementKey.safeParse(id).data ?? null
    setAgreement(key)
    if (key)
      form.reset(key === labour.agreement && labour.rules ? labour.rules : agreements[key].rules)
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      width="medium"
      actions={
        agreement ? (
          <FormActions form={form} id="labour" onClose={onClose} />
        ) : (
          <Button tone="primary" isPending={set.isPending} onPress={() => void save(null)}>
            {words.ofTheHouse}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{words.text}</p>
        <Select
          label={words.agreement}
          options={[
            { id: HOUSE, label: words.ofTheHouse },
            ...agreementKey.options.map((id) => ({ id, label: agreements[id][language] })),
          ]}
          value={agreement ?? HOUSE}
          onChange={(id) => id && choose(id)}
        />
        {agreement && (
          <Form form={form} id="labour" onSubmit={(rules) => save({ agreement, rules })}>
            <p className="text-ink-2 text-xs">{words.source(agreements[agreement].source)}</p>
            <Figures form={form} />
            <ShortRest form={form} />
            <Night form={form} />
            <NightWorker form={form} />
            <p className="text-ink-2 text-xs">{words.ownLimit}</p>
          </Form>
        )}
      </div>
    </Dialog>
  )
}

type RulesForm = { readonly form: FormOf<LabourRules, LabourRules> }

const Figures = ({ form }: RulesForm) => {
  const words = useWords(labourWords)
  const figures = [
    ['dayMinutes', words.day],
    ['weekMinutes', words.week],
    ['spanMinutes', words.span],
    ['restMinutes', words.rest],
    ['weeklyRestMinutes', words.weeklyRest],
  ] as const
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {figures.map(([name, label]) => (
        <FormField key={name} form={form} name={name}>
          {(bind) => <DurationField label={label} {...bind} />}
        </FormField>
      ))}
      <FormField form={form} name="averageMinutes">
        {(bind) => (
          <DurationField label={words.average} isOptional placeholder={words.unlimited} {...bind} />
        )}
      </FormField>
    </div>
  )
}

const usualShortRest = agreements.event.rules.shortRest

const ShortRest = ({ form }: RulesForm) => {
  const words = useWords(labourWords)
  return (
    <FormField form={form} name="shortRest">
      {(bind) => (
        <div className="flex flex-col gap-3">
          <Checkbox
            label={words.mayShorten}
            value={bind.value !== null}
            onChange={(may) => bind.onChange(may ? usualShortRest : null)}
          />
          {bind.value && (
            <div className="grid gap-4 sm:grid-cols-3">
              <FormField form={form} name="shortRest.minutes">
                {(one) => <DurationField label={words.shortRest} {...one} />}
              </FormField>
              <FormField form={form} name="shortRest.perWeek">
                {(one) => <NumberField label={words.perWeek} min={0} max={7} {...one} />}
              </FormField>
              <FormField form={form} name="shortRest.perSevenDays">
                {(one) => <NumberField label={words.perSevenDays} min={0} max={7} {...one} />}
              </FormField>
            </div>
          )}
        </div>
      )}
    </FormField>
  )
}

const Night = ({ form }: RulesForm) => {
  const words = useWords(labourWords)
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <FormField form={form} name="night.from">
        {(bind) => <TimeField label={words.nightFrom} {...bind} />}
      </FormField>
      <FormField form={form} name="night.until">
        {(bind) => <TimeField label={words.nightUntil} {...bind} />}
      </FormField>
      <FormField form={form} name="night.maxMinutes">
        {(bind) => (
          <DurationField
            label={words.nightMost}
            isOptional
            placeholder={words.unlimited}
            {...bind}
          />
        )}
      </FormField>
    </div>
  )
}

const NightWorker = ({ form }: RulesForm) => {
  const words = useWords(labourWords)
  return (
    <FormField form={form} name="nightWorker">
      {(bind) => (
        <div className="flex flex-col gap-3">
          <Checkbox
            label={words.nightWorkers}
            value={bind.value !== null}
            onChange={(are) => bind.onChange(are ? usualNightWorker : null)}
          />
          {bind.value && (
            <div className="grid gap-4 sm:grid-cols-3">
              <FormField form={form} name="nightWorker.nightMinutes">
                {(one) => <DurationField label={words.atNight} {...one} />}
              </FormField>
              <FormField form={form} name="nightWorker.daysPerWeek">
                {(one) => <NumberField label={words.nightDays} min={1} max={7} {...one} />}
              </FormField>
              <FormField form={form} name="nightWorker.dayMinutes">
                {(one) => <DurationField label={words.nightWorkerDay} {...one} />}
              </FormField>
            </div>
          )}
        </div>
      )}
    </FormField>
  )
}
