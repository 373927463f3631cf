// What followed from events: visits that moved, people on their way, opinions to ask for, reports that are ready.
import type { Id, Instant } from '@regie/contract/kernel'
import { Temporal } from 'temporal-polyfill'
import { type ClientLetter, queueForClients } from '../notifications/index.ts'
import { forgetConfirmations, wayTo } from '../planning/index.ts'
import type { Tx } from '../platform/work.ts'
import { keptOrLate } from './model.ts'
import { type Addressed, address, arrivesBy, type Telling } from './recipients.ts'
import type { Notice } from './store/notices.ts'
import { insertPromises, type OpenPromise, openPromises, settlePromise } from './store/promises.ts'
import { beganAt, type Visit, visitsOf } from './store/visits.ts'
import { momentsOf } from './words.ts'

export async function tellNotices(
  tx: Tx,
  notices: readonly Notice[],
  telling: Telling,
): Promise<void> {
  const ids = [...new Set(notices.map(({ workOrderId }) => workOrderId))]
  const promised = await openPromises(tx, ids)
  const addressed = await address(tx, await visitsOf(tx, ids), telling)
  for (const notice of notices) {
    const one = addressed.get(notice.workOrderId)
    if (!one) continue
    if (notice.kind === 'change')
      await followChange(tx, one, promised.get(notice.workOrderId), telling)
    else if (one.visit.status !== 'cancelled') await tellMoment(tx, one, notice)
  }
}

const send = (
  tx: Tx,
  { visit, to, values }: Addressed,
  letter: Pick<ClientLetter, 'kind'> & Partial<ClientLetter>,
) =>
  queueForClients(tx, [
    {
      ...{ to, workOrderId: visit.workOrderId, visitStartsAt: null, ...letter },
      values: { ...values, ...letter.values },
    },
  ])

/** The window that was given against the plan of now: kept, moved, gone, or as it was after all. */
async function followChange(
  tx: Tx,
  one: Addressed,
  open: OpenPromise | undefined,
  telling: Telling,
): Promise<void> {
  if (!open) return
  const { visit } = one
  const began = await beganAt(tx, visit.workOrderId)
  if (began) {
    const { state, bySeconds } = keptOrLate(open.until, began)
    await settlePromise(tx, open.id, { state, bySeconds, arrivedAt: began })
    return
  }
  const isOff = visit.status === 'cancelled' || visit.startsAt === null
  if (!isOff && visit.startsAt === open.from) return
  const before = momentsOf(one.to.language, tx.actor.timeZone).moment(open.from)
  await forgetConfirmations(tx, visit.workOrderId)
  if (isOff || visit.startsAt === null) {
    await settlePromise(tx, open.id, { state: 'withdrawn' })
    // Of an hour that is over there is nothing to tell.
    if (Date.parse(open.from) > Date.parse(tx.now()))
      await send(tx, one, { kind: 'visit_cancelled', values: { before } })
    return
  }
  const bySeconds = Math.round((Date.parse(visit.startsAt) - Date.parse(open.from)) / 1000)
  await settlePromise(tx, open.id, { state: 'withdrawn', bySeconds })
  if (Date.parse(visit.startsAt) <= Date.parse(tx.now())) return
  await giveNewHour(tx, one, { startsAt: visit.startsAt, before }, telling)
}

async function giveNewHour(
  tx: Tx,
  one: Addressed,
  { startsAt, before }: { startsAt: Instant; before: string },
  telling: Telling,
): Promise<void> {
  const { workOrderId } = one.visit
  const isSoon = Date.parse(startsAt) - Date.parse(tx.now()) < 12 * 3_600_000
  const [channels = []] = await send(tx, one, {
    ...{ kind: 'visit_changed', values: { before }, visitStartsAt: startsAt, isUrgent: isSoon },
  })
  await insertPromises(tx, [
    {
      ...{ workOrderId, name: one.to.name, from: startsAt, by: 'visit_changed', channels },
      until: arrivesBy(startsAt, telling.settings),
      isReminder: isReminderTime(tx, startsAt, telling.minutes),
    },
  ])
}

/** Told so late, there is no reminder besides. */
export function isReminderTime(tx: Tx, startsAt: Instant, minutes: number): boolean {
  const start = Temporal.Instant.from(startsAt).toZonedDateTimeISO(tx.actor.timeZone)
  const due = start
    .toPlainDateTime()
    .subtract({ minutes })
    .toZonedDateTime(tx.actor.timeZone)
    .toInstant()
  return due.epochMilliseconds <= Date.parse(tx.now())
}

type Left = { readonly assignmentId: Id; readonly leftAt: Instant }

const STEP_MS = 300_000

/** The road from the stop before, in steps of five minutes: nobody knows it better. Unknown: the hour of the plan. */
export async function arrivalOf(
  tx: Tx,
  { startsAt }: Pick<Visit, 'startsAt'>,
  { assignmentId, leftAt }: Left,
): Promise<Instant> {
  const seconds = await wayTo(tx, assignmentId)
  if (seconds === undefined) return startsAt ?? leftAt
  return inFives(new Date(Date.parse(leftAt) + seconds * 1000).toISOString(), tx.now())
}

/** Up to the next five minutes, and never past: who should be there by now comes at any moment. */
export const inFives = (at: Instant, now: Instant): Instant =>
  new Date(Math.ceil(Math.max(Date.parse(at), Date.parse(now)) / STEP_MS) * STEP_MS).toISOString()

async function tellMoment(tx: Tx, one: Addressed, notice: Notice): Promise<void> {
  const { visit, to } = one
  const { day, time } = momentsOf(to.language, tx.actor.timeZone)
  if (notice.kind === 'on_the_way') {
    // Who has begun, or turned back, is not on the way any more.
    if (!visit.states.includes('en_route')) return
    const { technician, ...left } = notice.facts as { technician: string } & Left
    const values = { technician, arrival: time(await arrivalOf(tx, visit, left)) }
    await send(tx, one, { kind: 'visit_on_the_way', values })
    return
  }
  const on = visit.startsAt ?? (notice.facts.at as Instant | undefined) ?? tx.now()
  const values = { day: day(on) }
  await send(tx, one, {
    ...{ kind: notice.kind === 'survey' ? 'visit_survey' : 'visit_report', values },
  })
}
