// Refusals as values of the catalogue. The HTTP layer turns them into problem details.
import { type ErrorCode, errors, type Fault, sentence } from '@regie/contract/errors'

export class Refusal extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>
  readonly faults: readonly Fault[] | undefined

  constructor(
    code: ErrorCode,
    details: Readonly<Record<string, unknown>>,
    faults?: readonly Fault[],
  ) {
    super(sentence(code, 'en', details))
    this.code = code
    this.details = details
    this.faults = faults
  }

  get status(): number {
    return errors[this.code].status
  }
}

/** `throw fail('slot_taken', { technician, from, until, title })` */
export const fail = (code: ErrorCode, details: Readonly<Record<string, unknown>> = {}): Refusal =>
  new Refusal(code, details)

/** A refusal of input that names every fault. */
export const invalid = (faults: readonly Fault[]): Refusal =>
  new Refusal('invalid_input', {}, faults)
