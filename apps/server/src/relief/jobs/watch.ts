// The clock looks at every open search once a minute; what happens in the plan has it look at once.
import type { Id } from '@regie/contract/kernel'
import { z } from 'zod'
import { type Actor, program } from '../../platform/actor.ts'
import { sql } from '../../platform/db/sql.ts'
import { job } from '../../platform/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { advance } from '../commands/advance.ts'
import { noteEmergency } from '../commands/emergency.ts'
import { coverAbsence, coverDeclined } from '../commands/replace.ts'
import { takeSickCall } from '../commands/sick-call.ts'
import {
  advanceOrder,
  coverAbsenceOrder,
  coverDeclinedOrder,
  noteEmergencyOrder,
  takeSickCallOrder,
} from '../queue.ts'

const timeZoneOf = async ({ work }: Services, organizationId: Id): Promise<string> => {
  const reader = program(organizationId, 'relief')
  const { timeZone } = await work.read(reader, null, (tx) =>
    tx.row(sql<{ timeZone: string }>`
      select time_zone as "timeZone" from identity.v_organizations where organization_id = ${organizationId}`),
  )
  return timeZone
}

/** The program for one organisation, with its zone: days of absence are local days. */
const actorOf = async (
  services: Services,
  organizationId: Id | null,
): Promise<Actor | undefined> =>
  organizationId
    ? program(organizationId, 'Régie', await timeZoneOf(services, organizationId))
    : undefined

export const watchSearches = job(
  'relief.watch-searches',
  { payload: z.object({}), schedule: '* * * * *', concurrency: 1, retryLimit: 0 },
  async ({ database, work, log }: Services) => {
    type Waiting = { organizationId: Id; timeZone: string }
    const waiting = await database.transaction(
      null,
      (rows) =>
        rows.rows(sql<Waiting>`
          select organization_id as "organizationId", time_zone as "timeZone" from relief.waiting_organizations() order by organization_id`),
      { readOnly: true },
    )
    for (const { organizationId, timeZone } of waiting)
      try {
        await work.act(program(organizationId, 'Régie', timeZone), advance, undefined)
      } catch (error) {
        // One organisation's trouble is not another's.
        log.error({ err: error, organizationId }, 'searches could not be advanced')
      }
  },
)

export const advanceSearches = job(
  advanceOrder.name,
  { payload: advanceOrder.payload, keyed: true, concurrency: 2 },
  async (services: Services, _payload, { organizationId }) => {
    const actor = await actorOf(services, organizationId)
    if (actor) await services.work.act(actor, advance, undefined)
  },
)

export const coverAbsenceJob = job(
  coverAbsenceOrder.name,
  { payload: coverAbsenceOrder.payload, concurrency: 2 },
  async (services: Services, absence, { organizationId }) => {
    const actor = await actorOf(services, organizationId)
    if (actor) await services.work.act(actor, coverAbsence, absence)
  },
)

export const coverDeclinedJob = job(
  coverDeclinedOrder.name,
  { payload: coverDeclinedOrder.payload, concurrency: 2 },
  async (services: Services, declined, { organizationId }) => {
    const actor = await actorOf(services, organizationId)
    if (actor) await services.work.act(actor, coverDeclined, declined)
  },
)

export const noteEmergencyJob = job(
  noteEmergencyOrder.name,
  { payload: noteEmergencyOrder.payload, concurrency: 2 },
  async (services: Services, urgent, { organizationId }) => {
    const actor = await actorOf(services, organizationId)
    if (actor) await services.work.act(actor, noteEmergency, urgent)
  },
)

export const takeSickCallJob = job(
  takeSickCallOrder.name,
  { payload: takeSickCallOrder.payload, concurrency: 2 },
  async (services: Services, call, { organizationId }) => {
    const actor = await actorOf(services, organizationId)
    if (actor) await services.work.act(actor, takeSickCall, call)
  },
)
