// Where colleagues are on the board and what they hold: told to whoever looks, kept nowhere.
import { z } from 'zod'
import { endpoint, id, instant, localDate } from './kernel.ts'

/** Told again at least this often by whoever stays; without it for three times as long, a colleague is gone. */
export const PRESENCE_BEAT_MS = 8_000
export const PRESENCE_GONE_MS = 3 * PRESENCE_BEAT_MS
/** Tells of one window a second at most; the server refuses more. */
export const PRESENCE_PER_SECOND = 5

export const presence = z.object({
  /** One window of a browser: a planner may look at two days at once. */
  windowId: z.string().min(1).max(40),
  /** First and last local day shown. */
  from: localDate,
  until: localDate,
  /** Where the pointer is, if over a row. */
  pointer: z.object({ technicianId: id, at: instant }).nullable(),
  /** The assignment or the open seat in hand. Others leave it alone while it is. */
  holding: z.object({ id, technicianId: id.nullable(), at: instant.nullable() }).nullable(),
  /** The board was closed. */
  leaving: z.boolean().default(false),
})
export type Presence = z.infer<typeof presence>

export const tellPresence = endpoint({
  method: 'POST',
  path: '/api/planning/presence',
  tag: 'Planning',
  summary: 'Tells colleagues who look at the board where one is and what one holds',
  body: presence,
  returns: z.undefined(),
  status: 204,
})

/** On the live stream, never kept: who comes late hears the next one. */
export const PRESENCE_EVENT = 'planner_present'
