// What is due for clients becomes messages and promises: as the plan stands at this moment, each window written down.
import type { Id } from '@regie/contract/kernel'
import type { MessageChannel } from '@regie/contract/messages'
import {
  type ClientLetter,
  queueForClients,
  readNotificationSettings,
  ruleOf,
} from '../notifications/index.ts'
import { lockPlanning } from '../planning/index.ts'
import { command, type Tx } from '../platform/work.ts'
import { address, arrivesBy, type Telling, type Writing } from './recipients.ts'
import { claimNotices } from './store/notices.ts'
import {
  insertPromises,
  type NewPromise,
  noteReminded,
  openPromises,
  reachPromises,
} from './store/promises.ts'
import { readSettings } from './store/settings.ts'
import { dueForReminder, visitsOf } from './store/visits.ts'
import { tellNotices } from './tell-notices.ts'

export const VISITS_AT_ONCE = 200

/** Whoever gives a window to a client waits for whoever does: a visit has one that is open. */
export const lockTelling = (tx: Tx): Promise<void> => lockPlanning(tx, ['tell-clients'])

/** Tells some clients; 0 when nobody is left to be told. */
export const tellClients = command(
  'portal.tell-clients',
  { permission: 'portal.write' },
  async (tx, writing: Writing): Promise<number> => {
    // One at a time for each organisation: so nobody is told twice.
    await lockTelling(tx)
    const settings = await readSettings(tx)
    const rule = ruleOf(await readNotificationSettings(tx), 'visit_reminder')
    const minutes = rule.minutes ?? 0
    const telling: Telling = { ...writing, settings, minutes }
    const notices = await claimNotices(tx, VISITS_AT_ONCE)
    if (notices.length > 0) await tellNotices(tx, notices, telling)
    const due = rule.enabled ? await dueForReminder(tx, minutes, VISITS_AT_ONCE) : []
    if (due.length > 0) await remind(tx, due, telling)
    return notices.length + due.length
  },
)

/** Tells of these visits as they stand, as the reminder does, and writes down what was promised by it. */
export async function remind(tx: Tx, ids: readonly Id[], telling: Telling): Promise<void> {
  const visits = (await visitsOf(tx, ids)).filter(({ startsAt }) => startsAt !== null)
  const promised = await openPromises(tx, ids)
  const addressed = await address(tx, visits, telling)
  const letters: ClientLetter[] = []
  for (const { visit, to, values } of addressed.values())
    letters.push({
      ...{ kind: 'visit_reminder', to, values, workOrderId: visit.workOrderId },
      visitStartsAt: visit.startsAt,
    })
  const channels = await queueForClients(tx, letters)
  const given: NewPromise[] = []
  const known: { id: Id; channels: readonly MessageChannel[] }[] = []
  for (const [rank, { to, visit }] of [...addressed.values()].entries()) {
    const open = promised.get(visit.workOrderId)
    const { workOrderId, startsAt } = visit
    if (startsAt === null) continue
    if (open) known.push({ id: open.id, channels: channels[rank] ?? [] })
    else
      given.push({
        ...{ workOrderId, name: to.name, from: startsAt, by: 'visit_reminder', isReminder: true },
        ...{ until: arrivesBy(startsAt, telling.settings), channels: channels[rank] ?? [] },
      })
  }
  await insertPromises(tx, given)
  if (known.length === 0) return
  await noteReminded(
    tx,
    known.map(({ id }) => id),
  )
  await reachPromises(tx, known)
}
