// Reminders that come due are noted, and what is due is written and sent: at once when something happens, and every minute.
import type { Id } from '@regie/contract/kernel'
import type { MessageKind } from '@regie/contract/messages'
import { z } from 'zod'
import { type Actor, program } from '../../platform/actor.ts'
import { job } from '../../platform/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { command } from '../../platform/work.ts'
import { handOverDue } from '../hand-over.ts'
import { minutesFor, ruleOf } from '../model.ts'
import { sendDueOrder } from '../queue.ts'
import { type DueVisit, endingWithin, everyOrganization, startingWithin } from '../store/due.ts'
import { insertNotices, isAnythingWaiting } from '../store/notices.ts'
import { readSettings } from '../store/settings.ts'
import { writeMessages } from '../write-messages.ts'

const run = { permission: 'notifications.read' } as const

/**
 * Notes the reminders of this moment from the plan of this moment: a visit that moved, went or changed hands has no other
 * trace. Each is noted once by visit, person and hour.
 */
export const noteReminders = command(
  'notifications.note-reminders',
  run,
  async (tx): Promise<boolean> => {
    const settings = await readSettings(tx)
    const reminders = [
      ['start_reminder', startingWithin],
      ['checkout_reminder', endingWithin],
    ] as const
    for (const [kind, find] of reminders) {
      const rule = ruleOf(settings, kind)
      if (!rule.enabled || rule.minutes === null) continue
      const widest = Math.max(rule.minutes, ...rule.roles.map(({ minutes }) => minutes))
      const due = (await find(tx, widest)).filter(
        ({ at, seat }) => Date.parse(at) - Date.parse(tx.now()) <= minutesFor(rule, seat) * 60_000,
      )
      await insertNotices(
        tx,
        tx.actor.organizationId,
        due.map((visit) => toNotice(tx, kind, visit)),
      )
    }
    return await isAnythingWaiting(tx)
  },
)

const toNotice = (
  tx: { newId(): Id; now(): string },
  kind: MessageKind,
  { id, technicianId, at }: DueVisit,
) => ({
  id: tx.newId(),
  kind,
  technicianId,
  subjectId: id,
  before: null,
  key: `${kind}:${id}:${technicianId}:${Date.parse(at)}`,
  tellAt: tx.now(),
})

export const watchClock = job(
  'notifications.watch-clock',
  { payload: z.object({}), schedule: '* * * * *', concurrency: 1, retryLimit: 0 },
  async (services: Services) => {
    const organizations = await services.database.transaction(null, everyOrganization, {
      readOnly: true,
    })
    for (const { organizationId, timeZone } of organizations) {
      const actor = program(organizationId, 'notifications', timeZone)
      try {
        if (await services.work.act(actor, noteReminders, undefined))
          await services.work.act(actor, wake, undefined)
      } catch (error) {
        // One organisation's trouble is not another's.
        services.log.error({ err: error, organizationId }, 'reminders could not be noted')
      }
    }
  },
)

/** Asks for what is due to be sent; of several that ask one waits. */
export const wake = command('notifications.wake', run, (tx) =>
  tx.enqueue(sendDueOrder, {}, { key: `${tx.actor.organizationId} now` }),
)

export const sendDue = job(
  sendDueOrder.name,
  { payload: sendDueOrder.payload, keyed: true, concurrency: 2, expireInSeconds: 600 },
  async (services: Services, _payload, { organizationId, signal }) => {
    if (!organizationId) return
    const actor = program(organizationId, sendDueOrder.name)
    await sendAllDue(services, actor, signal)
  },
)

/** Writes and hands over until nothing is due. */
export async function sendAllDue(
  services: Services,
  actor: Actor,
  signal: AbortSignal,
): Promise<void> {
  while (
    !signal.aborted &&
    (await services.work.act(actor, writeMessages, { publicUrl: services.publicUrl() })) > 0
  )
    await handOverDue(services, actor, signal)
  await handOverDue(services, actor, signal)
}
