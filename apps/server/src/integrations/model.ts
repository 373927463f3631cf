// What is asked of the queue: commands name the work, jobs.ts does it.
import { z } from 'zod'

/** Look up the position of every site of the organisation that has an address only. */
export const geocodingTicket = { name: 'integrations.geocode-sites', payload: z.object({}) }
