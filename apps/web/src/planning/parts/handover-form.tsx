import { handoverDraft } from '@regie/contract/planning-campaigns'
import { listTechnicians } from '@regie/contract/workforce'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { usePages } from '../../lib/server-state.tsx'
import { addDays } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { TechnicianField } from '../../workforce/index.ts'
import { useStartHandover } from '../api-campaigns.ts'
import { campaignWords } from '../campaign-words.ts'

/** Who goes, when, and among whom the visits are shared. */
export const HandoverForm = ({ onStarted }: { readonly onStarted: (id: string) => void }) => {
  const words = useWords(campaignWords)
  const clock = useClock()
  const today = clock.today()
  const form = useForm(handoverDraft, {
    technicianId: '',
    from: today,
    until: addDays(today, 13),
    technicianIds: [],
    seconds: 5,
    preferredToId: null,
  })
  const people = usePages(listTechnicians, { query: { limit: 200 } })
  const leaver = form.watch('technicianId')
  const { actAsync: start } = useStartHandover()
  return (
    <Form form={form} onSubmit={(body) => start({ body }).then(({ id }) => onStarted(id))}>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="technicianId">
          {(bind) => (
            <TechnicianField
              label={words.technician}
              className="sm:col-span-2"
              {...bind}
              value={bind.value || null}
              onChange={(id) => bind.onChange(id ?? '')}
            />
          )}
        </FormField>
        <FormField form={form} name="from">
          {(bind) => (
            <DateField
              label={words.from}
              {...bind}
              onChange={(date) => bind.onChange(date ?? '')}
            />
          )}
        </FormField>
        <FormField form={form} name="until">
          {(bind) => (
            <DateField
              label={words.until}
              description={words.untilHelp}
              {...bind}
              onChange={(date) => bind.onChange(date ?? '')}
            />
          )}
        </FormField>
        <FormField form={form} name="technicianIds">
          {(bind) => (
            <MultiSelect
              label={words.others}
              placeholder={words.everybody}
              isOptional
              {...bind}
              value={bind.value ?? []}
              onChange={(ids) => bind.onChange([...ids])}
              options={people.items
                .filter(({ id }) => id !== leaver)
                .map(({ id, name, team }) => ({ id, label: name, detail: team }))}
            />
          )}
        </FormField>
        <FormField form={form} name="preferredToId">
          {(bind) => (
            <TechnicianField
              label={words.preferredTo}
              description={words.preferredHelp}
              isOptional
              {...bind}
            />
          )}
        </FormField>
      </div>
      <div>
        <Button type="submit" tone="primary" isPending={form.formState.isSubmitting}>
          {words.start}
        </Button>
      </div>
    </Form>
  )
}
