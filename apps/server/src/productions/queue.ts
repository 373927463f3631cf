// The background work that reactions of this module ask for; what is done stands in jobs/.
import { z } from 'zod'

/** Looks at a production under review after somebody changed its plan. */
export const followReviewOrder = {
  name: 'productions.follow-review',
  payload: z.object({
    projectId: z.string(),
    touches: z.array(
      z.object({
        workOrderId: z.string(),
        positionId: z.string().nullable(),
        by: z.string(),
        at: z.string(),
      }),
    ),
  }),
}
