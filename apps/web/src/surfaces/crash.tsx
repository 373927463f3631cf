import type { ErrorComponentProps } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { useWords } from '../lib/language.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { surfaceWords } from './words.ts'

/** Instead of a screen that threw; the frame around it stays usable. */
export const Crash = ({ reset }: ErrorComponentProps) => {
  const words = useWords(surfaceWords)
  return (
    <div role="alert">
      <EmptyState isPage icon={TriangleAlert} title={words.crashed} text={words.crashedText}>
        <Button onPress={reset}>{words.retry}</Button>
      </EmptyState>
    </div>
  )
}
