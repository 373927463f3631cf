import type { Season } from '@regie/contract/recurrence'
import type { SeriesWork } from '@regie/contract/series'
import { Plus, Trash2 } from 'lucide-react'
import { TemplateField } from '../../catalog/index.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { seriesWords } from '../series-words.ts'
import { readWork } from '../use-series-form.ts'
import { MonthDayField } from './month-day-field.tsx'
import { RhythmFields } from './rhythm-fields.tsx'

type Lines = { readonly seasons: readonly Season[]; readonly work: readonly (SeriesWork | null)[] }

type Props = Lines & {
  readonly onChange: (lines: Lines) => void
  readonly errorAt: (index: number, field: keyof Season) => string | undefined
}

const another: Season = {
  name: '',
  from: '05-01',
  until: '09-30',
  rhythm: { kind: 'weekly', every: 1, weekdays: [1] },
}

/** Seasons with their rhythms; each may ask for other work than the rest of the year. */
export const SeasonList = ({ seasons, work, onChange, errorAt }: Props) => {
  const words = useWords(seriesWords)
  const workAt = seasons.map((_, index) => work[index] ?? null)
  const change = (at: number, season: Season) =>
    onChange({ seasons: seasons.map((one, index) => (index === at ? season : one)), work: workAt })
  const fill = async (at: number, templateId: string | null) => {
    const next = templateId ? await readWork(templateId, {}) : null
    if (next !== undefined)
      onChange({ seasons, work: workAt.map((one, index) => (index === at ? next : one)) })
  }
  return (
    <div className="flex flex-col gap-3">
      {seasons.map((season, index) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          key={index}
          number={index + 1}
          season={season}
          templateId={workAt[index]?.templateId ?? null}
          errorOf={(field) => errorAt(index, field)}
          onChange={(next) => change(index, next)}
          onTemplate={(id) => void fill(index, id)}
          onRemove={() =>
            onChange({
              seasons: seasons.filter((_, at) => at !== index),
              work: workAt.filter((_, at) => at !== index),
            })
          }
        />
      ))}
      {seasons.length < 12 && (
        <div>
          <Button
            size="small"
            icon={Plus}
            onPress={() => onChange({ seasons: [...seasons, another], work: [...workAt, null] })}
          >
            {words.addSeason}
          </Button>
        </div>
      )}
    </div>
  )
}

type LineProps = {
  readonly number: number
  readonly season: Season
  readonly templateId: string | null
  readonly errorOf: (field: keyof Season) => string | undefined
  readonly onChange: (season: Season) => void
  readonly onTemplate: (templateId: string | null) => void
  readonly onRemove: () => void
}

const Line = ({
  number,
  season,
  templateId,
  errorOf,
  onChange,
  onTemplate,
  onRemove,
}: LineProps) => {
  const words = useWords(seriesWords)
  return (
    <fieldset className="flex flex-col gap-3 rounded-control border border-line p-3">
      <legend className="sr-only">{season.name || words.season(number)}</legend>
      <div className="flex items-end justify-between gap-3">
        <TextField
          label={words.seasonName}
          className="w-full sm:w-64"
          isOptional
          value={season.name}
          onChange={(name) => onChange({ ...season, name })}
        />
        <IconButton icon={Trash2} label={words.remove} onPress={onRemove} />
      </div>
      <div className="flex flex-wrap items-start gap-3">
        <MonthDayField
          label={words.seasonFrom}
          value={season.from}
          error={errorOf('from')}
          onChange={(from) => onChange({ ...season, from })}
        />
        <MonthDayField
          label={words.seasonUntil}
          value={season.until}
          error={errorOf('until')}
          onChange={(until) => onChange({ ...season, until })}
        />
      </div>
      <RhythmFields
        value={season.rhythm}
        error={errorOf('rhythm')}
        onChange={(rhythm) => onChange({ ...season, rhythm })}
      />
      <TemplateField
        label={words.seasonTemplate}
        className="sm:max-w-md"
        isOptional
        value={templateId}
        onChange={onTemplate}
      />
    </fieldset>
  )
}
