// The way to each visit from the one before, or from home, and home from the last.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import type { Board } from '@regie/contract/planning'
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

/** The way to each bar from the one before, or from home at the start of a day, and home from the last. */
export async function withTravelTimes<S extends Stop>(
  tx: Tx,
  rows: readonly S[],
  { homes, positionOf }: Places<S>,
): Promise<{ bars: OnWay<S>[]; source: Board['travel']['source']; fallback: boolean }> {
  const bars = rows.map(
    (row): OnWay<S> => ({
      row,
      start: Date.parse(row.starts_at),
      end: Date.parse(row.ends_at),
      before: undefined,
      after: undefined,
    }),
  )
  const places: Position[] = []
  const pairs: (readonly [number, number])[] = []
  const asked: ((leg: Leg) => void)[] = []
  const ask = (
    from: Position | null | undefined,
    to: Position | null | undefined,
    take: (leg: Leg) => void,
  ) => {
    if (!from || !to) return
    places.push(from, to)
    pairs.push([places.length - 2, places.length - 1])
    asked.push(take)
  }
  for (const [technicianId, own] of Map.groupBy(bars, ({ row }) => row.technician_id)) {
    const home = homes.get(technicianId)
    own.forEach((bar, rank) => {
      const last = own[rank - 1]
      const next = own[rank + 1]
      const here = positionOf(bar.row)
      const from = last && bar.start - last.end <= NIGHT_MS ? positionOf(last.row) : home
      ask(from, here, (leg) => {
        bar.before = leg
      })
      if (!next || next.start - bar.end > NIGHT_MS)
        ask(here, home, (leg) => {
          bar.after = leg
        })
    })
  }
  const { legs, source, fallback } = await legsBetween(tx, places, pairs)
  for (const [rank, leg] of legs.entries()) asked[rank]?.(leg)
  return { bars, source, fallback }
}
