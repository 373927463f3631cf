// What the server would answer to a change that a colleague was quicker with, where it is known before asking.
import type { Problem } from '@regie/contract/errors'
import type { Assignment } from '@regie/contract/planning'
import { ProblemError } from '../lib/problem.ts'

export const overtaken = (current: Assignment, by: string | undefined): ProblemError =>
  new ProblemError('stale_version', 412, { current, by } as Partial<Problem>)
