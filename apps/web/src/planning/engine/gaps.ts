// What lies between the visits of a row, lane by lane: worked out as every exported file works it out.
import {
  gapsBetween,
  type Pace,
  type PacedGap,
  type PacedVisit,
  slackBefore as slackOf,
} from '@regie/contract/board-gaps'
import type { RowLanes } from './lanes.ts'
import { type BoardBar, type BoardRow, MINUTE } from './model.ts'

export type { Pace }
export type Gap = Omit<PacedGap, 'rank'> & { readonly lane: number }

const visitOf = ({ from, until, travelMinutes }: BoardBar): PacedVisit => ({
  from,
  until,
  roadMs: (travelMinutes ?? 0) * MINUTE,
})

type Known = { readonly row: BoardRow; readonly pace: Pace; readonly gaps: readonly Gap[] }
const known = new WeakMap<RowLanes, Known>()

/** Everything between the visits of a technician's row; the same lanes, row and pace give the very same list. */
export const gapsOf = (lanes: RowLanes, row: BoardRow, pace: Pace): readonly Gap[] => {
  const before = known.get(lanes)
  if (before?.row === row && before.pace === pace) return before.gaps
  const gaps = gapsBetween(lanes.bars.map(visitOf), row, pace).map(
    ({ rank, ...gap }): Gap => ({ ...gap, lane: rank === null ? 0 : (lanes.lanes[rank] ?? 0) }),
  )
  // A row without visits shares its lanes with all others: nothing is kept for it.
  if (lanes.bars.length > 0) known.set(lanes, { row, pace, gaps })
  return gaps
}

/** Free minutes before the road to a visit; null for the first of a tour. */
export const slackBefore = (bars: readonly BoardBar[], barId: string): number | null =>
  slackOf(
    bars.map(visitOf),
    bars.findIndex(({ id }) => id === barId),
  )
