import { roundDraft } from '@regie/contract/planning-campaigns'
import { useState } from 'react'
import { TemplateField } from '../../catalog/index.ts'
import { ClientField, useSites } from '../../clients/index.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { addDays, mondayOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Form, FormField, useForm } from '../../ui/form.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useStartRound } from '../api-campaigns.ts'
import { campaignWords } from '../campaign-words.ts'

/** A template, the sites it is for, and the days it is to be spread over. */
export const RoundForm = ({ onStarted }: { readonly onStarted: (id: string) => void }) => {
  const words = useWords(campaignWords)
  const clock = useClock()
  const monday = addDays(mondayOf(clock.today()), 7)
  const form = useForm(roundDraft, {
    name: '',
    templateId: '',
    siteIds: [],
    seconds: 5,
    from: monday,
    until: addDays(monday, 11),
  })
  const [clientId, setClient] = useState<string | null>(null)
  const sites = useSites({ limit: 200, ...(clientId ? { clientId } : {}) })
  const { actAsync: start } = useStartRound()
  const day = (name: 'from' | 'until') => (
    <FormField form={form} name={name}>
      {(bind) => (
        <DateField label={words[name]} {...bind} onChange={(date) => bind.onChange(date ?? '')} />
      )}
    </FormField>
  )
  return (
    <Form form={form} onSubmit={(body) => start({ body }).then(({ id }) => onStarted(id))}>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="templateId">
          {(bind) => (
            <TemplateField
              label={words.template}
              {...bind}
              value={bind.value || null}
              onChange={(id) => bind.onChange(id ?? '')}
            />
          )}
        </FormField>
        <FormField form={form} name="name">
          {(bind) => <TextField label={words.name} {...bind} />}
        </FormField>
        <ClientField
          label={words.client}
          description={words.clientHelp}
          isOptional
          value={clientId}
          onChange={setClient}
        />
        <FormField form={form} name="siteIds">
          {(bind) => (
            <MultiSelect
              label={words.sites}
              {...bind}
              value={bind.value ?? []}
              onChange={(ids) => bind.onChange([...ids])}
              options={sites.items.map(({ id, name, clientName }) => ({
                id,
                label: name,
                detail: clientName,
              }))}
            />
          )}
        </FormField>
        {day('from')}
        {day('until')}
      </div>
      <div>
        <Button type="submit" tone="primary" isPending={form.formState.isSubmitting}>
          {words.start}
        </Button>
      </div>
    </Form>
  )
}
