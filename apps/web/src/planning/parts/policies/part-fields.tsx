// The fields of one rule or one goal, made from what the policy holds.
import { Plus, X } from 'lucide-react'
import { useWords } from '../../../lib/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { type Fields, type Step, scaleOf } from '../../policy-draft.ts'
import { policyWords } from '../../policy-words.ts'

type Change = (key: string, value: unknown) => void
type NumberProps = {
  readonly name: string
  readonly value: number
  readonly isReadOnly: boolean
  readonly onChange: (value: number) => void
}

const WHOLE = new Set(['maxVisits', 'maxChanges'])

const PolicyNumber = ({ name, value, isReadOnly, onChange }: NumberProps) => {
  const words = useWords(policyWords)
  const { factor, unit } = scaleOf(name)
  const label = words.fields[name as keyof typeof words.fields] ?? name
  return (
    <NumberField
      label={label}
      value={value / factor}
      min={0}
      isReadOnly={isReadOnly}
      step={WHOLE.has(name) || unit === 'min' ? 1 : unit === 'h' ? 0.5 : 0.01}
      format={{ maximumFractionDigits: 2 }}
      {...(unit && { unit })}
      onChange={(next) => next !== null && onChange(unit ? Math.round(next * factor) : next)}
    />
  )
}

type StepsProps = {
  readonly steps: readonly Step[]
  readonly isReadOnly: boolean
  readonly onChange: (steps: readonly Step[]) => void
}

const BreakSteps = ({ steps, isReadOnly, onChange }: StepsProps) => {
  const words = useWords(policyWords)
  const put = (rank: number, change: Partial<Step>) =>
    onChange(steps.map((step, k) => (k === rank ? { ...step, ...change } : step)))
  return (
    <div className="flex flex-col gap-2 sm:col-span-2">
      {steps.map((step, rank) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no identity but its place; typing must not remount it
        <div key={`${rank}-${steps.length}`} className="flex items-end gap-2">
          <div className="grid flex-1 grid-cols-2 gap-3">
            {(['afterWorkSeconds', 'breakSeconds'] as const).map((key) => (
              <PolicyNumber
                key={key}
                name={key}
                value={step[key]}
                isReadOnly={isReadOnly}
                onChange={(value) => put(rank, { [key]: Math.max(60, value) })}
              />
            ))}
          </div>
          {!isReadOnly && (
            <IconButton
              icon={X}
              label={words.removeStep}
              onPress={() => onChange(steps.filter((_, k) => k !== rank))}
            />
          )}
        </div>
      ))}
      {!isReadOnly && (
        <div>
          <Button
            size="small"
            icon={Plus}
            onPress={() => onChange([...steps, { afterWorkSeconds: 21_600, breakSeconds: 1200 }])}
          >
            {words.addStep}
          </Button>
        </div>
      )}
    </div>
  )
}

type Props = { readonly fields: Fields; readonly isReadOnly: boolean; readonly onChange: Change }

/** Everything but the switch. */
export const PartFields = ({ fields, isReadOnly, onChange }: Props) => {
  const words = useWords(policyWords)
  const entries = Object.entries(fields).filter(([key]) => key !== 'on')
  if (entries.length === 0) return null
  return (
    <div className="mt-2 grid gap-3 sm:grid-cols-2">
      {entries.map(([key, value]) => {
        if (Array.isArray(value))
          return (
            <BreakSteps
              key={key}
              steps={value as Step[]}
              isReadOnly={isReadOnly}
              onChange={(steps) => onChange(key, steps)}
            />
          )
        if (key === 'level')
          return (
            <Select
              key={key}
              label={words.level}
              isReadOnly={isReadOnly}
              value={String(value)}
              onChange={(level) => onChange(key, Number(level))}
              options={[
                { id: '0', label: words.levels.usual },
                { id: '1', label: words.levels.first },
              ]}
            />
          )
        return (
          <PolicyNumber
            key={key}
            name={key}
            value={Number(value)}
            isReadOnly={isReadOnly}
            onChange={(next) => onChange(key, next)}
          />
        )
      })}
    </div>
  )
}
