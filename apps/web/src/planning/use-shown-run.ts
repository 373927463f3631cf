import type { Run } from '@regie/contract/planning-runs'
import { useState } from 'react'
import { useRuns } from './api.ts'
import { useBoard } from './board-context.tsx'

const open: ReadonlySet<Run['state']> = new Set(['queued', 'running', 'proposed'])

/**
 * The run to show over the board: the one in the address, else the newest that is at work or waits for an answer
 * on the days shown, whoever started it: who edits under a run should know.
 */
export const useShownRun = () => {
  const { view, first, last, setView, mayPlan } = useBoard()
  const { data } = useRuns()
  const [put, setPut] = useState<ReadonlySet<string>>(new Set())
  const found = data?.items.find(
    (run) => open.has(run.state) && !put.has(run.id) && run.from <= last && run.until >= first,
  )
  const runId = view.run ?? (mayPlan ? found?.id : undefined) ?? null
  const dismiss = () => {
    if (runId) setPut((before) => new Set([...before, runId]))
    setView({ run: undefined })
  }
  return { runId, dismiss }
}
