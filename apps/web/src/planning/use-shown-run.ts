import type { Run } from '@regie/contract/planning-runs'
import { useCallback, useMemo, useState } from 'react'
import { useRuns } from './api.ts'
import type { BoardView } from './board-view.ts'

const open: ReadonlySet<Run['state']> = new Set(['queued', 'running', 'proposed'])
const busyStates: ReadonlySet<Run['state']> = new Set(['queued', 'running'])

type Looking = {
  readonly view: Pick<BoardView, 'run'>
  readonly setView: (changes: Partial<BoardView>) => void
  readonly first: string
  readonly last: string
  readonly mayPlan: boolean
}

/**
 * The run to show over the board: the one in the address, else the newest that is at work or waits for an answer
 * on the days shown, whoever started it: who edits under a run should know.
 */
export const useShownRun = ({ view, first, last, setView, mayPlan }: Looking) => {
  const { data } = useRuns()
  const [put, setPut] = useState<ReadonlySet<string>>(new Set())
  const near = data?.items.filter((run) => run.from <= last && run.until >= first) ?? []
  const found = near.find((run) => open.has(run.state) && !put.has(run.id))
  const runId = view.run ?? (mayPlan ? found?.id : undefined) ?? null
  const dismissRun = useCallback(() => {
    if (runId) setPut((before) => new Set([...before, runId]))
    setView({ run: undefined })
  }, [runId, setView])
  const busy = near.filter((run) => busyStates.has(run.state))
  const key = busy.map(({ id }) => id).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew when another run is at work
  return { runId, dismissRun, atWork: useMemo(() => busy, [key]) }
}
