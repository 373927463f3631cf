import { CloudOff, TriangleAlert } from 'lucide-react'
import { useWords } from '../lib/language.tsx'
import type { ProblemError } from '../lib/problem.ts'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { tableWords } from './words.ts'

/** Instead of content that could not be read. */
export const ErrorState = ({ problem, retry }: { problem: ProblemError; retry?: () => void }) => {
  const words = useWords(tableWords)
  return (
    <div role="alert">
      <EmptyState
        icon={problem.code === 'unreachable' ? CloudOff : TriangleAlert}
        title={problem.message}
        text={problem.remedy}
      >
        {retry && <Button onPress={retry}>{words.retry}</Button>}
      </EmptyState>
    </div>
  )
}
