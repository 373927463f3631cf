// The ways between the dates of a tour: from where a show was struck to where the next one is loaded in.
import { z } from 'zod'
import { endpoint, id, instant } from './kernel.ts'

const end = z.object({ stageId: id, stageName: z.string(), city: z.string(), phaseId: id })

/**
 * From the end of the last phase of one date to the start of the first of the next. `estimated`: no routing service told
 * it. `shortMinutes`: by how much the time between is too short; null: it is enough, or the way is not known.
 */
export const tourLeg = z.object({
  from: end,
  to: end,
  leavesAt: instant,
  arrivesBy: instant,
  travelSeconds: z.int().nullable(),
  travelMetres: z.int().nullable(),
  estimated: z.boolean(),
  shortMinutes: z.int().nullable(),
})
export type TourLeg = z.infer<typeof tourLeg>

export const getTour = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/tour',
  tag: 'Productions',
  summary:
    'The ways between the dates of a tour, in the order of time; none where all is in one place',
  params: z.object({ projectId: id }),
  returns: z.object({ legs: z.array(tourLeg) }),
})
