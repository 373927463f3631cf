// Work is given other days, many at once, and its own back again: for planning, which empties days.
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { TimeWindow } from '@regie/contract/work-orders'
import { fail } from '../../platform/errors.ts'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { claimDays, type NewDays, saveDays, type WorkDays } from '../store/other-days.ts'

export type OtherDays = {
  readonly workOrderId: Id
  readonly windows: readonly TimeWindow[]
  /** The day it is planned on; null: on none yet. A visit of a series counts as moved there. */
  readonly on: LocalDate | null
}
/** What the work had before, and the hours it was given instead. */
export type FormerDays = NewDays & {
  readonly title: string
  readonly given: readonly TimeWindow[]
}

const same = (a: readonly TimeWindow[], b: readonly TimeWindow[]): boolean =>
  a.length === b.length &&
  a.every(({ from, until }, index) => from === b[index]?.from && until === b[index]?.until)

const tell = (tx: Tx, { workOrderId, reference, title, siteId, projectId, status }: WorkDays) =>
  tx.emit(
    happened.work_order_changed({
      ...{ workOrderId, reference, title, siteId, projectId, status },
      removedPositionIds: [],
    }),
  )

export async function giveOtherDays(tx: Tx, given: readonly OtherDays[]): Promise<FormerDays[]> {
  const wanted = new Map(given.map((one) => [one.workOrderId, one]))
  const work = await claimDays(tx, [...wanted.keys()])
  const days = work.map((one): NewDays => {
    const { windows = [], on = null } = wanted.get(one.workOrderId) ?? {}
    const isMoved = one.happensOn !== null && on !== null && on !== one.happensOn
    return {
      ...{ workOrderId: one.workOrderId, windows },
      opensAt: windows.map(({ from }) => from).toSorted()[0] ?? null,
      closesAt:
        windows
          .map(({ until }) => until)
          .toSorted()
          .at(-1) ?? null,
      happensOn: isMoved ? on : one.happensOn,
      exception: isMoved ? 'moved' : one.exception,
    }
  })
  await saveDays(tx, days)
  for (const one of work) tell(tx, one)
  return work.map(({ workOrderId, title, windows, opensAt, closesAt, happensOn, exception }) => ({
    ...{ workOrderId, title, windows, opensAt, closesAt, happensOn, exception },
    given: wanted.get(workOrderId)?.windows ?? [],
  }))
}

/** Exactly what it was, or not at all: 409 names the work whose hours somebody changed since. */
export async function giveDaysBack(tx: Tx, former: readonly FormerDays[]): Promise<void> {
  const now = await claimDays(
    tx,
    former.map(({ workOrderId }) => workOrderId),
  )
  const hours = new Map(now.map(({ workOrderId, windows }) => [workOrderId, windows]))
  const changed = former.filter(
    ({ workOrderId, given }) => !same(hours.get(workOrderId) ?? [], given),
  )
  if (changed.length > 0)
    throw fail('rollback_overtaken', {
      titles: changed
        .slice(0, 5)
        .map(({ title }) => title)
        .join(', '),
    })
  await saveDays(tx, former)
  for (const one of now) tell(tx, one)
}
