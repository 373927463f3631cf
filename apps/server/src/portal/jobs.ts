// Clients are told what is due: at once when something happens, and every minute by the clock.
import { z } from 'zod'
import { readNotificationSettings, ruleOf } from '../notifications/index.ts'
import { type Actor, program } from '../platform/actor.ts'
import { job } from '../platform/jobs.ts'
import type { Services } from '../platform/services.ts'
import { command, type Tx } from '../platform/work.ts'
import { tellClientsOrder } from './queue.ts'
import { everyOrganization, isAnythingDue, zoneOf } from './store/notices.ts'
import type { ClockOrganization } from './store/visits.ts'
import { dueForReminder } from './store/visits.ts'
import { tellClients } from './tell-clients.ts'

/** Until nobody is left to be told. */
export async function tellAllClients(
  services: Services,
  actor: Actor,
  signal: AbortSignal,
): Promise<void> {
  const writing = { publicUrl: services.publicUrl(), secret: services.secret }
  while (!signal.aborted && (await services.work.act(actor, tellClients, writing)) > 0);
}

const tellClientsNow = job(
  tellClientsOrder.name,
  { payload: tellClientsOrder.payload, keyed: true, concurrency: 2, expireInSeconds: 600 },
  async (services: Services, _payload, { organizationId, signal }) => {
    if (!organizationId) return
    const { database } = services
    const zone = await database.transaction(
      organizationId,
      (rows) => zoneOf(rows, organizationId),
      { readOnly: true },
    )
    await tellAllClients(services, program(organizationId, tellClientsOrder.name, zone), signal)
  },
)

async function isDue(tx: Tx): Promise<boolean> {
  if (await isAnythingDue(tx)) return true
  const { enabled, minutes } = ruleOf(await readNotificationSettings(tx), 'visit_reminder')
  return enabled && (await dueForReminder(tx, minutes ?? 0, 1)).length > 0
}

const wake = command('portal.wake', { permission: 'portal.write' }, (tx) =>
  tx.enqueue(tellClientsOrder, {}, { key: `${tx.actor.organizationId} now` }),
)

const watchClock = job(
  'portal.watch-clock',
  { payload: z.object({}), schedule: '* * * * *', concurrency: 1, retryLimit: 0 },
  async (services: Services) => {
    const organizations: ClockOrganization[] = await services.database.transaction(
      null,
      everyOrganization,
      { readOnly: true },
    )
    for (const { organizationId, timeZone } of organizations) {
      const actor = program(organizationId, 'portal', timeZone)
      try {
        if (await services.work.read(actor, null, isDue))
          await services.work.act(actor, wake, undefined)
      } catch (error) {
        // One organisation's trouble is not another's.
        services.log.error({ err: error, organizationId }, 'clients could not be reminded')
      }
    }
  },
)

export const jobs = [tellClientsNow, watchClock]
