// What is said of changes in the plan, as it stands at this moment.
import type { Id, Instant } from '@regie/contract/kernel'
import type { MessageKind } from '@regie/contract/messages'
import type { Assignment } from '@regie/contract/planning'
import { momentsOf } from './moments.ts'
import type { About } from './store/messages.ts'
import type { KnownVisit, Notice } from './store/notices.ts'
import type { Person } from './store/people.ts'

/** What a message says, before it is put into a text. */
export type Content = {
  readonly kind: MessageKind
  readonly values: Readonly<Record<string, string>>
  readonly shortValues?: Readonly<Record<string, string>>
  readonly about: readonly About[]
  readonly asks: readonly Id[]
  readonly askId?: Id
  readonly pollId?: Id
  /** The production whose call sheet it is about. */
  readonly projectId?: Id
  /** The production under review whose chief it is for. */
  readonly reviewId?: Id
  /** The deadline of a poll: the link lives on a while, to say that it is over. */
  readonly answerUntil?: Instant
  /** When the work begins that somebody is asked for. */
  readonly startsAt?: Instant
  /** Goes out at any hour. */
  readonly isUrgent?: boolean
}

export const isOn = ({ state }: Assignment): boolean =>
  state !== 'declined' && state !== 'withdrawn'

type Told = { readonly visits: ReadonlyMap<Id, Assignment>; readonly timeZone: string }

type Line = {
  readonly sign: 'new' | 'moved' | 'removed'
  readonly id: Id
  readonly visit: KnownVisit
}

/** What is different from what the technician knew before the first of these changes; nothing, when it all came back. */
export function newsContent(
  { visits, timeZone }: Told,
  { technicianId, language }: Person,
  bundle: readonly Notice[],
): Content | undefined {
  const lines = [...Map.groupBy(bundle, ({ subjectId }) => subjectId ?? '')].flatMap(
    ([id, notices]): Line[] => {
      const before = notices[0]?.before ?? null
      const visit = visits.get(id)
      const now =
        visit && visit.technicianId === technicianId && visit.publishedAt !== null && isOn(visit)
          ? visit
          : null
      if (!now) return before ? [{ sign: 'removed', id, visit: before }] : []
      if (!before) return [{ sign: 'new', id, visit: now }]
      return before.startsAt === now.startsAt && before.endsAt === now.endsAt
        ? []
        : [{ sign: 'moved', id, visit: now }]
    },
  )
  if (lines.length === 0) return undefined
  lines.sort((a, b) => a.visit.startsAt.localeCompare(b.visit.startsAt))
  const { say, day, time } = { ...momentsOf(language, timeZone), say: signs[language] }
  const long = lines.map(
    ({ sign, visit }) =>
      `- ${say[sign]} : ${day(visit.startsAt)} ${time(visit.startsAt)}–${time(visit.endsAt)} · ${visit.title} · ${visit.siteName}${visit.city ? `, ${visit.city}` : ''}`,
  )
  const short = lines
    .slice(0, 3)
    .map(
      ({ sign, visit }) =>
        `${say[sign]} ${day(visit.startsAt)} ${time(visit.startsAt)} ${visit.title}, ${visit.siteName}`,
    )
  if (lines.length > 3) short.push(`+ ${lines.length - 3}`)
  return {
    kind: 'assignment_news',
    values: { count: String(lines.length), lines: long.join('\n') },
    shortValues: { count: String(lines.length), lines: short.join(' / ') },
    about: lines.map(({ sign, id, visit }) => ({
      assignmentId: id,
      technicianId,
      startsAt: sign === 'removed' ? null : visit.startsAt,
    })),
    asks: lines.filter(({ sign }) => sign !== 'removed').map(({ id }) => id),
  }
}

const signs = {
  fr: { new: 'Nouveau', moved: 'Déplacé', removed: 'Retiré' },
  en: { new: 'New', moved: 'Moved', removed: 'Removed' },
} as const
