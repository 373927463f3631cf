// When the work may be done: a day with or without hours, an earliest and a due moment, in the organisation's zone.
import type { Instant, LocalDate, LocalTime } from '@regie/contract/kernel'
import type { WorkOrderDraft } from '@regie/contract/work-orders'
import { Temporal } from 'temporal-polyfill'
import type { Line } from '../intake.ts'
import { date, dateTime, type LocalDateTime, time } from '../reading.ts'

type Moments = {
  windows: WorkOrderDraft['windows'] | undefined
  earliestAt: Instant | undefined
  dueAt: Instant | undefined
}

const iso = (moment: Temporal.ZonedDateTime): Instant =>
  new Date(moment.epochMilliseconds).toISOString()

const at = (day: LocalDate, clock: LocalTime, timeZone: string): Instant =>
  iso(
    Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone,
      plainTime: Temporal.PlainTime.from(clock),
    }),
  )

const endOf = (day: LocalDate, timeZone: string): Instant =>
  iso(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone }))

export function readMoments(line: Line, timeZone: string): Moments {
  const earliest = line.read('earliest', dateTime)
  const due = line.read('due', dateTime)
  return {
    windows: readWindow(line, timeZone),
    earliestAt: earliest && at(earliest.date, earliest.time ?? '00:00', timeZone),
    dueAt: due && lastMomentOf(due, timeZone),
  }
}

/** A due day without a time ends with the day. */
const lastMomentOf = (due: LocalDateTime, timeZone: string): Instant =>
  due.time ? at(due.date, due.time, timeZone) : endOf(due.date, timeZone)

function readWindow(line: Line, timeZone: string): WorkOrderDraft['windows'] | undefined {
  const day = line.read('day', date)
  const start = line.read('startTime', time)
  const end = line.read('endTime', time)
  if (!day) {
    if (!line.text('day') && (line.text('startTime') || line.text('endTime')))
      line.fault('day', { fr: 'un jour avec les heures', en: 'a day with the times' })
    return undefined
  }
  const from = at(day, start ?? '00:00', timeZone)
  const until = end ? at(day, end, timeZone) : endOf(day, timeZone)
  if (from < until) return [{ from, until }]
  line.fault('endTime', {
    fr: `une heure après ${start}`,
    en: `a time after ${start}`,
  })
  return undefined
}
