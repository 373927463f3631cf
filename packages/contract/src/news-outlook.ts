// Before the plan is published: how each technician would be told of it.
import { z } from 'zod'
import { endpoint, id, instant } from './kernel.ts'
import { messageChannel } from './messages.ts'
import { messageState } from './notifications.ts'

const tag = 'Notifications'

/**
 * How news of the plan would reach a technician now, and what became of the last. `channel` null: nobody can be reached
 * that way, or such messages are switched off. `at`: when it would go out; `why` it goes out then.
 */
export const newsOutlook = z.object({
  technicianId: id,
  channel: messageChannel.nullable(),
  /** Tried in turn when the first fails. */
  fallbacks: z.array(messageChannel),
  inbox: z.boolean(),
  at: instant,
  why: z.enum(['soon', 'digest', 'quiet_hours', 'disabled', 'unreachable']),
  /** Of the last news of the plan since `since`. Null: none. */
  last: z.object({ channel: messageChannel, state: messageState, at: instant }).nullable(),
  /** News that waits to be told until then; null: none waits. */
  waitingUntil: instant.nullable(),
})
export type NewsOutlook = z.infer<typeof newsOutlook>
export const askOutlook = endpoint({
  method: 'POST',
  path: '/api/notifications/outlook',
  tag,
  summary: 'How and when these technicians would be told of changes of their plan; changes nothing',
  body: z.object({
    technicians: z
      .array(
        z.object({
          technicianId: id,
          /** When the first visit concerned begins: what is soon goes out at once. */
          startsAt: instant,
          since: instant.nullable(),
        }),
      )
      .max(1000),
  }),
  returns: z.object({ items: z.array(newsOutlook) }),
})
