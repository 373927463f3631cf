// Background work of reports as commands name it.
import { z } from 'zod'

export const writePdfOrder = {
  name: 'reports.write-pdf',
  payload: z.object({ reportId: z.uuid(), mailTo: z.union([z.literal(''), z.email()]) }),
} as const
export const inviteOrder = {
  name: 'reports.send-invitation',
  payload: z.object({ reportId: z.uuid(), email: z.email(), token: z.string() }),
} as const
export const codeOrder = {
  name: 'reports.send-code',
  payload: z.object({ email: z.email(), code: z.string(), reference: z.string() }),
} as const
