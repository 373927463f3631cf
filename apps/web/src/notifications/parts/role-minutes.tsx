import type { KindRule } from '@regie/contract/notifications'
import { Plus, Trash2 } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { roleWords } from '../role-words.ts'

type Roles = KindRule['roles']

type Props = {
  /** What the minutes are before. */
  readonly label: string
  readonly value: Roles
  readonly onChange: (roles: Roles) => void
  readonly isReadOnly: boolean
}

/** Seats that are reminded sooner or later than the others, by the beginning of their label. */
export const RoleMinutes = ({ label, value, onChange, isReadOnly }: Props) => {
  const words = useWords(roleWords)
  const change = (rank: number, next: Partial<Roles[number]>) =>
    onChange(value.map((one, at) => (at === rank ? { ...one, ...next } : one)))
  if (isReadOnly && value.length === 0) return null
  return (
    <div className="flex flex-col items-start gap-3 pl-7">
      {value.map((one, rank) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name and do not move
          key={rank}
          className="grid w-full max-w-md grid-cols-[1fr_7rem_auto] items-end gap-3"
        >
          <TextField
            label={words.role}
            value={one.role}
            isDisabled={isReadOnly}
            onChange={(role) => change(rank, { role: role ?? '' })}
          />
          <DurationField
            label={label}
            value={one.minutes}
            isDisabled={isReadOnly}
            onChange={(minutes) => change(rank, { minutes: minutes ?? 0 })}
          />
          <IconButton
            icon={Trash2}
            label={words.remove}
            isDisabled={isReadOnly}
            onPress={() => onChange(value.filter((_, at) => at !== rank))}
          />
        </div>
      ))}
      {!isReadOnly && (
        <Button
          size="small"
          icon={Plus}
          onPress={() => onChange([...value, { role: '', minutes: 60 }])}
        >
          {words.add}
        </Button>
      )}
    </div>
  )
}
