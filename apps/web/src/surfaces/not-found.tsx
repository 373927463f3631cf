import { Link } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useWords } from '../lib/language.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { surfaceWords } from './words.ts'

export const NotFound = () => {
  const words = useWords(surfaceWords)
  return (
    <EmptyState isPage icon={SearchX} title={words.notFound} text={words.notFoundText}>
      <Link to="/" className={buttonClass({})}>
        {words.home}
      </Link>
    </EmptyState>
  )
}
