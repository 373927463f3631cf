import { reliefKind } from '@regie/contract/relief'
import { Plus, Trash2 } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { reliefSettingsWords } from '../settings-words.ts'
import type { SettingsPart } from './settings-part.ts'

/** Where the office has the last word. */
export const ApprovalCard = ({ value, onChange, isReadOnly }: SettingsPart) => {
  const words = useWords(reliefSettingsWords)
  const { approval } = value
  return (
    <Card title={words.approval} description={words.approvalText}>
      <div className="grid gap-2 sm:grid-cols-2">
        {reliefKind.options.map((kind) => (
          <Checkbox
            key={kind}
            label={words.kinds[kind]}
            value={approval.includes(kind)}
            isDisabled={isReadOnly}
            onChange={(on) =>
              onChange({
                approval: on ? [...approval, kind] : approval.filter((one) => one !== kind),
              })
            }
          />
        ))}
      </div>
    </Card>
  )
}

/** How long before the start a seat is to be settled, for all and for single roles. */
export const DeadlineCard = ({ value, onChange, isReadOnly }: SettingsPart) => {
  const words = useWords(reliefSettingsWords)
  const { deadlineHours, deadlines } = value
  const change = (rank: number, next: Partial<(typeof deadlines)[number]>) =>
    onChange({ deadlines: deadlines.map((one, at) => (at === rank ? { ...one, ...next } : one)) })
  return (
    <Card title={words.deadlines} description={words.deadlinesText}>
      <div className="flex flex-col items-start gap-3">
        <div className="w-40">
          <NumberField
            label={words.deadline}
            unit="h"
            value={deadlineHours}
            min={0}
            max={336}
            isDisabled={isReadOnly}
            onChange={(hours) => onChange({ deadlineHours: hours ?? 0 })}
          />
        </div>
        {deadlines.map((one, rank) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name and do not move
            key={rank}
            className="grid w-full max-w-md grid-cols-[1fr_7rem_auto] items-end gap-3"
          >
            <TextField
              label={words.role}
              value={one.role}
              isDisabled={isReadOnly}
              onChange={(role) => change(rank, { role })}
            />
            <NumberField
              label={words.deadline}
              unit="h"
              value={one.hours}
              min={0}
              max={336}
              isDisabled={isReadOnly}
              onChange={(hours) => change(rank, { hours: hours ?? 0 })}
            />
            <IconButton
              icon={Trash2}
              label={words.remove}
              isDisabled={isReadOnly}
              onPress={() => onChange({ deadlines: deadlines.filter((_, at) => at !== rank) })}
            />
          </div>
        ))}
        {!isReadOnly && (
          <Button
            icon={Plus}
            onPress={() => onChange({ deadlines: [...deadlines, { role: '', hours: 24 }] })}
          >
            {words.addRole}
          </Button>
        )}
      </div>
    </Card>
  )
}
