// What a planner answers to a proposal: all, a part, nothing, or back to the plan before; accepting can be undone.
import { useState } from 'react'
import { useWords } from '../lib/language.tsx'
import { type ProblemError, toProblem } from '../lib/problem.ts'
import { showToast } from '../ui/toast-queue.ts'
import { useApplyRun, useDiscardRun, useRollback } from './api.ts'
import { useBoard } from './board-context.tsx'
import { showDeed } from './deed-toast.ts'
import { doingWords } from './doing-words.ts'
import { planningWords } from './words.ts'

export type Part = {
  readonly technicianIds?: readonly string[]
  readonly positionIds?: readonly string[]
}

/** As much of a fingerprint as people compare. */
const SHOWN = 12

export const useProposalAnswer = (runId: string) => {
  const words = useWords(planningWords).proposal
  const more = useWords(doingWords).proposal
  const { record, undo, settle, say } = useBoard()
  const apply = useApplyRun()
  const discard = useDiscardRun()
  const rollback = useRollback()
  const [problem, setProblem] = useState<ProblemError | null>(null)

  /** Sends; a refusal stands in the panel, success clears what stood there. */
  const attempt = async <T>(sending: Promise<T>): Promise<T | null> => {
    try {
      const answer = await sending
      setProblem(null)
      return answer
    } catch (error) {
      setProblem(toProblem(error))
      return null
    }
  }
  const applyPart = ({ technicianIds = [], positionIds = [] }: Part) =>
    apply.actAsync({
      params: { runId },
      body: {
        technicianIds: [...technicianIds],
        positionIds: [...positionIds],
        skipOvertaken: true,
      },
    })
  const takeBack = () => rollback.actAsync({ params: { runId }, body: {} })

  const accept = async (part: Part) => {
    const answer = await attempt(applyPart(part))
    if (!answer) return
    const { applied, skipped } = answer
    settle()
    if (applied === 0) {
      showToast({ tone: 'info', title: words.skipped(skipped.length) })
      return
    }
    record.add({
      label: more.taken,
      undo: async () => void (await takeBack()),
      redo: async () => void (await applyPart(part)),
    })
    const title = words.appliedCount(applied)
    say(title)
    const text = skipped.length > 0 ? words.skipped(skipped.length) : undefined
    const action = { label: more.back, run: undo }
    showDeed({ tone: 'good', title, ...(text ? { text } : {}), action })
  }
  const back = async () => {
    const answer = await attempt(takeBack())
    if (!answer) return
    settle()
    const title = more.backDone(answer.restored)
    say(title)
    showDeed({ tone: 'good', title, text: more.backProof(answer.state.slice(0, SHOWN)) })
  }
  const refuse = async (onDone: () => void) => {
    if (!(await attempt(discard.actAsync({ params: { runId }, body: {} })))) return
    showToast({ tone: 'info', title: words.discarded })
    onDone()
  }
  const isPending = apply.isPending || discard.isPending || rollback.isPending
  return { accept, back, refuse, problem, isPending }
}
