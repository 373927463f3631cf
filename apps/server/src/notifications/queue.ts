// The background work that reactions and commands of this module ask for; what is done stands in jobs/.
import { z } from 'zod'

/** Writes and sends what is due for one organisation. */
export const sendDueOrder = { name: 'notifications.send-due', payload: z.object({}) }
