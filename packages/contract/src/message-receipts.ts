// What providers of messages call: answers that came in, and what became of what was sent.
import { z } from 'zod'
import { endpoint } from './kernel.ts'

const tag = 'Notifications'

/** What Twilio calls when somebody answers an SMS, and when it knows what became of one; signed with the account's token. */
const twilioFields = z.record(z.string(), z.string())
export const takeTwilioReply = endpoint({
  method: 'POST',
  path: '/api/public/sms/twilio/reply',
  tag,
  summary: 'An SMS that came in (Twilio)',
  body: twilioFields,
  returns: z.object({}),
})
export const takeTwilioStatus = endpoint({
  method: 'POST',
  path: '/api/public/sms/twilio/status',
  tag,
  summary: 'What became of an SMS (Twilio)',
  body: twilioFields,
  returns: z.object({}),
})
/** The same for other providers, with the installation's token as bearer; `answer` is to be sent back, if any. */
export const takeSmsReply = endpoint({
  method: 'POST',
  path: '/api/public/sms/reply',
  tag,
  summary: 'An SMS that came in',
  body: z.object({ from: z.string().max(40), text: z.string().max(2000) }),
  returns: z.object({ answer: z.string().nullable() }),
})
export const takeSmsReceipt = endpoint({
  method: 'POST',
  path: '/api/public/sms/receipt',
  tag,
  summary: 'What became of an SMS',
  body: z.object({
    id: z.string().max(200),
    status: z.enum(['delivered', 'failed']),
    error: z.string().max(500).default(''),
  }),
  returns: z.object({}),
})

/** What whoever runs the mail server tells of a letter later, a bounce above all; with the installation's token as bearer. */
export const takeMailReceipt = endpoint({
  method: 'POST',
  path: '/api/public/mail/receipt',
  tag,
  summary: 'What became of a letter, by its Message-ID',
  body: z.object({
    id: z.string().trim().max(300),
    status: z.enum(['delivered', 'failed']),
    error: z.string().max(500).default(''),
  }),
  returns: z.object({}),
})
