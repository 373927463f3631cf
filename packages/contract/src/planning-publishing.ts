// Publishing: drafts become the plan, and technicians are told.
import { z } from 'zod'
import { endpoint, id, instant, version } from './kernel.ts'
import { boardRange, span } from './planning.ts'

const tag = 'Planning'

/**
 * What is different from the plan a technician knows. `new`: a draft, told when it is published. What was published
 * changes at once and is told at once: `given` came from a colleague, `moved` has another time, `withdrawn` is theirs no more.
 */
export const planChangeKind = z.enum(['new', 'given', 'moved', 'withdrawn'])
export const planChange = z.object({
  kind: planChangeKind,
  assignmentId: id,
  title: z.string(),
  siteName: z.string(),
  city: z.string(),
  startsAt: instant,
  endsAt: instant,
  /** `moved`: when they believe it to be. */
  from: span.nullable(),
  /** Null: a draft. */
  changedAt: instant.nullable(),
})
export type PlanChange = z.infer<typeof planChange>

/** By technician: drafts to be told of, what changed since they last saw their plan, and how much stays. */
export const publication = z.object({
  technicians: z.array(
    z.object({
      technicianId: id,
      technicianName: z.string(),
      /** The drafts. */
      assignmentIds: z.array(id),
      changes: z.array(planChange),
      /** Published visits of the range that are as they know them. */
      unchanged: z.int(),
    }),
  ),
})
export type Publication = z.infer<typeof publication>
export const listDrafts = endpoint({
  method: 'GET',
  path: '/api/planning/drafts',
  tag,
  summary: 'What publishing this range would tell whom, and what changed since they last saw it',
  query: boardRange,
  returns: publication,
})
export const publishPlan = endpoint({
  method: 'POST',
  path: '/api/planning/publish',
  tag,
  summary:
    'Publish the drafts of a range; technicians are told, and changes told before count as known',
  body: z.object({
    from: instant,
    until: instant,
    technicianIds: z.array(id).max(1000).default([]),
  }),
  returns: publication,
})

/** A change as a technician was shown it: of that version of the assignment. */
export const seenChange = z.object({ assignmentId: id, version })
export type SeenChange = z.infer<typeof seenChange>
export const seePlan = endpoint({
  method: 'POST',
  path: '/api/planning/seen',
  tag,
  summary: 'I have seen these changes of my plan, as the technician; later ones stay unseen',
  body: z.object({ changes: z.array(seenChange).min(1).max(500) }),
  returns: z.object({ seen: z.int() }),
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
  /** `how`: their phone showed them, they answered or began the visit, or the plan was published again. */
  changes_seen: z.object({
    technicianId: id,
    technicianName: z.string(),
    assignmentIds: z.array(id),
    how: z.enum(['phone', 'publication']),
  }),
}
