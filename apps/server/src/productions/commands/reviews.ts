// The office opens a review, says when it is due, reminds, ends it, and opens a locked plan again.
import type { Fault } from '@regie/contract/errors'
import type { Id, Instant } from '@regie/contract/kernel'
import { type Review, reviewDepartmentNames } from '@regie/contract/production-reviews'
import { lockAssignments } from '../../planning/index.ts'
import { fail, invalid } from '../../platform/errors.ts'
import { expectCurrent } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { type Matter, readMatter, toReview } from '../queries/reviews.ts'
import { partsOf } from '../review-model.ts'
import {
  claimReview,
  endReview,
  insertReview,
  noteReminded,
  roundsOf,
  type StoredReview,
  saveDue,
  stillPinned,
} from '../store/reviews.ts'
import { write } from './changed.ts'
import { about, claimOpen, concerned, reviewChanged } from './review-told.ts'

const HOUR_MS = 3_600_000

const says = (tx: Tx, path: string, [fr, en]: readonly [string, string], got = ''): Fault => ({
  ...{ path, got },
  expected: tx.actor.language === 'fr' ? fr : en,
})

const dueFaults = (tx: Tx, dueAt: Instant): Fault[] =>
  Date.parse(dueAt) > Date.parse(tx.now())
    ? []
    : [
        says(
          tx,
          'dueAt',
          ['Une échéance à venir est attendue.', 'A time to come is expected.'],
          dueAt,
        ),
      ]

/** Every fault at once: a department nobody answers for, nothing to read, a due time that is over. */
function expectReady(tx: Tx, matter: Matter, dueAt: Instant): void {
  const language = tx.actor.language
  const parts = partsOf({ ...matter, signedLines: null })
  const orphans = parts.filter(({ chief }) => chief === null)
  const faults = [
    ...dueFaults(tx, dueAt),
    ...orphans.map(({ department }) => {
      const name = reviewDepartmentNames[department][language]
      return says(tx, `chiefs.${department}`, [
        `« ${name} » n’a pas de chef : nommez-en un.`,
        `“${name}” has no chief: name one.`,
      ])
    }),
    ...(parts.length > 0
      ? []
      : [
          says(tx, 'phases', [
            'Rien à relire : ajoutez des phases et leurs postes.',
            'Nothing to read: add phases and their positions.',
          ]),
        ]),
  ]
  if (faults.length) throw invalid(faults)
}

type Opening = { projectId: Id; dueAt: Instant; reason: string }

export const openReview = command(
  'productions.open-review',
  write,
  async (tx, { projectId, dueAt, reason }: Opening): Promise<Review> => {
    const before = await claimReview(tx, projectId)
    if (before?.state === 'open') throw fail('wrong_state', { state: 'open' })
    expectReady(tx, await readMatter(tx, projectId), dueAt)
    if (before) await reopen(tx, before, reason)
    const round = (await roundsOf(tx, projectId)) + 1
    await insertReview(tx, projectId, { round, dueAt, reason })
    const matter = await readMatter(tx, projectId)
    const present = new Set(matter.lines.map(({ department }) => department))
    const chiefs = matter.chiefs.filter(({ department }) => present.has(department))
    tx.emit(
      happened.review_opened({ ...about(matter), ...concerned(chiefs), round, dueAt, reason }),
    )
    return await toReview(tx, matter)
  },
)

/** What the lock had pinned can be planned again; what somebody had pinned before stays. */
async function reopen(tx: Tx, review: StoredReview, reason: string): Promise<void> {
  if (reason === '')
    throw invalid([
      says(tx, 'reason', [
        'Dites pourquoi le plan verrouillé est rouvert.',
        'Say why the locked plan is opened again.',
      ]),
    ])
  await endReview(tx, review.id, 'reopened')
  const assignments = await stillPinned(tx, review.pinnedIds)
  await lockAssignments.run(tx, { assignments, locked: false })
}

type Change = { projectId: Id; version: number; dueAt: Instant }

export const changeReview = command(
  'productions.change-review',
  write,
  async (tx, { projectId, version, dueAt }: Change): Promise<Review> => {
    const review = await claimOpen(tx, projectId)
    const faults = dueFaults(tx, dueAt)
    if (faults.length) throw invalid(faults)
    expectCurrent(review.version === version, await toReview(tx, await readMatter(tx, projectId)))
    await saveDue(tx, review.id, dueAt)
    return await reviewChanged(tx, projectId)
  },
)

export const withdrawReview = command(
  'productions.withdraw-review',
  write,
  async (tx, { projectId, version }: { projectId: Id; version: number }): Promise<Review> => {
    const review = await claimOpen(tx, projectId)
    expectCurrent(review.version === version, await toReview(tx, await readMatter(tx, projectId)))
    await endReview(tx, review.id, 'withdrawn')
    return await reviewChanged(tx, projectId)
  },
)

/** Within an hour of the last time it does nothing. */
export const remindChiefs = command(
  'productions.remind-chiefs',
  write,
  async (tx, { projectId }: { projectId: Id }): Promise<Review> => {
    const review = await claimOpen(tx, projectId)
    const matter = await readMatter(tx, projectId)
    const last = Date.parse(review.remindedAt ?? review.openedAt)
    const late = partsOf(matter).flatMap(({ isSigned, chief }) =>
      isSigned || !chief ? [] : [chief],
    )
    if (late.length > 0 && Date.parse(tx.now()) - last >= HOUR_MS) {
      await noteReminded(tx, review.id)
      const { dueAt } = review
      tx.emit(happened.review_reminded({ ...about(matter), ...concerned(late), dueAt }))
    }
    return await toReview(tx, matter)
  },
)
