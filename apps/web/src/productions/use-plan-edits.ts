// What is done on a plan with the hand: shown at once, sent one after the other, taken back one by one.
import {
  getStagePlans,
  type PlanPlace,
  type PlanSpot,
  type StagePlans,
} from '@regie/contract/production-stage-plans'
import { useRef, useState } from 'react'
import { useCached } from '../lib/server-state.tsx'
import { showProblem } from '../ui/toast-queue.ts'
import { useSpotActs } from './plan-api.ts'
import { keyOf, type Role } from './plan-moment.ts'

/** From one place to another; null: not on the plan. Named by role, for a place taken back is a new one. */
type Deed = Role & { readonly from: PlanPlace | null; readonly to: PlanPlace | null }

export type PlanEdits = {
  /** Where things were let go and the server has not said so yet. */
  readonly pending: ReadonlyMap<string, PlanPlace | null>
  readonly put: (role: Role, to: PlanPlace | null) => void
  readonly undo: (() => void) | null
}

export const usePlanEdits = (projectId: string, stageId: string): PlanEdits => {
  const cached = useCached()
  const acts = useSpotActs()
  const [pending, setPending] = useState<ReadonlyMap<string, PlanPlace | null>>(new Map())
  const [done, setDone] = useState<readonly Deed[]>([])
  const line = useRef<Promise<void>>(Promise.resolve())
  const input = { params: { projectId } }
  const spotOf = (role: Role): PlanSpot | undefined =>
    cached
      .get(getStagePlans, input)
      ?.spots.find((spot) => spot.stageId === stageId && keyOf(spot) === keyOf(role))
  const change = (changed: (spots: StagePlans['spots']) => StagePlans['spots']) =>
    cached.set(getStagePlans, input, (was) => ({ ...was, spots: changed(was.spots) }))

  /** Sends it with the version that is known once its turn comes. */
  const send = async (role: Role, to: PlanPlace | null): Promise<void> => {
    const spot = spotOf(role)
    if (!spot) {
      if (!to) return
      const body = { label: role.label, number: role.number, ...to }
      const placed = await acts.place({ params: { projectId, stageId }, body })
      change((spots) => [...spots, placed])
      return
    }
    const params = { projectId, stageId, spotId: spot.id }
    if (!to) {
      await acts.remove({ params, body: { version: spot.version } })
      change((spots) => spots.filter(({ id }) => id !== spot.id))
      return
    }
    const moved = await acts.move({ params, body: { ...to, version: spot.version } })
    change((spots) => spots.map((one) => (one.id === spot.id ? moved : one)))
  }
  const enqueue = (role: Role, to: PlanPlace | null) => {
    const key = keyOf(role)
    setPending((was) => new Map(was).set(key, to))
    const forget = () =>
      setPending((was) =>
        was.get(key) === to ? new Map([...was].filter(([one]) => one !== key)) : was,
      )
    line.current = line.current
      .then(() => send(role, to))
      .catch((error: unknown) => {
        showProblem(error)
        cached.refresh(getStagePlans)
      })
      .then(forget)
  }
  const put = (role: Role, to: PlanPlace | null) => {
    const at = pending.has(keyOf(role)) ? pending.get(keyOf(role)) : spotOf(role)
    const from = at ? { x: at.x, y: at.y } : null
    if (from?.x === to?.x && from?.y === to?.y) return
    setDone((was) => [...was, { label: role.label, number: role.number, from, to }])
    enqueue(role, to)
  }
  const last = done.at(-1)
  const undo = () => {
    if (!last) return
    setDone((was) => was.slice(0, -1))
    enqueue(last, last.from)
  }
  return { pending, put, undo: last ? undo : null }
}
