import type { Bar } from '@regie/contract/planning'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { minutesBetween } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useBoard } from '../board-context.tsx'
import { doingWords } from '../doing-words.ts'
import { partsOf } from '../split-parts.ts'

const MOST_DAYS = 14

/** One visit over several days: how many, from what hour, and what that gives. */
export const SplitDialog = ({ bar, onClose }: { bar: Bar; onClose: () => void }) => {
  const words = useWords(doingWords).split
  const clock = useClock()
  const { board, group, attempt } = useBoard()
  const [days, setDays] = useState<number | null>(2)
  const [start, setStart] = useState<string | null>(clock.timeOf(bar.startsAt))
  const technician = board?.technicians.find(({ id }) => id === bar.technicianId)
  const parts =
    days && start
      ? partsOf({
          bar,
          days,
          start,
          minutes: minutesBetween(bar.startsAt, bar.endsAt),
          workDates: new Set(technician?.shifts.map(({ startsAt }) => clock.dateOf(startsAt))),
          clock,
        })
      : []
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            tone="primary"
            isDisabled={parts.length < 2}
            onPress={() => {
              attempt(bar.id, group.split(bar.id, parts))
              onClose()
            }}
          >
            {words.confirm}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-ink-2">{words.note}</p>
      <div className="grid grid-cols-2 gap-3">
        <NumberField label={words.days} value={days} onChange={setDays} min={2} max={MOST_DAYS} />
        <TimeField label={words.start} value={start} onChange={setStart} />
      </div>
      <h3 className="mt-4 mb-1 font-semibold">{words.parts}</h3>
      <ol className="max-h-60 list-decimal overflow-y-auto pl-6">
        {parts.map(({ from, until }) => (
          <li key={from} className="nums">
            {clock.dateAt(new Date(from).toISOString(), 'day')}{' '}
            {clock.range(new Date(from).toISOString(), new Date(until).toISOString())}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
