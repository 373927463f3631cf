// Suggested slots whose technician would have a rest reduced once too often, told apart from the others.
import type { Id } from '@regie/contract/kernel'
import type { Reason } from '@regie/contract/planning-reasons'
import type { Slot } from '@regie/solver'
import { quotaAgainst } from '../engine/judge.ts'
import type { Rulebook } from '../engine/rulebook.ts'
import type { Scene } from '../engine/scene.ts'

type Sorted = { readonly slots: readonly Slot[]; readonly over: ReadonlyMap<Id, Reason> }

export function withinQuota(
  suggested: readonly Slot[],
  positionId: Id,
  scene: Scene,
  { labour }: Pick<Rulebook, 'labour'>,
): Sorted {
  if (!labour?.shortRest) return { slots: suggested, over: new Map() }
  const over = new Map<Id, Reason>()
  const slots = suggested.filter(({ technician, start, end }) => {
    const reason = quotaAgainst({
      ...{ scene, labour, positionId, technicianId: technician },
      startsAt: new Date(start * 1000).toISOString(),
      endsAt: new Date(end * 1000).toISOString(),
    })
    if (reason) over.set(technician, reason)
    return reason === null
  })
  for (const { technician } of slots) over.delete(technician)
  return { slots, over }
}

export const overQuota = (over: Sorted['over'], { names }: Pick<Scene, 'names'>) =>
  [...over].map(([technicianId, reason]) => ({
    technicianId,
    technicianName: names[technicianId] ?? '',
    reasons: [reason],
  }))
