// A bar in words: what is read out, shown on pointing, and told after a move.
import type { Bar, OpenSeat } from '@regie/contract/planning'
import type { Clock } from '../lib/time.ts'
import { isLate } from './engine/model.ts'
import { barOf } from './from-contract.ts'
import { namesOf } from './open-bars.ts'
import type { TellingWords } from './telling-words.ts'
import type { PlanningWords } from './words.ts'

export const stateText = (bar: Bar, words: PlanningWords): string =>
  bar.state === 'offered' && bar.publishedAt === null ? words.states.draft : words.states[bar.state]

export const whenText = (bar: Pick<Bar, 'startsAt' | 'endsAt'>, clock: Clock): string =>
  `${clock.dateAt(bar.startsAt)} ${clock.range(bar.startsAt, bar.endsAt)}`

/** What of a crew nobody has, as one sentence. */
export const describeOpen = (
  seats: readonly OpenSeat[],
  { more, clock }: { readonly more: TellingWords; readonly clock: Clock },
): string => {
  const [first] = seats
  if (!first) return ''
  return [
    more.open.seats(seats.length),
    first.siteName,
    namesOf(seats),
    first.clientName,
    whenText(first, clock),
    more.crew(first.seats - seats.length, first.seats),
  ]
    .filter(Boolean)
    .join(', ')
}

/** Everything the bar shows, as one sentence. */
export const describeBar = (
  bar: Bar,
  telling: {
    readonly words: PlanningWords
    readonly more: TellingWords
    readonly clock: Clock
    readonly now: number
  },
): string => {
  const { words, more, clock, now } = telling
  const made = barOf(bar)
  return [
    bar.siteName,
    bar.positionName || bar.title,
    bar.clientName,
    bar.technicianName,
    whenText(bar, clock),
    stateText(bar, words),
    ...(isLate(made, now) ? [words.late] : []),
    ...(bar.override ? [`${words.overridden}: ${bar.override.reason}`] : []),
    ...(bar.clientConfirmed ? [words.clientConfirmed] : []),
    ...(bar.unseen ? [words.unseen] : []),
    ...(bar.locked ? [words.locked] : []),
    ...(made.travelMinutes ? [words.travelBefore(made.travelMinutes)] : []),
    ...(bar.seats > 1 ? [more.crew(bar.seatsFilled, bar.seats)] : []),
    ...(bar.attachments > 0 ? [more.documents(bar.attachments)] : []),
    bar.priorityName && `${more.priority} ${bar.priorityName}`,
    words.categories[bar.category],
  ]
    .filter(Boolean)
    .join(', ')
}
