import { Link } from '@tanstack/react-router'
import { useWords } from '../../lib/language.tsx'
import { Door } from '../parts/door.tsx'
import { LinkRequest } from '../parts/link-request.tsx'
import { doorWords } from '../words.ts'

export const ForgottenPassword = () => {
  const words = useWords(doorWords)
  return (
    <Door title={words.forgottenTitle} text={words.forgottenText}>
      <LinkRequest purpose="password" />
      <Link
        to="/sign-in"
        className="self-start rounded text-ink-2 underline-offset-2 hover:text-ink hover:underline"
      >
        {words.back}
      </Link>
    </Door>
  )
}
