import type { LineScope } from '@regie/contract/call-sheet-details'
import type { LocalDate } from '@regie/contract/kernel'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import type { Option } from '../../ui/option.ts'
import { Select } from '../../ui/select.tsx'
import { sheetDetailWords } from '../sheet-detail-words.ts'

/** What a line may be narrowed to. */
export type ScopeChoices = {
  readonly people: readonly Option[]
  readonly stages: readonly Option[]
  readonly days: readonly LocalDate[]
}
export type Scope = { readonly [K in keyof LineScope]?: LineScope[K] | undefined }
type Props = {
  readonly value: Scope
  readonly onChange: (changes: Partial<LineScope>) => void
  readonly choices: ScopeChoices
  /** Meals, journeys and nights have a day of their own. */
  readonly hasDay: boolean
  readonly errorOf: (field: keyof LineScope) => string | undefined
}
const ANY = 'any'

/** Whom a line is for: everyone, all but some, or some; on one stage or one day. */
export const ScopeField = ({ value, onChange, choices, hasDay, errorOf }: Props) => {
  const words = useWords(sheetDetailWords)
  const clock = useClock()
  const { who = 'everyone', technicianIds = [], stageId = null, date = null } = value
  const isNarrowed = who !== 'only'
  return (
    <div className="grid gap-2 sm:grid-cols-[10rem_1fr_1fr]">
      <Select
        label={words.forWhom}
        options={(['everyone', 'except', 'only'] as const).map((id) => ({
          id,
          label: words.who[id],
        }))}
        value={who}
        onChange={(next) =>
          onChange({
            who: next,
            ...(next === 'everyone' ? { technicianIds: [] } : {}),
            ...(next === 'only' ? { stageId: null, date: null } : {}),
          })
        }
        error={errorOf('who')}
      />
      {who !== 'everyone' && (
        <MultiSelect
          label={words.persons}
          options={choices.people}
          value={technicianIds}
          onChange={(ids) => onChange({ technicianIds: [...ids] })}
          error={errorOf('technicianIds')}
          className={who === 'only' ? 'sm:col-span-2' : ''}
        />
      )}
      {isNarrowed && (choices.stages.length > 1 || stageId !== null) && (
        <Select
          label={words.stage}
          options={[{ id: ANY, label: words.allStages }, ...choices.stages]}
          value={stageId ?? ANY}
          onChange={(id) => onChange({ stageId: id === ANY ? null : id })}
          error={errorOf('stageId')}
        />
      )}
      {isNarrowed && hasDay && (choices.days.length > 1 || date !== null) && (
        <Select
          label={words.day}
          options={[
            { id: ANY, label: words.allDays },
            ...choices.days.map((id) => ({ id, label: clock.date(id, 'medium') })),
          ]}
          value={date ?? ANY}
          onChange={(id) => onChange({ date: id === ANY ? null : id })}
          error={errorOf('date')}
        />
      )}
    </div>
  )
}
