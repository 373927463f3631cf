import { useWords } from '../../lib/language.tsx'
import type { ProblemError } from '../../lib/problem.ts'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { doingWords } from '../doing-words.ts'

type Change = { readonly positionId: string; readonly title: string; readonly code: string }

/** Why the plan before cannot come back: every change made since. Other refusals as they are. */
export const RollbackProblem = ({ problem }: { problem: ProblemError }) => {
  const words = useWords(doingWords).proposal
  if (problem.code !== 'rollback_overtaken') return <ProblemNote problem={problem} />
  const changes = (problem.details.changes ?? []) as readonly Change[]
  return (
    <Note tone="bad" title={words.backFailed}>
      <ul className="list-disc pl-5">
        {changes.map(({ positionId, title, code }) => (
          <li key={`${positionId} ${code}`} dir="auto">
            {title} : {words.changes[code as keyof typeof words.changes] ?? code}
          </li>
        ))}
      </ul>
    </Note>
  )
}
