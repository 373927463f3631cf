// The background work that reactions and commands of this module ask for; what is done stands in jobs.ts.
import { z } from 'zod'

/** Tells the clients of one organisation what they are to be told now. */
export const tellClientsOrder = { name: 'portal.tell-clients', payload: z.object({}) }
