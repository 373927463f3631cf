// The way to each visit from the one before, or from home, and home from the last.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import type { Board } from '@regie/contract/planning'
import { remember } from '../../platform/remember.ts'
import type { Tx } from '../../platform/work.ts'
import { legsBetween } from '../travel/legs.ts'
import type { Leg } from '../travel/table.ts'

/** More time than this between two visits is a night, not a way. */
const NIGHT_MS = 6 * 3_600_000

/** What the way to a visit depends on. */
type Stop = {
  readonly technician_id: Id
  readonly starts_at: Instant
  readonly ends_at: Instant
}

/** Where things are; null: nobody knows. */
type Places<S> = {
  readonly homes: ReadonlyMap<Id, Position | null>
  readonly positionOf: (row: S) => Position | null
}

/** A visit with its instants as numbers, and the ways to it and home from it. */
export type OnWay<S extends Stop> = {
  readonly row: S
  readonly start: number
  readonly end: number
  before: Leg | undefined
  after: Leg | undefined
}

/** Of instants, which the visits of a plan share. */
const MOST_REMEMBERED = 10_000
const timeOf = remember(MOST_REMEMBERED, (instant: Instant): number => Date.parse(instant))

/** The way to each bar from the one before, or from home at the start of a day, and home from the last. */
export async function withTravelTimes<S extends Stop>(
  tx: Tx,
  rows: readonly S[],
  { homes, positionOf }: Places<S>,
): Promise<{ bars: OnWay<S>[]; source: Board['travel']['source']; fallback: boolean }> {
  const bars = rows.map(
    (row): OnWay<S> => ({
      row,
      start: timeOf(row.starts_at),
      end: timeOf(row.ends_at),
      before: undefined,
      after: undefined,
    }),
  )
  const places: Position[] = []
  const pairs: (readonly [number, number])[] = []
  const asked: { readonly bar: OnWay<S>; readonly side: 'before' | 'after' }[] = []
  const ask = (
    { bar, side }: (typeof asked)[number],
    from: Position | null | undefined,
    to: Position | null | undefined,
  ) => {
    if (!from || !to) return
    places.push(from, to)
    pairs.push([places.length - 2, places.length - 1])
    asked.push({ bar, side })
  }
  for (const [technicianId, own] of Map.groupBy(bars, ({ row }) => row.technician_id)) {
    const home = homes.get(technicianId)
    let last: { readonly end: number; readonly place: Position | null } | undefined
    own.forEach((bar, rank) => {
      const place = positionOf(bar.row)
      const next = own[rank + 1]
      const from = last && bar.start - last.end <= NIGHT_MS ? last.place : home
      ask({ bar, side: 'before' }, from, place)
      if (!next || next.start - bar.end > NIGHT_MS) ask({ bar, side: 'after' }, place, home)
      last = { end: bar.end, place }
    })
  }
  const { legs, source, fallback } = await legsBetween(tx, places, pairs)
  for (const [rank, { bar, side }] of asked.entries()) bar[side] = legs[rank]
  return { bars, source, fallback }
}
