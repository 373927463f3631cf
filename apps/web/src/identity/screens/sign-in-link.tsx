import { Link } from '@tanstack/react-router'
import { LogIn } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useEnter, useOpenSignInLink } from '../api.ts'
import { BrokenLink } from '../parts/broken-link.tsx'
import { Door } from '../parts/door.tsx'
import { useToken } from '../parts/use-token.ts'
import { doorWords } from '../words.ts'

/** The page behind the letter's link. Only the button signs in: mail scanners follow links, they press nothing. */
export const SignInLink = () => {
  const words = useWords(doorWords)
  const token = useToken()
  const enter = useEnter()
  const { actAsync, isPending, error } = useOpenSignInLink()
  if (!token) return <BrokenLink />
  const open = async () => {
    const session = await actAsync({ body: { token } }).catch(() => null)
    if (session) await enter(session)
  }
  return (
    <Door title={words.linkTitle} text={words.linkText}>
      {error && <ProblemNote problem={error} />}
      {error ? (
        <Link to="/sign-in" className={buttonClass({ tone: 'primary' })}>
          {words.newLink}
        </Link>
      ) : (
        <Button tone="primary" icon={LogIn} isPending={isPending} onPress={() => void open()}>
          {words.submit}
        </Button>
      )}
    </Door>
  )
}
