// What one assignment gives to one day of hours. Pure: the server and the phone count with this very code.
import type { HoursLine } from './field-hours.ts'
import { type FieldWork, secondsOf } from './field-log.ts'
import type { Instant, LocalDate } from './kernel.ts'

/** A day of the calendar as it really is: 23, 24 or 25 hours long. */
export type HoursDay = { readonly date: LocalDate; readonly from: Instant; readonly until: Instant }

/** An assignment as it was planned, and whose it is. */
export type Planned = Pick<
  HoursLine,
  | 'technicianId'
  | 'technicianName'
  | 'team'
  | 'assignmentId'
  | 'workOrderId'
  | 'reference'
  | 'title'
  | 'siteName'
> & { readonly startsAt: Instant; readonly endsAt: Instant }

const overlap = (span: HoursDay, startsAt: Instant, endsAt: Instant): number =>
  Math.max(
    0,
    Math.min(Date.parse(span.until), Date.parse(endsAt)) -
      Math.max(Date.parse(span.from), Date.parse(startsAt)),
  ) / 1000

/** What one assignment gives to one day; null: nothing was planned or told there. */
export function lineOf(
  worked: Planned,
  work: FieldWork,
  { day, now }: { day: HoursDay; now: Instant },
): HoursLine | null {
  const { startsAt, endsAt, ...about } = worked
  const inside = work.stretches.filter(
    ({ from, until }) =>
      Date.parse(from) < Date.parse(day.until) && Date.parse(until ?? now) > Date.parse(day.from),
  )
  const plannedSeconds = Math.round(overlap(day, startsAt, endsAt))
  if (inside.length === 0 && plannedSeconds === 0) return null
  const seconds = (activity: 'work' | 'travel' | 'pause') => secondsOf(inside, activity, now, day)
  const first = inside[0]?.from
  const last = inside.at(-1)
  const within = (at: Instant) =>
    new Date(
      Math.min(Math.max(Date.parse(at), Date.parse(day.from)), Date.parse(day.until)),
    ).toISOString()
  const corrected = work.steps.filter(({ correction }) => correction !== null)
  return {
    ...about,
    date: day.date,
    plannedSeconds,
    workSeconds: seconds('work'),
    travelSeconds: seconds('travel'),
    pauseSeconds: seconds('pause'),
    firstAt: first ? within(first) : null,
    lastAt: last ? within(last.until ?? now) : null,
    isRunning: inside.some(({ until }) => until === null),
    isCorrected: corrected.some(({ at }) => within(at) === new Date(at).toISOString()),
  }
}
