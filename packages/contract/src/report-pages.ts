// A page of a report: one form in its version, for one asset or the whole work.
import { z } from 'zod'
import type { Answers } from './form-answers.ts'
import type { FormState } from './form-rules.ts'
import type { FormVersion } from './forms.ts'
import { type Id, id, instant } from './kernel.ts'

/** A reading of an earlier visit. */
export const pastReading = z.object({
  assetId: id.nullable(),
  formId: id,
  key: z.string(),
  at: instant,
  value: z.number(),
})
export type PastReading = z.infer<typeof pastReading>

/** One page to fill in: a form in its version, for an asset or the whole work, with what is known. */
export type FormPage = {
  readonly formId: Id
  readonly number: number
  readonly assetId: Id | null
  readonly assetName: string
  readonly version: FormVersion
  readonly answers: Answers
  readonly state: FormState
}
