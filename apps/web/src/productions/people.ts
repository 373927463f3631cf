// Who works on a production when: duties in the order of time, and what each carries of it. Pure.
import type { Instant, LocalDate, LocalTime } from '@regie/contract/kernel'
import type { CrewSeat, Phase, Production, Stage } from '@regie/contract/productions'
import { addDays } from '../lib/time.ts'

export type Duty = {
  readonly phase: Phase
  readonly seat: CrewSeat
  readonly stage: Stage | undefined
}
export type Person = {
  readonly technicianId: string
  readonly name: string
  readonly duties: readonly Duty[]
  readonly minutes: number
  /** Between midnight and 05:00, which every definition of the night holds (code du travail L3122-2, L3122-3). */
  readonly nightMinutes: number
  readonly weekendMinutes: number
}
type Days = {
  readonly dateOf: (at: Instant) => LocalDate
  readonly instantOf: (date: LocalDate, time: LocalTime) => Instant
}

const MINUTE = 60_000
const NIGHT_ENDS = '05:00'

export function peopleOf(
  { stages, phases }: Pick<Production, 'stages' | 'phases'>,
  days: Days,
): Person[] {
  const stageById = new Map(stages.map((stage) => [stage.id, stage]))
  const duties = phases.flatMap((phase) =>
    phase.seats.map((seat): Duty => ({ phase, seat, stage: stageById.get(phase.stageId) })),
  )
  return [...Map.groupBy(duties, ({ seat }) => seat.technicianId ?? '')]
    .filter(([technicianId]) => technicianId)
    .map(([technicianId, own]) => ({
      technicianId,
      name: own[0]?.seat.technicianName ?? '',
      duties: own.sort((a, b) => Date.parse(a.seat.startsAt) - Date.parse(b.seat.startsAt)),
      ...burdenOf(own, days),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

function burdenOf(duties: readonly Duty[], days: Days) {
  const burden = { minutes: 0, nightMinutes: 0, weekendMinutes: 0 }
  for (const { seat } of duties)
    for (let date = days.dateOf(seat.startsAt); ; date = addDays(date, 1)) {
      const midnight = days.instantOf(date, '00:00')
      if (Date.parse(midnight) >= Date.parse(seat.endsAt)) break
      const worked = shared(seat, midnight, days.instantOf(addDays(date, 1), '00:00'))
      burden.minutes += worked
      burden.nightMinutes += shared(seat, midnight, days.instantOf(date, NIGHT_ENDS))
      if (isWeekend(date)) burden.weekendMinutes += worked
    }
  return burden
}

const shared = (seat: CrewSeat, from: Instant, until: Instant): number =>
  Math.max(
    0,
    Math.min(Date.parse(seat.endsAt), Date.parse(until)) -
      Math.max(Date.parse(seat.startsAt), Date.parse(from)),
  ) / MINUTE

const isWeekend = (date: LocalDate): boolean =>
  [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())
