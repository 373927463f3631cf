// Suggested slots whose technician would break labour rules that one look at everybody does not see, told apart.
import type { Id } from '@regie/contract/kernel'
import type { Reason } from '@regie/contract/planning-reasons'
import type { Slot } from '@regie/solver'
import type { Tx } from '../../platform/work.ts'
import { hoursAgainst, openProblem, refusalsOfSeat } from '../engine/judge.ts'
import { labourOfSeats } from '../engine/labour.ts'
import { policyFor } from '../engine/policy.ts'
import type { Scene } from '../engine/scene.ts'

type Sorted = { readonly slots: readonly Slot[]; readonly over: ReadonlyMap<Id, readonly Reason[]> }

/** Who has other work under other rules is asked of again, under the strictest of both. */
export async function withinLabour(
  tx: Tx,
  suggested: readonly Slot[],
  positionId: Id,
  scene: Scene,
): Promise<Sorted> {
  const labourOf = labourOfSeats(scene)
  const own = labourOf(positionId)
  const mixed = new Set(
    scene.assignments
      .filter((one) => one.positionId !== positionId && labourOf(one.positionId) !== own)
      .map(({ technicianId }) => technicianId),
  )
  const asksAgain = suggested.some(({ technician }) => mixed.has(technician))
  const opened = asksAgain
    ? await openProblem(tx, scene, { policy: await policyFor(tx, null), keep: 'all' })
    : null
  const over = new Map<Id, Reason[]>()
  const slots = suggested.filter(({ technician, start, end }) => {
    const seated = {
      ...{ positionId, technicianId: technician },
      startsAt: new Date(start * 1000).toISOString(),
      endsAt: new Date(end * 1000).toISOString(),
    }
    const reasons = [
      ...(opened && mixed.has(technician) ? refusalsOfSeat(opened, scene, seated) : []),
      ...hoursAgainst(scene, seated),
    ]
    if (reasons.length > 0) over.set(technician, reasons)
    return reasons.length === 0
  })
  for (const { technician } of slots) over.delete(technician)
  return { slots, over }
}

export const beyondLabour = (over: Sorted['over'], { names }: Pick<Scene, 'names'>) =>
  [...over].map(([technicianId, reasons]) => ({
    technicianId,
    technicianName: names[technicianId] ?? '',
    reasons: [...reasons],
  }))
