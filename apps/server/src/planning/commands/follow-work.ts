// Taking crews along with their work when it goes to other hours.
import type { ErrorCode } from '@regie/contract/errors'
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import type { Reason } from '@regie/contract/planning-reasons'
import { Refusal } from '../../platform/errors.ts'
import { command, type Tx } from '../../platform/work.ts'
import { deferClashes, type Placed, settleClashes } from '../store/assignments.ts'
import { labelledById } from '../store/labelled.ts'
import { lockAll, moveOne, tellOne, writeAll } from './arrange.ts'
import { expectAllowed } from './expect-allowed.ts'
import { expectVersion } from './expect-version.ts'

type Change = {
  readonly assignmentId: Id
  readonly version: number
  readonly technicianId: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
}
export type LeftBehind = { readonly assignmentId: Id; readonly refusal: Refusal }
type Followed = { readonly moved: Id[]; readonly left: LeftBehind[] }

/**
 * Everybody goes along as one, judged as all stand afterwards; whom a rule keeps stays at the former hours. That the
 * crew starts together, and after what it waits for, is the word of whoever moved the work.
 */
export const followWork = command(
  'planning.follow-work',
  { permission: 'planning.write' },
  async (tx, { changes }: { changes: readonly Change[] }): Promise<Followed> => {
    if (changes.length === 0) return { moved: [], left: [] }
    const ordered = changes.toSorted((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1))
    await lockAll(tx, ordered)
    const left: LeftBehind[] = []
    const steps: Step[] = []
    for (const change of ordered) {
      const before = await expectVersion(tx, change)
      try {
        steps.push({ before, moved: moveOne(before, change) })
      } catch (error) {
        left.push({ assignmentId: before.id, refusal: keepingBack(error) })
      }
    }
    const shown = await shownById(tx, steps)
    await deferClashes(tx)
    await writeAll(
      tx,
      steps.map(({ moved }) => moved),
    )
    const kept = await settle(tx, steps, left)
    await settleClashes(tx)
    for (const assignment of (await shownById(tx, kept)).values())
      await tellOne(tx, shown, assignment)
    return { moved: kept.map(({ before }) => before.id), left }
  },
)

type Step = { readonly before: Placed; readonly moved: Placed }

const shownById = async (tx: Tx, steps: readonly Step[]): Promise<ReadonlyMap<Id, Assignment>> =>
  new Map(
    (
      await labelledById(
        tx,
        steps.map(({ before }) => before.id),
      )
    ).map((one) => [one.id, one]),
  )

/** Puts back whom a rule keeps; that may stand in the way of what else the same person does, so those are asked again. */
async function settle(tx: Tx, steps: readonly Step[], left: LeftBehind[]): Promise<Step[]> {
  let kept = [...steps]
  let asked = kept
  while (asked.length > 0) {
    const refused: Step[] = []
    for (const step of asked) {
      const refusal = await refusalOf(tx, step.moved)
      if (!refusal) continue
      refused.push(step)
      left.push({ assignmentId: step.before.id, refusal })
    }
    if (refused.length === 0) break
    await writeAll(
      tx,
      refused.map(({ before }) => ({ ...before, version: before.version + 1 })),
    )
    kept = kept.filter((step) => !refused.includes(step))
    const people = new Set(refused.map(({ before }) => before.technicianId))
    asked = kept.filter(({ before }) => people.has(before.technicianId))
  }
  await writeAll(
    tx,
    kept.map(({ moved }) => ({ ...moved, overlapAllowed: false, version: moved.version + 1 })),
  )
  return kept
}

const ofTheCrew: ReadonlySet<string> = new Set(['synchronisation', 'dependencies'])

/** Refusals that keep one person back; any other is a fault of the whole. */
const keeping: ReadonlySet<ErrorCode> = new Set([
  'rule_broken',
  'override_needed',
  'override_reserved',
  'slot_taken',
  'wrong_state',
])

function keepingBack(error: unknown): Refusal {
  if (error instanceof Refusal && keeping.has(error.code)) return error
  throw error
}

async function refusalOf(tx: Tx, moved: Placed): Promise<Refusal | null> {
  try {
    await expectAllowed(tx, moved, { self: moved.id, reason: undefined })
    return null
  } catch (error) {
    const refusal = keepingBack(error)
    const reasons = refusal.details.reasons as Reason[] | undefined
    const isOfTheCrew = reasons?.every(({ rule }) => ofTheCrew.has(rule))
    return isOfTheCrew ? null : refusal
  }
}
