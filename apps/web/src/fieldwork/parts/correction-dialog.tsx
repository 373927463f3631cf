import type { FieldAssignment, ProgressEntry } from '@regie/contract/fieldwork'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useCorrection } from '../api.ts'
import { fieldworkWords } from '../words.ts'

type Props = {
  readonly stop: FieldAssignment
  readonly entry: ProgressEntry
  readonly onClose: () => void
}

/** Puts the time of one step right; the reason is kept beside both times. */
export const CorrectionDialog = ({ stop, entry, onClose }: Props) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const correction = useCorrection()
  const [date, setDate] = useState<string | null>(clock.dateOf(entry.deviceAt))
  const [time, setTime] = useState<string | null>(clock.timeOf(entry.deviceAt))
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const send = async () => {
    if (!reason.trim()) return setMissing(true)
    if (!date || !time) return
    try {
      await correction.actAsync({
        params: { assignmentId: stop.id },
        body: { entryId: entry.id, at: clock.instantOf(date, time), reason },
      })
      onClose()
    } catch {
      // The refusal is shown from correction.error.
    }
  }
  return (
    <Dialog
      title={words.correctTitle(words.told[entry.step])}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            tone="primary"
            isPending={correction.isPending}
            isDisabled={!date || !time}
            onPress={() => void send()}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {correction.error && <ProblemNote problem={correction.error} />}
        <div className="grid grid-cols-2 gap-3">
          <DateField label={words.correctDate} value={date} onChange={setDate} />
          <TimeField label={words.correctTime} value={time} onChange={setTime} />
        </div>
        <TextField
          label={words.correctWhy}
          value={reason}
          onChange={(text) => {
            setReason(text)
            setMissing(false)
          }}
          error={isMissing ? words.required : undefined}
          rows={2}
          maxLength={500}
        />
      </div>
    </Dialog>
  )
}
