// The background work that reactions and commands of this module ask for; what is done stands in jobs/.
import { z } from 'zod'

/** Writes and sends what is due for one organisation. */
export const sendDueOrder = { name: 'notifications.send-due', payload: z.object({}) }

/** Tells the office of a search that somebody has to look at. */
export const tellOfficeOrder = {
  name: 'notifications.tell-office',
  payload: z.object({
    requestId: z.string(),
    why: z.enum(['deadline', 'nobody_left', 'unanswered', 'approve', 'emergency', 'proposed']),
  }),
}

/** Tells the office of a contract whose notice has begun. */
export const tellRenewalOrder = {
  name: 'notifications.tell-renewal',
  payload: z.object({ contractId: z.string(), renewsOn: z.string() }),
}

/** Tells the office of a day that did not go well, with what becomes of the next visit. */
export const tellShiftOrder = {
  name: 'notifications.tell-shift',
  payload: z.object({ technicianId: z.string(), date: z.string() }),
}

/** Tells the office that a poll is over, with what came of it. */
export const tellPollOrder = {
  name: 'notifications.tell-poll',
  payload: z.object({ pollId: z.string() }),
}

/** Tells chiefs who sit in the office of a review to sign, or of lines that changed after they had. */
export const tellReviewOrder = {
  name: 'notifications.tell-review',
  payload: z.object({ projectId: z.string(), memberIds: z.array(z.string()) }),
}
