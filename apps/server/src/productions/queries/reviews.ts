// The review of a production as it stands, for the office or for one of its chiefs.
import type { Id, Instant } from '@regie/contract/kernel'
import type {
  Chief,
  LineChange,
  OwnReview,
  PossibleChief,
  Review,
  ReviewDepartment,
} from '@regie/contract/production-reviews'
import type { Actor } from '../../platform/actor.ts'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { linesOf, partsOf, rolesOf, type Seen, type Standing, seenLines } from '../review-model.ts'
import { chiefsOf, possibleChiefs, saidDepartments } from '../store/chiefs.ts'
import { phasesOf } from '../store/phases.ts'
import { notesOf, remarksOf, seenOf, signaturesOf } from '../store/review-notes.ts'
import { liveReview, reviewedBy, roundsOf, type StoredReview } from '../store/reviews.ts'
import { stagesOf } from '../store/stages.ts'

/** All there is to know of a review, before anybody's sight of it. */
export type Matter = Standing & {
  readonly project: Review['project']
  readonly review: StoredReview | undefined
  readonly marks: readonly Seen[]
  readonly roles: Review['roles']
  readonly phaseIds: readonly Id[]
}

export async function readMatter(tx: Tx, projectId: Id): Promise<Matter> {
  const project = found(await findProject(tx, projectId), 'project')
  const { id, code, name, clientName, startsOn, endsOn, budgetCode } = project
  const review = await liveReview(tx, projectId)
  const phases = await phasesOf(tx, projectId)
  const said = await saidDepartments(tx, projectId)
  const lines = linesOf(phases, await stagesOf(tx, projectId), said)
  const chiefs = await chiefsOf(tx, projectId)
  const marks = await seenOf(tx, projectId)
  return {
    project: { id, code, name, clientName, startsOn, endsOn, budgetCode },
    ...{ review, lines, chiefs, marks },
    seen: seenLines(lines, marks, chiefs),
    roles: rolesOf(phases, said),
    phaseIds: phases.map((phase) => phase.id),
    remarks: review ? await remarksOf(tx, review.id) : [],
    signatures: review ? await signaturesOf(tx, review.id) : [],
    notes: review ? await notesOf(tx, review.id) : new Map(),
    signedLines: review?.signedLines ?? null,
  }
}

/** The departments somebody is chief of. */
export const departmentsOf = (
  { technicianId, memberId }: Pick<Actor, 'technicianId' | 'memberId'>,
  chiefs: readonly Chief[],
): ReviewDepartment[] =>
  chiefs
    .filter(
      (chief) =>
        (chief.technicianId !== null && chief.technicianId === technicianId) ||
        (chief.memberId !== null && chief.memberId === memberId),
    )
    .map(({ department }) => department)

/** What whoever asks may see of it: the office all, a chief the own departments once it is open, others nothing. */
export async function toReview(tx: Tx, matter: Matter): Promise<Review> {
  const { project, review, seen } = matter
  const mine = departmentsOf(tx.actor, matter.chiefs)
  const seesAll = tx.may('productions.read')
  if (!seesAll && (mine.length === 0 || !review)) throw fail('not_found', { what: 'review' })
  const sees = ({ department }: { department: ReviewDepartment }) =>
    seesAll || mine.includes(department)
  return {
    project,
    state: review?.state ?? 'none',
    version: review?.version ?? null,
    round: review?.round ?? (await roundsOf(tx, project.id)),
    openedAt: review?.openedAt ?? null,
    openedBy: review?.openedBy ?? null,
    dueAt: review?.dueAt ?? null,
    lockedAt: review?.lockedAt ?? null,
    reason: review?.reason ?? '',
    parts: partsOf(matter).filter(sees),
    lines: matter.lines
      .filter(sees)
      .map((line) => ({ ...line, isSeen: seen.has(line.positionId) })),
    remarks: matter.remarks.filter(sees),
    mine,
    roles: seesAll ? matter.roles : [],
  }
}

export const getReview = async (tx: Tx, projectId: Id): Promise<Review> =>
  await toReview(tx, await readMatter(tx, projectId))

export async function ownReviews(tx: Tx): Promise<{ items: OwnReview[] }> {
  const items: OwnReview[] = []
  for (const projectId of await reviewedBy(tx, tx.actor)) {
    const matter = await readMatter(tx, projectId)
    const mine = departmentsOf(tx.actor, matter.chiefs)
    const parts = partsOf(matter).filter(({ department }) => mine.includes(department))
    if (parts.length === 0) continue
    const { code, name } = matter.project
    items.push({
      ...{ projectId, code, name },
      state: matter.review?.state ?? 'none',
      dueAt: matter.review?.dueAt ?? null,
      departments: parts.map(({ department }) => department),
      unread: parts.reduce((sum, { lines, seen }) => sum + lines - seen, 0),
      isSigned: parts.every(({ isSigned }) => isSigned),
      changes: parts.reduce((sum, { changes }) => sum + changes.length, 0),
    })
  }
  return { items }
}

export async function listPossibleChiefs(
  tx: Tx,
  projectId: Id,
): Promise<{ items: PossibleChief[] }> {
  found(await findProject(tx, projectId), 'project')
  return { items: await possibleChiefs(tx, projectId) }
}

/** What a chief is to be told of: departments still to sign, or lines changed after the signature. */
export type ChiefsReview = {
  readonly projectId: Id
  readonly name: string
  readonly reason: string
  readonly dueAt: Instant | null
  readonly unsigned: readonly ReviewDepartment[]
  readonly changed: readonly LineChange[]
  /** Of the departments still to sign. */
  readonly lines: number
}

export async function reviewOfChief(
  tx: Tx,
  projectId: Id,
  chief: Pick<Actor, 'technicianId' | 'memberId'>,
): Promise<ChiefsReview | undefined> {
  if (!(await findProject(tx, projectId))) return undefined
  const matter = await readMatter(tx, projectId)
  const { review, project } = matter
  const mine = departmentsOf(chief, matter.chiefs)
  if (!review || mine.length === 0) return undefined
  const parts = partsOf(matter).filter(({ department }) => mine.includes(department))
  const unsigned = parts.filter(({ isSigned }) => !isSigned)
  return {
    ...{ projectId, name: project.name, reason: review.reason, dueAt: review.dueAt },
    unsigned: unsigned.map(({ department }) => department),
    changed: parts.flatMap(({ changes }) => changes),
    lines: unsigned.reduce((sum, { lines }) => sum + lines, 0),
  }
}
