import type { Visit } from '@regie/contract/series'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useMoveVisit, useRestoreVisit, useSkipVisit } from '../series-api.ts'
import { seriesWords } from '../series-words.ts'

type Props = { readonly visit: Visit; readonly onClose: () => void }

const paramsOf = ({ seriesId, occursOn }: Visit) => ({ seriesId, occursOn })

/** Tells what was done, with the way back. */
const useDone = () => {
  const words = useWords(seriesWords)
  const { actAsync: restore } = useRestoreVisit()
  return (visit: Visit, title: string) =>
    showToast({
      tone: 'good',
      title,
      action: {
        label: words.undo,
        run: () => void restore({ params: paramsOf(visit), body: {} }).catch(showProblem),
      },
    })
}

export const SkipDialog = ({ visit, onClose }: Props) => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const [reason, setReason] = useState('')
  const { actAsync: skip } = useSkipVisit()
  const done = useDone()
  return (
    <ConfirmDialog
      title={words.skip}
      confirm={words.skip}
      tone="primary"
      isOpen
      onClose={onClose}
      onConfirm={async () => {
        await skip({ params: paramsOf(visit), body: { reason } })
        done(visit, words.skipped)
      }}
    >
      <p>
        {words.visitOf(clock.date(visit.on, 'long'))}. {words.skipText}
      </p>
      <TextField label={words.reason} isOptional value={reason} onChange={setReason} />
    </ConfirmDialog>
  )
}

export const MoveDialog = ({ visit, onClose }: Props) => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const [on, setOn] = useState<string | null>(visit.on)
  const [time, setTime] = useState(visit.exception === 'moved' ? visit.time : null)
  const { actAsync: move } = useMoveVisit()
  const done = useDone()
  return (
    <ConfirmDialog
      title={words.move}
      confirm={words.move}
      tone="primary"
      isOpen
      onClose={onClose}
      onConfirm={async () => {
        await move({ params: paramsOf(visit), body: { on: on ?? '', time } })
        done(visit, words.moved)
      }}
    >
      <p>
        {words.visitOf(clock.date(visit.on, 'long'))}. {words.moveText}
      </p>
      <DateField label={words.newDate} value={on} onChange={setOn} />
      <Checkbox
        label={words.ownHours}
        value={time !== null}
        onChange={(is) => setTime(is ? (visit.time ?? { start: '08:00', end: '10:00' }) : null)}
      />
      {time && (
        <div className="grid grid-cols-2 gap-3">
          <TimeField
            label={words.start}
            value={time.start}
            onChange={(start) => setTime({ ...time, start: start ?? '' })}
          />
          <TimeField
            label={words.finish}
            value={time.end}
            onChange={(end) => setTime({ ...time, end: end ?? '' })}
          />
        </div>
      )}
    </ConfirmDialog>
  )
}
