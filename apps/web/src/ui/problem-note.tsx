import type { ProblemError } from '../lib/problem.ts'
import { Note } from './note.tsx'

/** A refusal as people read it: what happened, what helps, and the number support will ask for. */
export const ProblemNote = ({ problem }: { problem: ProblemError }) => (
  <Note tone="bad" title={problem.message}>
    <p>{problem.remedy}</p>
    {problem.status >= 500 && problem.requestId && (
      <p className="mt-1 text-ink-3 text-xs">{problem.requestId}</p>
    )}
  </Note>
)
