// What becomes of phases when one of them is taken elsewhere. Pure.
import type { Id } from '@regie/contract/kernel'
import { followersOf, type PhaseMove } from '@regie/contract/production-timeline'
import type { Phase } from '@regie/contract/productions'
import type { Pending, Span } from './timeline-rows.ts'

const MINUTE = 60_000

/** What is taken: the whole phase, or one of its ends. */
export type Grip = 'whole' | 'start' | 'end'

export const spanOf = ({ startsAt, endsAt }: Pick<Phase, 'startsAt' | 'endsAt'>): Span => ({
  from: Date.parse(startsAt),
  until: Date.parse(endsAt),
})

/** The hours of a phase taken by `grip` so many minutes on; an end never passes the other. */
export function pulled({ from, until }: Span, grip: Grip, minutes: number, least: number): Span {
  const by = minutes * MINUTE
  if (grip === 'whole') return { from: from + by, until: until + by }
  const short = Math.min(least * MINUTE, until - from)
  if (grip === 'start') return { from: Math.min(from + by, until - short), until }
  return { from, until: Math.max(until + by, from + short) }
}

/** With `along`, what waits for the phase goes on by as much as its end does. */
export function pendingOf(
  phases: readonly Phase[],
  phaseId: Id,
  span: Span,
  along: boolean,
): Pending {
  const moved = new Map([[phaseId, span]])
  const before = phases.find(({ id }) => id === phaseId)
  const by = before ? span.until - Date.parse(before.endsAt) : 0
  if (along && by !== 0)
    for (const follower of followersOf(phases, phaseId)) {
      const { from, until } = spanOf(follower)
      moved.set(follower.id, { from: from + by, until: until + by })
    }
  return moved
}

const iso = (at: number): string => new Date(at).toISOString()

/** As the server takes it, against the phases as they are known. */
export const movesOf = (phases: readonly Phase[], pending: Pending): PhaseMove[] =>
  phases.flatMap(({ id, version }) => {
    const span = pending.get(id)
    return span ? [{ phaseId: id, version, startsAt: iso(span.from), endsAt: iso(span.until) }] : []
  })

/** What takes `moves` back: the hours of before, with the versions of after. */
export const backOf = (
  moves: readonly PhaseMove[],
  before: readonly Phase[],
  after: readonly Phase[],
): PhaseMove[] =>
  moves.flatMap(({ phaseId }) => {
    const was = before.find(({ id }) => id === phaseId)
    const is = after.find(({ id }) => id === phaseId)
    return was && is
      ? [{ phaseId, version: is.version, startsAt: was.startsAt, endsAt: was.endsAt }]
      : []
  })

const STEPS = [5, 15, 30, 60] as const
const LEAST_PIXELS = 4

/** The finest step, in minutes, that a hand can aim at where a minute is so many pixels wide. */
export const stepOf = (pixelsPerMinute: number): number =>
  STEPS.find((step) => step * pixelsPerMinute >= LEAST_PIXELS) ?? 60
