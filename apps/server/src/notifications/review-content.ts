// What a chief of department is told of a review, as it stands at this moment.
import { type ReviewDepartment, reviewDepartmentNames } from '@regie/contract/production-reviews'
import type { Language } from '@regie/contract/roles'
import type { Tx } from '../platform/work.ts'
import { type ChiefsReview, reviewOfChief } from '../productions/index.ts'
import type { Moments } from './moments.ts'
import type { Content } from './news-content.ts'
import type { Notice } from './store/notices.ts'
import type { Person } from './store/people.ts'

export type Reviews = ReadonlyMap<string, ChiefsReview>
const nameOf = ({ subjectId, technicianId }: Pick<Notice, 'subjectId' | 'technicianId'>): string =>
  `${subjectId} ${technicianId}`

/** The reviews that some notices are about, each as its chief may see it. */
export async function readReviews(tx: Tx, notices: readonly Notice[]): Promise<Reviews> {
  const reviews = new Map<string, ChiefsReview>()
  for (const notice of notices) {
    const { kind, subjectId, technicianId } = notice
    if (kind !== 'production_review' || !subjectId || reviews.has(nameOf(notice))) continue
    const review = await reviewOfChief(tx, subjectId, { technicianId, memberId: null })
    if (review) reviews.set(nameOf(notice), review)
  }
  return reviews
}

/** Undefined when there is nothing to tell any more: it was signed, closed, or came back as it was. */
export function reviewContent(
  reviews: Reviews,
  { technicianId, language }: Person,
  { notice, moment }: { notice: Notice | undefined; moment: Moments },
): Content | undefined {
  const review = notice && reviews.get(nameOf(notice))
  const said = review && sayReview(review, language, moment)
  if (!said || notice.technicianId !== technicianId) return undefined
  const { projectId, dueAt } = review
  const base = { kind: 'production_review' as const, about: [], asks: [] }
  const until = dueAt ? { answerUntil: dueAt } : {}
  return { ...base, ...until, reviewId: projectId, values: said }
}

/** What a chief has to know: a grid to sign, or what changed after the signature; undefined: neither. */
export function sayReview(
  { name, reason, dueAt, unsigned, changed, lines }: ChiefsReview,
  language: Language,
  moment: Moments,
): Readonly<Record<'production' | 'departments' | 'title' | 'lines', string>> | undefined {
  const say = sayings[language]
  const deadline = dueAt ? `${moment.day(dueAt)} ${moment.time(dueAt)}` : ''
  const named = (departments: readonly ReviewDepartment[]) =>
    departments.map((one) => reviewDepartmentNames[one][language]).join(', ')
  const base = { production: name, reason, deadline }
  if (unsigned.length > 0)
    return {
      ...{ ...base, departments: named(unsigned), count: String(lines) },
      title: say.toSign(deadline),
      lines: say.toRead(lines),
    }
  if (changed.length === 0) return undefined
  const departments = [...new Set(changed.map(({ department }) => department))]
  const texts = changed.slice(0, MOST_LINES).map(({ before, after }) => {
    const who = (line: typeof before) => line?.technicianName ?? say.nobody
    const line = after ?? before
    const was = before ? who(before) : say.fresh
    const hours = line ? `${moment.day(line.startsAt)} ${moment.time(line.startsAt)}` : ''
    return `- ${line?.role ?? ''}, ${hours} : ${was} → ${after ? who(after) : say.gone}`
  })
  const rest = changed.length - texts.length
  return {
    ...{ ...base, departments: named(departments), count: String(changed.length) },
    title: say.changed(changed.length),
    lines: [...texts, ...(rest > 0 ? [say.more(rest)] : [])].join('\n'),
  }
}

const MOST_LINES = 12

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count > 1 ? many : one}`

const sayings = {
  fr: {
    toSign: (deadline: string) => `à relire et signer avant le ${deadline}`,
    toRead: (count: number) =>
      `${plural(count, 'ligne', 'lignes')} : lisez, remarquez, signez. Quand tout le monde a signé, le planning est verrouillé.`,
    changed: (count: number) =>
      plural(count, 'ligne changée après signature', 'lignes changées après signature'),
    nobody: 'à pourvoir',
    fresh: 'nouveau',
    gone: 'retiré',
    more: (count: number) => `- et ${count} de plus`,
  },
  en: {
    toSign: (deadline: string) => `to read and sign before ${deadline}`,
    toRead: (count: number) =>
      `${plural(count, 'line', 'lines')}: read, remark, sign. When everybody has signed, the plan is locked.`,
    changed: (count: number) =>
      plural(count, 'line changed after sign-off', 'lines changed after sign-off'),
    nobody: 'uncovered',
    fresh: 'new',
    gone: 'removed',
    more: (count: number) => `- and ${count} more`,
  },
} as const satisfies Record<Language, unknown>
