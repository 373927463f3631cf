// Asks the routing service for the ways of a technician's day, so that the board need not estimate them for long.
import type { Position } from '@regie/contract/kernel'
import { program } from '../../platform/actor.ts'
import { type JobContext, job } from '../../platform/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { findTechnician } from '../../workforce/index.ts'
import { rememberTravel } from '../commands/travel.ts'
import { addDays, dateAt, dayStart } from '../local-days.ts'
import { fetchTravelOrder } from '../queue.ts'
import { labelledBetween } from '../store/labelled.ts'
import { askTravel } from '../travel/ask.ts'
import { placesToAsk } from '../travel/legs.ts'

export const fetchTravel = job(
  fetchTravelOrder.name,
  { payload: fetchTravelOrder.payload, keyed: true },
  async (
    { work, config }: Services,
    { technicianId, startsAt, timeZone },
    { organizationId, signal }: JobContext,
  ) => {
    if (!organizationId) return
    const actor = program(organizationId, fetchTravelOrder.name, timeZone)
    const date = dateAt(Date.parse(startsAt), timeZone)
    const missing = await work.read(actor, null, async (tx) => {
      const [technician, visits] = await Promise.all([
        findTechnician(tx, technicianId),
        labelledBetween(tx, {
          from: new Date(dayStart(date, timeZone)).toISOString(),
          until: new Date(dayStart(addDays(date, 1), timeZone)).toISOString(),
          technicianIds: [technicianId],
        }),
      ])
      const places: Position[] = [
        technician?.homePosition,
        ...visits.map((one) => one.position),
      ].filter((place) => place !== null && place !== undefined)
      const ranks = await placesToAsk(tx, places)
      return ranks.flatMap((rank) => places[rank] ?? [])
    })
    if (missing.length === 0) return
    const { told, failure } = await askTravel(config.travel, missing, signal)
    if (told.length > 0) await work.act(actor, rememberTravel, told)
    if (failure) throw new Error(`the routing service did not answer: ${failure}`)
  },
)
