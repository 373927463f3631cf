import { type ReliefMode, reliefMode } from '@regie/contract/relief'
import type { ReliefSettings } from '@regie/contract/relief-settings'
import { absenceReason } from '@regie/contract/workforce'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { reliefSettingsWords } from '../settings-words.ts'
import type { SettingsPart } from './settings-part.ts'

/** What happens when somebody falls ill, is away, or says no. */
export const GapCard = ({ value, onChange, isReadOnly }: SettingsPart) => {
  const words = useWords(reliefSettingsWords)
  const modes = reliefMode.options.map((id) => ({ id, label: words.modes[id] }))
  const reasons = absenceReason.options.map((id) => ({ id, label: words.reasons[id] }))
  return (
    <Card title={words.gaps}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select<ReliefMode>
          label={words.onAbsence}
          value={value.onAbsence}
          options={modes}
          isDisabled={isReadOnly}
          onChange={(onAbsence) => onAbsence && onChange({ onAbsence })}
        />
        <MultiSelect<ReliefSettings['absenceReasons'][number]>
          label={words.absenceReasons}
          value={value.absenceReasons}
          options={reasons}
          isDisabled={isReadOnly}
          onChange={(absenceReasons) => onChange({ absenceReasons: [...absenceReasons] })}
        />
        <Select<ReliefMode>
          label={words.onDecline}
          value={value.onDecline}
          options={modes}
          isDisabled={isReadOnly}
          onChange={(onDecline) => onDecline && onChange({ onDecline })}
        />
        <Checkbox
          label={words.sickAtOnce}
          description={words.sickAtOnceText}
          value={value.sickAtOnce}
          isDisabled={isReadOnly}
          onChange={(sickAtOnce) => onChange({ sickAtOnce })}
        />
      </div>
    </Card>
  )
}

/** How many are asked at once, and how long they have. */
export const WaveCard = ({ value, onChange, isReadOnly }: SettingsPart) => {
  const words = useWords(reliefSettingsWords)
  return (
    <Card title={words.waves} description={words.wavesText}>
      <div className="grid max-w-md grid-cols-2 gap-4">
        <NumberField
          label={words.waveSize}
          value={value.waveSize}
          min={1}
          max={50}
          isDisabled={isReadOnly}
          onChange={(waveSize) => onChange({ waveSize: waveSize ?? 1 })}
        />
        <DurationField
          label={words.waveMinutes}
          value={value.waveMinutes}
          isDisabled={isReadOnly}
          onChange={(waveMinutes) => onChange({ waveMinutes: waveMinutes ?? 10 })}
        />
      </div>
    </Card>
  )
}
