// What a phone tells about the paper: answers to forms, words and the outcome, and the signature. Shapes only.
import { z } from 'zod'
import { answerValue } from './form-answers.ts'
import { fieldKey } from './forms.ts'
import { id, position } from './kernel.ts'
import {
  acceptance,
  device,
  hash,
  outcome,
  recommendation,
  reportContent,
  reportTexts,
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
  texts: reportTexts.partial().prefault({}),
  outcome: outcome.optional(),
  recommendations: z.array(recommendation).max(50).optional(),
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
