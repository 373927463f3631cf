import type { CommandBody } from '@regie/contract/field-entries'
import type { ToldStep } from '@regie/contract/field-log'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { fieldworkWords } from '../words.ts'

type Props = {
  readonly tell: (what: CommandBody) => Promise<boolean>
  /** How far this device's clock is ahead. */
  readonly ahead?: number
  readonly told: ToldStep
  readonly onClose: () => void
}

/** Puts the time of one step right; the reason is kept beside both times. */
export const CorrectionDialog = ({ tell, ahead = 0, told, onClose }: Props) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const [date, setDate] = useState<string | null>(clock.dateOf(told.at))
  const [time, setTime] = useState<string | null>(clock.timeOf(told.at))
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const at = date && time ? clock.instantOf(date, time) : null
  const isFuture = at !== null && Date.parse(at) > Date.now() - ahead
  const send = async () => {
    setTried(true)
    if (!reason.trim() || at === null || isFuture) return
    const correction = { kind: 'correction', entryId: told.entry.id, at, reason } as const
    if (await tell(correction)) onClose()
  }
  return (
    <Dialog
      title={words.correctTitle(words.told[told.step])}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button tone="primary" isDisabled={at === null} onPress={() => void send()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid grid-cols-2 gap-3">
          <DateField label={words.correctDate} value={date} onChange={setDate} />
          <TimeField
            label={words.correctTime}
            value={time}
            onChange={setTime}
            error={isTried && isFuture ? words.notYet : undefined}
          />
        </div>
        <TextField
          label={words.correctWhy}
          value={reason}
          onChange={setReason}
          error={isTried && !reason.trim() ? words.required : undefined}
          rows={2}
          maxLength={500}
        />
      </div>
    </Dialog>
  )
}
