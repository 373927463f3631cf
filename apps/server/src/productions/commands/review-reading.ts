// A chief reads the own lines, marks them seen and remarks on them; the office answers.
import type { Id } from '@regie/contract/kernel'
import type { Remark, Review, ReviewLine } from '@regie/contract/production-reviews'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { departmentsOf, type Matter, readMatter, toReview } from '../queries/reviews.ts'
import {
  forgetSeen,
  insertRemark,
  markRemarkWithdrawn,
  remarksOf,
  saveAnswer,
  saveSeen,
} from '../store/review-notes.ts'
import { write } from './changed.ts'
import { claimOpen, reviewChanged } from './review-told.ts'

export const asChief = { permission: 'productions.review' } as const

/** The id under which a chief reads and signs: the technician's, else the member's. */
export function readerOf({ chiefs }: Matter, department: ReviewLine['department']): Id {
  const chief = chiefs.find((one) => one.department === department)
  return chief?.technicianId ?? chief?.memberId ?? ''
}

/** The lines of the departments somebody is chief of; whoever is chief of none does not know that there is a review. */
function ownLines(tx: Tx, matter: Matter): ReadonlyMap<Id, ReviewLine> {
  const mine = departmentsOf(tx.actor, matter.chiefs)
  if (mine.length === 0) throw fail('not_found', { what: 'review' })
  const lines = matter.lines.filter(({ department }) => mine.includes(department))
  return new Map(lines.map((line) => [line.positionId, line]))
}

type Marking = {
  projectId: Id
  lines: readonly Pick<ReviewLine, 'positionId' | 'fingerprint'>[]
  seen: boolean
}

export const markSeen = command(
  'productions.mark-seen',
  asChief,
  async (tx, { projectId, lines, seen }: Marking): Promise<Review> => {
    await claimOpen(tx, projectId)
    const matter = await readMatter(tx, projectId)
    const own = ownLines(tx, matter)
    const read = lines.map(({ positionId }) => found(own.get(positionId), 'line'))
    const asked = new Map(lines.map(({ positionId, fingerprint }) => [positionId, fingerprint]))
    const others = read.filter((line) => line.fingerprint !== asked.get(line.positionId))
    if (others.length > 0)
      throw fail('stale_version', { current: await toReview(tx, matter), lines: others })
    if (!seen)
      await forgetSeen(
        tx,
        projectId,
        read.map(({ positionId }) => positionId),
      )
    else
      for (const [department, ofIt] of Map.groupBy(read, (line) => line.department))
        await saveSeen(tx, projectId, { lines: ofIt, seenBy: readerOf(matter, department) })
    return await reviewChanged(tx, projectId)
  },
)

type Remarking = { projectId: Id; positionId: Id; text: string }

export const addRemark = command(
  'productions.add-remark',
  asChief,
  async (tx, { projectId, positionId, text }: Remarking): Promise<Review> => {
    const review = await claimOpen(tx, projectId)
    const matter = await readMatter(tx, projectId)
    const { department } = found(ownLines(tx, matter).get(positionId), 'line')
    const writerId = readerOf(matter, department)
    await insertRemark(tx, review.id, { positionId, department, text, writerId })
    return await reviewChanged(tx, projectId)
  },
)

type OnRemark = { projectId: Id; remarkId: Id }

async function remarkIn(tx: Tx, { projectId, remarkId }: OnRemark): Promise<Remark> {
  const review = await claimOpen(tx, projectId)
  const remarks = await remarksOf(tx, review.id)
  return found(
    remarks.find(({ id }) => id === remarkId),
    'remark',
  )
}

export const answerRemark = command(
  'productions.answer-remark',
  write,
  async (tx, input: OnRemark & { text: string }): Promise<Review> => {
    await remarkIn(tx, input)
    await saveAnswer(tx, input.remarkId, input.text)
    return await reviewChanged(tx, input.projectId)
  },
)

export const withdrawRemark = command(
  'productions.withdraw-remark',
  asChief,
  async (tx, input: OnRemark): Promise<Review> => {
    const { department } = await remarkIn(tx, input)
    const { chiefs } = await readMatter(tx, input.projectId)
    if (!departmentsOf(tx.actor, chiefs).includes(department))
      throw fail('not_found', { what: 'remark' })
    await markRemarkWithdrawn(tx, input.remarkId)
    return await reviewChanged(tx, input.projectId)
  },
)
