// By what a message goes out.
import { z } from 'zod'

/** `inbox` is the bell inside the product; `slack` tells a channel of the organisation, not a person. */
export const messageChannel = z.enum(['email', 'sms', 'push', 'slack', 'inbox'])
export type MessageChannel = z.infer<typeof messageChannel>
