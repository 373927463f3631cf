// What went wrong, as people read it: the server's problem details, or the network's silence.
import { type ErrorCode, errors, type Fault, type Problem } from '@regie/contract/errors'
import { currentLanguage } from './language.tsx'
import { defineWords, typeset } from './words.ts'

const words = defineWords({
  fr: {
    unreachable: 'Le serveur ne répond pas.',
    unreachableRemedy: 'Vérifiez la connexion ; rien n’est perdu, réessayez.',
    unreadable: 'La réponse du serveur est illisible.',
    unreadableRemedy: 'Rechargez la page ; si cela revient, prévenez le support.',
  },
  en: {
    unreachable: 'The server does not answer.',
    unreachableRemedy: 'Check the connection; nothing is lost, try again.',
    unreadable: 'The server’s answer cannot be read.',
    unreadableRemedy: 'Reload the page; if it comes back, tell support.',
  },
})

type FailureCode = ErrorCode | 'unreachable' | 'unreadable'

const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(errors, value)

/** The catalogue's sentence in the screen's language if its details are known, else what the server wrote. */
const sentenceOf = (code: ErrorCode, part: 'message' | 'remedy', problem: Partial<Problem>) => {
  const language = currentLanguage()
  const entry = errors[code]
  const template: string = part === 'message' ? entry[language] : entry.remedy[language]
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  if (names.every((name) => problem[name] !== undefined)) {
    return template.replace(/\{(\w+)\}/g, (_, name: string) => String(problem[name]))
  }
  return (part === 'message' ? problem.detail : problem.remedy) ?? template
}

/** Every refusal a screen can meet. `message` and `remedy` are sentences to show as they are. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: FailureCode
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly remedy: string
  readonly faults: readonly Fault[]
  readonly requestId: string | null
  /** All members of the problem, e.g. `current` of a stale version, `by` and `until` of a slot taken. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: FailureCode, status: number, problem: Partial<Problem> = {}) {
    const say = words[currentLanguage()]
    const known = isErrorCode(code) ? code : null
    super(
      known
        ? typeset(currentLanguage(), sentenceOf(known, 'message', problem))
        : say[code as 'unreachable'],
    )
    this.code = code
    this.status = status
    this.remedy = known
      ? typeset(currentLanguage(), sentenceOf(known, 'remedy', problem))
      : say[`${code as 'unreachable'}Remedy`]
    this.faults = problem.faults ?? []
    this.requestId = problem.requestId ?? null
    this.details = problem
  }

  /** The row as it stands now, told with `stale_version`; null else. */
  get current(): unknown {
    return this.details.current ?? null
  }

  /** True when the very same request may still succeed, or may have succeeded unheard. */
  get mayRetry(): boolean {
    return (
      this.code === 'unreachable' ||
      this.code === 'request_in_progress' ||
      [502, 503, 504].includes(this.status)
    )
  }
}

/** Reads a refused response; a body that is no problem of ours becomes the nearest code. */
export const problemOf = async (response: Response): Promise<ProblemError> => {
  const body: unknown = await response.json().catch(() => null)
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>
  if (isErrorCode(problem.code)) return new ProblemError(problem.code, response.status, problem)
  if ([502, 503, 504].includes(response.status)) {
    return new ProblemError('service_unavailable', response.status)
  }
  return new ProblemError(response.status >= 500 ? 'internal' : 'unreadable', response.status)
}

export const toProblem = (error: unknown): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError('unreadable', 0)
