import { holidayRule, isWholeYear, type Season } from '@regie/contract/recurrence'
import { Sun } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { faultAt } from '../../ui/fault-at.ts'
import { FormField } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { seriesWords } from '../series-words.ts'
import type { SeriesFormOf } from '../use-series-form.ts'
import { RhythmFields } from './rhythm-fields.tsx'
import { SeasonList } from './season-list.tsx'

/** Opening in April, every Tuesday in summer, winterising in October. */
const poolSeasons = (names: readonly string[]): Season[] => [
  { name: names[0] ?? '', from: '04-15', until: '04-30', rhythm: { kind: 'spread', visits: 1 } },
  {
    name: names[1] ?? '',
    from: '05-01',
    until: '09-30',
    rhythm: { kind: 'weekly', every: 1, weekdays: [2] },
  },
  { name: names[2] ?? '', from: '10-01', until: '10-31', rhythm: { kind: 'spread', visits: 1 } },
]

const everyMonday: Season = {
  name: '',
  from: '01-01',
  until: '12-31',
  rhythm: { kind: 'weekly', every: 1, weekdays: [1] },
}

/** When the work comes back. */
export const RecurrenceFields = ({ form }: { form: SeriesFormOf }) => (
  <div className="flex flex-col gap-4">
    <RhythmPart form={form} />
    <div className="grid gap-4 sm:grid-cols-2">
      <Bounds form={form} />
      <Hours form={form} />
    </div>
  </div>
)

const RhythmPart = ({ form }: { form: SeriesFormOf }) => {
  const words = useWords(seriesWords)
  const seasons = form.watch('rule.seasons') as Season[]
  const work = form.watch('seasonWork') ?? []
  const { errors } = form.formState
  const [only] = seasons
  const allYear = seasons.length === 1 && only !== undefined && isWholeYear(only)
  const set = (next: readonly Season[], nextWork: typeof work = []) => {
    const how = { shouldDirty: true, shouldValidate: form.formState.isSubmitted }
    form.setValue('seasonWork', [...nextWork], how)
    form.setValue('rule.seasons', [...next], how)
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Segmented
          label={words.seasons}
          value={allYear ? 'year' : 'seasons'}
          choices={[
            { id: 'year', label: words.allYear },
            { id: 'seasons', label: words.bySeason },
          ]}
          onChange={(choice) =>
            set(
              choice === 'year'
                ? [everyMonday]
                : poolSeasons([words.poolOpening, words.poolSummer, words.poolWinter]),
            )
          }
        />
        {!allYear && (
          <Button
            size="small"
            icon={Sun}
            onPress={() =>
              set(poolSeasons([words.poolOpening, words.poolSummer, words.poolWinter]))
            }
          >
            {words.poolSeasons}
          </Button>
        )}
      </div>
      {allYear ? (
        <RhythmFields
          value={only.rhythm}
          error={faultAt(errors, 'rule', 'seasons', 0)}
          onChange={(rhythm) => set([{ ...only, rhythm }], work)}
        />
      ) : (
        <SeasonList
          seasons={seasons}
          work={work as never}
          errorAt={(index, field) => faultAt(errors, 'rule', 'seasons', index, field)}
          onChange={(lines) => set(lines.seasons, [...lines.work])}
        />
      )}
    </>
  )
}

const Bounds = ({ form }: { form: SeriesFormOf }) => {
  const words = useWords(seriesWords)
  return (
    <>
      <FormField form={form} name="rule.startsOn">
        {(bind) => (
          <DateField
            label={words.firstDay}
            {...bind}
            onChange={(date) => bind.onChange(date ?? '')}
          />
        )}
      </FormField>
      <FormField form={form} name="rule.until">
        {(bind) => (
          <DateField label={words.lastDay} description={words.lastDayHelp} isOptional {...bind} />
        )}
      </FormField>
      <FormField form={form} name="rule.holidays">
        {(bind) => (
          <Select
            label={words.holidays}
            options={holidayRule.options.map((id) => ({ id, label: words.holidayRules[id] }))}
            {...bind}
          />
        )}
      </FormField>
      <FormField form={form} name="rule.toleranceDays">
        {(bind) => (
          <NumberField
            label={words.tolerance}
            min={0}
            max={20}
            unit={words.toleranceUnit}
            {...bind}
            onChange={(days) => bind.onChange(days ?? 0)}
          />
        )}
      </FormField>
    </>
  )
}

const Hours = ({ form }: { form: SeriesFormOf }) => {
  const words = useWords(seriesWords)
  const time = form.watch('rule.time') ?? null
  const { errors } = form.formState
  const set = (next: typeof time) =>
    form.setValue('rule.time', next, {
      shouldDirty: true,
      shouldValidate: form.formState.isSubmitted,
    })
  return (
    <div className="flex flex-wrap items-end gap-3 sm:col-span-2">
      <div className="py-2">
        <Checkbox
          label={words.hours}
          value={time !== null}
          onChange={(is) => set(is ? { start: '08:00', end: '10:00' } : null)}
        />
      </div>
      {time && (
        <>
          <TimeField
            label={words.start}
            className="w-28"
            value={time.start}
            error={faultAt(errors, 'rule', 'time', 'start')}
            onChange={(start) => set({ ...time, start: start ?? '' })}
          />
          <TimeField
            label={words.finish}
            className="w-28"
            value={time.end}
            error={faultAt(errors, 'rule', 'time', 'end')}
            onChange={(end) => set({ ...time, end: end ?? '' })}
          />
        </>
      )}
    </div>
  )
}
