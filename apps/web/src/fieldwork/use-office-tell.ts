import type { CommandBody } from '@regie/contract/field-entries'
import { makeId } from '../lib/id.ts'
import { ProblemError } from '../lib/problem.ts'
import { showProblem } from '../ui/toast-queue.ts'
import { useTellWork } from './api.ts'

/** Tells something of an assignment from the office. False, and said on screen, when it was not taken. */
export const useOfficeTell = (assignmentId: string) => {
  const { actAsync } = useTellWork()
  return async (what: CommandBody): Promise<boolean> => {
    try {
      const deviceAt = new Date().toISOString()
      const command = { id: makeId(), deviceAt, assignmentId, what }
      const { receipts } = await actAsync({ body: { sentAt: deviceAt, commands: [command] } })
      const problem = receipts[0]?.problem
      if (!problem) return true
      throw new ProblemError(problem.code as 'internal', Number(problem.status), problem as never)
    } catch (error) {
      showProblem(error)
      return false
    }
  }
}
