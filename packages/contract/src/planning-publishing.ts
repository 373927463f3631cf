// Publishing: drafts become the plan, and technicians are told.
import { z } from 'zod'
import { endpoint, id, instant } from './kernel.ts'
import { boardRange } from './planning.ts'

const tag = 'Planning'

/** Drafts by technician: who would be told of how many visits. */
export const publication = z.object({
  technicians: z.array(
    z.object({ technicianId: id, technicianName: z.string(), assignmentIds: z.array(id) }),
  ),
})
export type Publication = z.infer<typeof publication>
export const listDrafts = endpoint({
  method: 'GET',
  path: '/api/planning/drafts',
  tag,
  summary: 'What publishing this range would tell whom',
  query: boardRange,
  returns: publication,
})
export const publishPlan = endpoint({
  method: 'POST',
  path: '/api/planning/publish',
  tag,
  summary: 'Publish the drafts of a range; technicians are told',
  body: z.object({
    from: instant,
    until: instant,
    technicianIds: z.array(id).max(1000).default([]),
  }),
  returns: publication,
})

/** One for each technician who is told. */
export const publicationEvents = {
  assignments_published: z.object({
    technicianId: id,
    technicianName: z.string(),
    assignmentIds: z.array(id),
    from: instant,
    until: instant,
    publishedAt: instant,
  }),
}
