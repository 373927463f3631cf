// What a technician said of one day, as instants: the last word on an hour counts. Pure.
import {
  type DayHours,
  type DayState,
  type DayWord,
  type Impediment,
  minutesWithin,
} from '@regie/contract/availability'
import type { LocalTime } from '@regie/contract/kernel'
import type { Temporal } from 'temporal-polyfill'
import { byStart, type Span, without } from './spans.ts'

type ZoneClock = (date: Temporal.PlainDate, time: LocalTime) => number
type Standing = Span & { readonly state: DayState; readonly why: Impediment | null }

/** The hours of a word as instants; those of asked hours that pass midnight may begin on the next day. */
function spanOf(day: Temporal.PlainDate, asked: DayHours, hours: DayHours, clock: ZoneClock): Span {
  const { from, until } = minutesWithin(asked, hours)
  const at = (minutes: number): number => {
    const days = Math.floor(minutes / 1440)
    const rest = minutes - days * 1440
    const time = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`
    return clock(days === 0 ? day : day.add({ days }), time)
  }
  return { startsAt: at(from), endsAt: at(until) }
}

/** What a word makes of the hours it was asked about; hours given beyond those are opened, too. */
function partsOf(day: Temporal.PlainDate, word: DayWord, clock: ZoneClock): Standing[] {
  const asked = spanOf(day, word.asked, word.asked, clock)
  const { state, why } = word
  if (state !== 'available') return [{ ...asked, state, why }]
  const given = word.hours === null ? asked : spanOf(day, word.asked, word.hours, clock)
  const not = word.impossible.map((one) => ({
    ...spanOf(day, word.asked, one, clock),
    state: 'unavailable' as const,
    why: one.why,
  }))
  const free = not.reduce<Span[]>(
    (left, one) => left.flatMap((span) => without(span, one)),
    [given],
  )
  const rest = not.reduce<Span[]>(
    (left, one) => left.flatMap((span) => without(span, one)),
    without(asked, given),
  )
  return [
    ...free.map((span) => ({ ...span, state, why: null })),
    ...not,
    ...rest.map((span) => ({ ...span, state: 'unavailable' as const, why })),
  ]
}

/** `opened`: hours they can work, of the ordinary week or not. `refused`: hours they cannot. */
export function fold(
  day: Temporal.PlainDate,
  words: readonly DayWord[],
  clock: ZoneClock,
): { opened: Span[]; refused: Span[]; standing: Standing[] } {
  let standing: Standing[] = []
  for (const word of words) {
    const parts = partsOf(day, word, clock)
    for (const part of parts)
      standing = standing.flatMap((one) => without(one, part).map((span) => ({ ...one, ...span })))
    standing.push(...parts.filter(({ startsAt, endsAt }) => startsAt < endsAt))
  }
  standing.sort(byStart)
  const of = (state: DayState) =>
    standing
      .filter((one) => one.state === state)
      .map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
  return { opened: of('available'), refused: of('unavailable'), standing }
}
