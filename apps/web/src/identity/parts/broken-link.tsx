import { Link } from '@tanstack/react-router'
import { useWords } from '../../lib/language.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { doorWords } from '../words.ts'
import { Door } from './door.tsx'

/** A link without its secret: cut by a mail program, or typed by hand. */
export const BrokenLink = () => {
  const words = useWords(doorWords)
  return (
    <Door title={words.linkMissing} text={words.linkMissingText}>
      <Link to="/sign-in" className={buttonClass({ tone: 'primary' })}>
        {words.back}
      </Link>
    </Door>
  )
}
