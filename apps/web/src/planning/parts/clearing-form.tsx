import { clearingDraft } from '@regie/contract/planning-campaigns'
import { listTechnicians } from '@regie/contract/workforce'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { usePages } from '../../lib/server-state.tsx'
import { addDays, mondayOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useStartClearing } from '../api-campaigns.ts'
import { campaignWords } from '../campaign-words.ts'

/** Which days are emptied, whose visits, and how far around they may go. */
export const ClearingForm = ({ onStarted }: { readonly onStarted: (id: string) => void }) => {
  const words = useWords(campaignWords)
  const clock = useClock()
  const monday = addDays(mondayOf(clock.today()), 7)
  const form = useForm(clearingDraft, {
    name: '',
    from: monday,
    until: addDays(monday, 4),
    before: 5,
    after: 7,
    technicianIds: [],
    seconds: 5,
  })
  const people = usePages(listTechnicians, { query: { limit: 200 } })
  const { actAsync: start } = useStartClearing()
  const day = (name: 'from' | 'until') => (
    <FormField form={form} name={name}>
      {(bind) => (
        <DateField label={words[name]} {...bind} onChange={(date) => bind.onChange(date ?? '')} />
      )}
    </FormField>
  )
  const around = (name: 'before' | 'after') => (
    <FormField form={form} name={name}>
      {(bind) => (
        <NumberField
          label={name === 'before' ? words.daysBefore : words.daysAfter}
          {...bind}
          value={bind.value ?? 0}
          onChange={(count) => bind.onChange(count ?? 0)}
        />
      )}
    </FormField>
  )
  return (
    <Form form={form} onSubmit={(body) => start({ body }).then(({ id }) => onStarted(id))}>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="name">
          {(bind) => (
            <TextField
              label={words.clearingName}
              placeholder={words.clearingHint}
              className="sm:col-span-2"
              {...bind}
            />
          )}
        </FormField>
        {day('from')}
        {day('until')}
        {around('before')}
        {around('after')}
        <FormField form={form} name="technicianIds">
          {(bind) => (
            <MultiSelect
              label={words.whose}
              placeholder={words.everybody}
              isOptional
              className="sm:col-span-2"
              {...bind}
              value={bind.value ?? []}
              onChange={(ids) => bind.onChange([...ids])}
              options={people.items.map(({ id, name, team }) => ({
                id,
                label: name,
                detail: team,
              }))}
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
