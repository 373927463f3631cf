// The background work that commands of this module ask for: names and payloads; what is done stands in jobs/.
import { id, instant } from '@regie/contract/kernel'
import { z } from 'zod'

/** `timeZone`: the organisation's, for the program that runs it has no reader to ask. */
export const planRangeOrder = {
  name: 'planning.plan-range',
  payload: z.object({ runId: id, timeZone: z.string() }),
}

/** One part of a run that is too big for one search. */
export const planPartOrder = {
  name: 'planning.plan-part',
  payload: z.object({ partId: id, timeZone: z.string() }),
}

/** The ways of one technician's day, to be asked of the routing service. */
export const fetchTravelOrder = {
  name: 'planning.fetch-travel',
  payload: z.object({ technicianId: id, startsAt: instant, timeZone: z.string() }),
}

/** Work that was called off, or given another time: whoever is on it is taken off where it no longer holds. */
export const releaseWorkOrder = {
  name: 'planning.release-work',
  payload: z.object({ workOrderIds: z.array(id) }),
}
