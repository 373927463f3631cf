import type { Bar } from '@regie/contract/planning'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { minutesBetween } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DurationField } from '../../ui/duration-field.tsx'
import type { Option } from '../../ui/option.ts'
import { TimeField } from '../../ui/time-field.tsx'
import { useBoard } from '../board-context.tsx'
import { MINUTE } from '../engine/model.ts'
import { planningWords } from '../words.ts'

type Slot = {
  readonly technician: Option | null
  readonly date: string | null
  readonly time: string | null
  readonly minutes: number | null
}

/** The same as a drag, typed: who, when, how long. */
export const SlotForm = ({ bar }: { bar: Bar }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { board, planner, attempt } = useBoard()
  const [slot, setSlot] = useState<Slot>({
    technician: { id: bar.technicianId, label: bar.technicianName },
    date: clock.dateOf(bar.startsAt),
    time: clock.timeOf(bar.startsAt),
    minutes: minutesBetween(bar.startsAt, bar.endsAt),
  })
  const change = (changes: Partial<Slot>) => setSlot((before) => ({ ...before, ...changes }))
  const options = board?.technicians.map(({ id, name }) => ({ id, label: name })) ?? []
  const { technician, date, time, minutes } = slot
  const isWhole = technician !== null && date !== null && time !== null && Boolean(minutes)
  const save = () => {
    if (!technician || !date || !time || !minutes) return
    const from = Date.parse(clock.instantOf(date, time))
    const target = { rowId: technician.id, from, until: from + minutes * MINUTE }
    attempt(bar.id, planner.move(bar.id, target))
  }
  return (
    <details className="border-line border-t pt-2">
      <summary className="cursor-default text-ink-2 hover:text-ink">{words.panel.edit}</summary>
      <form
        className="mt-2 grid grid-cols-2 gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className="col-span-2">
          <ComboBox
            label={words.panel.who}
            options={options}
            value={technician}
            onChange={(next) => change({ technician: next })}
          />
        </div>
        <div className="col-span-2">
          <DateField
            label={words.table.day}
            value={date}
            onChange={(next) => change({ date: next })}
          />
        </div>
        <TimeField
          label={words.panel.start}
          value={time}
          onChange={(next) => change({ time: next })}
        />
        <DurationField
          label={words.panel.duration}
          value={minutes}
          onChange={(next) => change({ minutes: next })}
        />
        <div className="col-span-2">
          <Button type="submit" isDisabled={!isWhole}>
            {words.panel.save}
          </Button>
        </div>
      </form>
    </details>
  )
}
