import type { Production } from '@regie/contract/productions'
import { X } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { FaultText } from '../../ui/fault-text.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { productionWords } from '../words.ts'
import { usePhaseName } from './coverage-grid.tsx'

type Wait = { readonly afterId: string; readonly lagMinutes?: number | undefined }
type Props = {
  readonly self: string | null
  readonly production: Production
  readonly value: readonly Wait[] | null
  readonly onChange: (value: Wait[]) => void
  readonly errorAt: (index: number) => string | undefined
}

/** The phases that must be over before this one, and how long before. */
export const AfterField = ({ self, production, value, onChange, errorAt }: Props) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const nameOf = usePhaseName()
  const waits = value ?? []
  const stages = new Map(production.stages.map(({ id, name }) => [id, name]))
  const options = production.phases
    .filter(({ id }) => id !== self)
    .map((phase) => ({
      id: phase.id,
      label: `${nameOf(phase)} · ${stages.get(phase.stageId) ?? ''}`,
      detail: `${clock.dateAt(phase.startsAt)} ${clock.range(phase.startsAt, phase.endsAt)}`,
    }))
  const rest = options.filter(({ id }) => !waits.some(({ afterId }) => afterId === id))
  if (options.length === 0) return null
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-medium text-[0.8125rem]">{words.after}</legend>
      {waits.map((wait, index) => (
        <div key={wait.afterId} className="flex flex-col gap-1">
          <div className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">
              {options.find(({ id }) => id === wait.afterId)?.label}
            </span>
            <DurationField
              label={words.lag}
              isLabelHidden
              isOptional
              className="w-28"
              value={wait.lagMinutes ?? 0}
              onChange={(minutes) =>
                onChange(
                  waits.map((other, at) =>
                    at === index ? { ...other, lagMinutes: minutes ?? 0 } : other,
                  ),
                )
              }
            />
            <IconButton
              icon={X}
              label={`${words.cancel} : ${words.after}`}
              onPress={() => onChange(waits.filter((_, at) => at !== index))}
            />
          </div>
          <FaultText>{errorAt(index)}</FaultText>
        </div>
      ))}
      {rest.length > 0 && (
        <Select
          key={waits.length}
          label={words.chooseAfter}
          isLabelHidden
          placeholder={words.chooseAfter}
          options={rest}
          value={null}
          onChange={(id) => id && onChange([...waits, { afterId: id, lagMinutes: 0 }])}
        />
      )}
    </fieldset>
  )
}
