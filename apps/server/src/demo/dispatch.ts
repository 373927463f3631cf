// Puts people on seats the way a planner would, through the same command and the same rules.
import type { Id, Instant } from '@regie/contract/kernel'
import { tellWork } from '../fieldwork/index.ts'
import { acceptAssignment, createAssignment, ownAssignment } from '../planning/index.ts'
import { Refusal } from '../platform/errors.ts'
import type { Tx } from '../platform/work.ts'
import { markDone, markStarted } from '../work-orders/index.ts'

export type Given = {
  readonly assignmentId: Id
  readonly workOrderId: Id
  readonly technicianId: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
}

type Wish = { positionId: Id; technicianId: Id; startsAt: Instant; endsAt?: Instant }

/** The assignment, or undefined when a rule or a colleague is in the way. */
export async function assign(tx: Tx, wish: Wish): Promise<Given | undefined> {
  try {
    const made = await createAssignment.run(tx, { ...wish, locked: false })
    const { id, workOrderId, technicianId, startsAt, endsAt } = made
    return { assignmentId: id, workOrderId, technicianId, startsAt, endsAt }
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** The transaction as the technician whose assignment it is. */
const as = (tx: Tx, technicianId: Id): Tx => ({ ...tx, actor: { ...tx.actor, technicianId } })

/** Started and finished to the minute. */
async function workOn(own: Tx, { assignmentId, startsAt, endsAt }: Given): Promise<void> {
  for (const [step, deviceAt] of [
    ['started', startsAt],
    ['finished', endsAt],
  ] as const) {
    const what = { kind: 'step', step } as const
    await tellWork(own, { id: own.newId(), deviceAt, assignmentId, what }, own.now())
  }
}

/** What is over is done; what is soon is mostly accepted. */
export async function liveOn(tx: Tx, given: readonly Given[], now: Instant): Promise<void> {
  for (const [index, one] of given.entries()) {
    const own = as(tx, one.technicianId)
    if (one.endsAt < now) {
      await workOn(own, one)
    } else if (index % 4 !== 3) {
      const { version } = await ownAssignment(own, one.assignmentId)
      await acceptAssignment.run(own, { assignmentId: one.assignmentId, version })
    }
  }
  const over = given.filter(({ endsAt }) => endsAt < now).map(({ workOrderId }) => workOrderId)
  const open = new Set(given.filter(({ endsAt }) => endsAt >= now).map((one) => one.workOrderId))
  const done = [...new Set(over)].filter((id) => !open.has(id))
  await markStarted(tx, done)
  await markDone(tx, done)
}
