// Background work of reports as commands name it.
import { z } from 'zod'

export const writePdfOrder = {
  name: 'reports.write-pdf',
  payload: z.object({ reportId: z.uuid(), mailTo: z.union([z.literal(''), z.email()]) }),
} as const
const addressed = {
  channel: z.enum(['email', 'sms']).default('email'),
  email: z.string(),
  phone: z.string().default(''),
}
export const inviteOrder = {
  name: 'reports.send-invitation',
  payload: z.object({
    reportId: z.uuid(),
    invitationId: z.uuid(),
    token: z.string(),
    ...addressed,
  }),
} as const
/** The code stands in the job only, never in a log that people read: who could read it could sign. */
export const codeOrder = {
  name: 'reports.send-code',
  payload: z.object({
    reportId: z.uuid(),
    messageId: z.uuid(),
    code: z.string(),
    ...addressed,
  }),
} as const
