// When a message may go out, how often it is tried, and on which channel.
import type { Instant, LocalTime } from '@regie/contract/kernel'
import { type MessageChannel, type MessageKind, messageKinds } from '@regie/contract/messages'
import type { KindRule, NotificationSettings, Preferences } from '@regie/contract/notifications'
import { Temporal } from 'temporal-polyfill'
import { isOfRole } from '../relief/index.ts'

export const MAX_ATTEMPTS = 5

/** A question by SMS may be answered for so long. */
export const ANSWER_DAYS = 14

export const shippedSettings: Omit<NotificationSettings, 'version'> = {
  digestMinutes: 15,
  urgentHours: 24,
  quietFrom: '21:00',
  quietUntil: '07:00',
  slackUrl: '',
  rules: (Object.keys(messageKinds) as MessageKind[]).map((kind) => shippedRule(kind)),
}

function shippedRule(kind: MessageKind): KindRule {
  const { channels, minutes } = messageKinds[kind]
  const ordinary = { minutes: minutes?.default ?? null, roles: [] }
  return { kind, enabled: true, channels: [...channels], ...ordinary }
}

/** The rule of a kind; what is younger than the saved settings follows the shipped ones. */
export const ruleOf = (
  { rules }: Pick<NotificationSettings, 'rules'>,
  kind: MessageKind,
): KindRule => ({ ...shippedRule(kind), ...rules.find((rule) => rule.kind === kind) })

/** How long before its moment somebody on this seat is reminded. */
export const minutesFor = (
  { minutes, roles }: Pick<KindRule, 'minutes' | 'roles'>,
  seat: string,
): number => roles.find(({ role }) => isOfRole(seat, role))?.minutes ?? minutes ?? 0

/** Seconds to wait before the next attempt: 10 s, 40 s, 160 s, … */
export const backoffSeconds = (attempts: number): number => 10 * 4 ** Math.max(0, attempts - 1)

type Quiet = {
  readonly quietFrom: LocalTime
  readonly quietUntil: LocalTime
  readonly timeZone: string
}

/** The first moment from `at` on that is not in the quiet hours, which may run past midnight; equal times mean none. */
export function outsideQuietHours(
  at: Instant,
  { quietFrom, quietUntil, timeZone }: Quiet,
): Instant {
  if (quietFrom === quietUntil) return at
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)
  const time = local.toPlainTime()
  const from = Temporal.PlainTime.from(quietFrom)
  const until = Temporal.PlainTime.from(quietUntil)
  const after = Temporal.PlainTime.compare(time, from) >= 0
  const before = Temporal.PlainTime.compare(time, until) < 0
  const overMidnight = Temporal.PlainTime.compare(from, until) > 0
  if (!(overMidnight ? after || before : after && before)) return at
  const day = overMidnight && after ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  return day
    .toZonedDateTime({ timeZone, plainTime: until })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
}

/** Advertising by e-mail and SMS goes out from 8 to 20 on working days: no Sunday, no public holiday (regulation 09, the stricter reading). */
const ADVERTISING = { quietFrom: '20:00', quietUntil: '08:00' } as const

/** The first moment from `at` on at which advertising may go out in France. */
export function legalHours(at: Instant, timeZone: string): Instant {
  let moment = outsideQuietHours(at, { ...ADVERTISING, timeZone })
  for (;;) {
    const local = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone)
    const day = local.toPlainDate()
    if (day.dayOfWeek !== 7 && !isHoliday(day)) return moment
    moment = day
      .add({ days: 1 })
      .toZonedDateTime({ timeZone, plainTime: ADVERTISING.quietUntil })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' })
  }
}

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

/** A public holiday of metropolitan France. */
function isHoliday(day: Temporal.PlainDate): boolean {
  if (FIXED.includes(day.toString().slice(5))) return true
  const easter = easterOf(day.year)
  return [1, 39, 50].some((days) => easter.add({ days }).equals(day))
}

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
function easterOf(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(f / 31), day: (f % 31) + 1 })
}

export type Reach = {
  readonly email: string
  /** E.164, or empty. */
  readonly mobile: string
  readonly browsers: number
  readonly preferences: Pick<Preferences, 'off' | 'kinds'>
}

/** The channels on which a person can be reached, in the order they want for this kind, else that of the rule. */
export function reachableBy(
  rule: Pick<KindRule, 'kind' | 'channels'>,
  { email, mobile, browsers, preferences }: Reach,
): MessageChannel[] {
  const has = {
    email: email !== '',
    sms: mobile !== '',
    push: browsers > 0,
    slack: false,
    inbox: false,
  }
  const wanted = preferences.kinds.find(({ kind }) => kind === rule.kind)?.channels ?? rule.channels
  return wanted.filter((channel) => has[channel] && !preferences.off.includes(channel))
}
