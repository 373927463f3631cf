// What a phone tells about the paper: answers to forms, words and the outcome, and the signature. Shapes only.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'
import { answerValue, strokes } from './form-answers.ts'
import { fieldKey } from './forms.ts'
import { id, position, text } from './kernel.ts'
import {
  acceptance,
  changedTexts,
  device,
  hash,
  outcome,
  recommendation,
  reportContent,
  signer,
} from './report-content.ts'

/** Answers to one form, for one asset or the whole work; `number` is the version it was opened with. The last writer of a field wins. */
export const answersTold = z.object({
  kind: z.literal('answers'),
  formId: id,
  number: z.int().min(1),
  assetId: id.nullable().default(null),
  answers: z.record(fieldKey, answerValue),
})
export type AnswersTold = z.infer<typeof answersTold>

/** Words of the report and how the visit ended; what is left out stays as it was. */
export const paperTold = z.object({
  kind: z.literal('paper'),
  texts: changedTexts.prefault({}),
  outcome: outcome.optional(),
  recommendations: z.array(recommendation).max(50).optional(),
  /** The technician's own signature, put on this paper; none takes it off again. */
  signature: strokes.optional(),
})
export type PaperTold = z.infer<typeof paperTold>

/** The signature on the spot, with the very document that was read; or nobody was there to sign. */
export const signTold = z.object({
  kind: z.literal('sign'),
  content: reportContent,
  contentHash: hash,
  acceptance: acceptance.nullable(),
  signer: z.discriminatedUnion('kind', [signer.options[0], signer.options[2]]),
  consent: z.object({ version: z.int(), text: z.string().max(4000) }).nullable(),
  clientRemarks: z.string().trim().max(4000).default(''),
  device,
  position: position
    .extend({ accuracyMetres: z.number().min(0) })
    .nullable()
    .default(null),
})
export type SignTold = z.infer<typeof signTold>

/** Where a signing link goes: one of the two channels, with the address of that channel. */
export const signerAddress = z
  .object({
    name: text(200),
    channel: z.enum(['email', 'sms']).default('email'),
    email: z.union([z.literal(''), z.email()]).default(''),
    phone: z.string().trim().max(40).default(''),
  })
  .refine(({ channel, email }) => channel !== 'email' || email !== '', {
    path: ['email'],
    ...expected('Une adresse e-mail est attendue.', 'An e-mail address is expected.'),
  })
  .refine(({ channel, phone }) => channel !== 'sms' || phone !== '', {
    path: ['phone'],
    ...expected('Un numéro de mobile est attendu.', 'A mobile number is expected.'),
  })
export type SignerAddress = z.infer<typeof signerAddress>

/** Has the paper signed at a distance: the server freezes it as it then stands, and sends the link. */
export const inviteTold = z.object({ kind: z.literal('invite'), signer: signerAddress })
export type InviteTold = z.infer<typeof inviteTold>
