// When the office is told, when a search ends, and who is asked next: pure rules.
import type { Instant } from '@regie/contract/kernel'
import type { ReliefKind, ReliefState } from '@regie/contract/relief'
import type { ReliefSettings } from '@regie/contract/relief-settings'

export const shippedSettings: Omit<ReliefSettings, 'version'> = {
  approval: [],
  onAbsence: 'ask',
  absenceReasons: ['sick'],
  sickAtOnce: true,
  onDecline: 'propose',
  waveSize: 3,
  waveMinutes: 10,
  deadlineHours: 4,
  deadlines: [],
  emergencyMode: 'ask',
  emergencyPriorityIds: [],
  emergencyHours: 8,
  escalateMinutes: 10,
}

export const isOpen = (state: ReliefState): boolean =>
  state === 'proposed' || state === 'asking' || state === 'to_approve'

const HOUR_MS = 3_600_000
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** A role is meant by the label of the seat it begins. */
export const isOfRole = (seat: string, role: string): boolean => fold(seat).startsWith(fold(role))

/** Hours before the start by which a seat is settled. */
export function deadlineHoursOf(
  { deadlines, deadlineHours }: Pick<ReliefSettings, 'deadlines' | 'deadlineHours'>,
  seat: string,
): number {
  const own = deadlines.find(({ role }) => isOfRole(seat, role))
  return own?.hours ?? deadlineHours
}

type Times = { readonly alarmAt: Instant; readonly closesAt: Instant }

/** A release ends when the office is told: until then it is the giver's. An open seat is sought for until the work starts. */
export function timesOf(kind: ReliefKind, startsAt: Instant, hours: number, now: Instant): Times {
  const deadline = Date.parse(startsAt) - hours * HOUR_MS
  const alarmAt = new Date(Math.max(deadline, Date.parse(now))).toISOString()
  const keeps = kind === 'release' || kind === 'swap'
  return { alarmAt, closesAt: keeps ? new Date(deadline).toISOString() : startsAt }
}

/** The next moment the clock has something to do for a search. */
export const isDue = (at: Instant | null, now: Instant): boolean =>
  at !== null && Date.parse(at) <= Date.parse(now)

/** How many are asked at once: a release concerns everybody, a replacement the best first. */
export const waveOf = (kind: ReliefKind, { waveSize }: Pick<ReliefSettings, 'waveSize'>): number =>
  kind === 'release' || kind === 'swap' ? 50 : waveSize
