import { listPriorities } from '@regie/contract/catalog'
import { useWords } from '../../lib/language.tsx'
import { useRead } from '../../lib/server-state.tsx'
import { Card } from '../../ui/card.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { reliefSettingsWords } from '../settings-words.ts'
import type { SettingsPart } from './settings-part.ts'

/** What is an emergency, and how the nearest are called. */
export const EmergencyCard = ({ value, onChange, isReadOnly }: SettingsPart) => {
  const words = useWords(reliefSettingsWords)
  const priorities = useRead(listPriorities, { query: { archived: 'false' } as never }).data ?? []
  return (
    <Card title={words.emergency}>
      <div className="grid gap-4 sm:grid-cols-2">
        <MultiSelect
          label={words.priorities}
          description={words.prioritiesText}
          placeholder={words.none}
          value={value.emergencyPriorityIds}
          options={priorities.map(({ id, name }) => ({ id, label: name }))}
          isDisabled={isReadOnly}
          onChange={(ids) => onChange({ emergencyPriorityIds: [...ids] })}
        />
        <Select<'ask' | 'assign'>
          label={words.emergencyMode}
          value={value.emergencyMode}
          options={(['ask', 'assign'] as const).map((id) => ({
            id,
            label: words.emergencyModes[id],
          }))}
          isDisabled={isReadOnly}
          onChange={(emergencyMode) => emergencyMode && onChange({ emergencyMode })}
        />
        <NumberField
          label={words.hours}
          unit="h"
          value={value.emergencyHours}
          min={1}
          max={72}
          isDisabled={isReadOnly}
          onChange={(hours) => onChange({ emergencyHours: hours ?? 1 })}
        />
        <DurationField
          label={words.escalate}
          value={value.escalateMinutes}
          isDisabled={isReadOnly}
          onChange={(minutes) => onChange({ escalateMinutes: minutes ?? 1 })}
        />
      </div>
    </Card>
  )
}
