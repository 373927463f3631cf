// Between the shells and their screens: somebody signed in, or the way to the sign-in page and back.
import { useRouter } from '@tanstack/react-router'
import { CloudOff } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useWords } from '../lib/language.tsx'
import { LiveProvider } from '../lib/live.tsx'
import type { ProblemError } from '../lib/problem.ts'
import { SessionGate } from '../lib/session.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { surfaceWords } from './words.ts'

/** Goes once: where it came from must not change while the sign-in page loads. */
const ToSignIn = () => {
  const router = useRouter()
  useEffect(() => {
    const next = router.state.location.href
    void router.navigate({ to: '/sign-in', search: { next } as never, replace: true })
  }, [router])
  return null
}

const Unreachable = ({ problem, retry }: { problem: ProblemError; retry: () => void }) => {
  const words = useWords(surfaceWords)
  return (
    <div role="alert">
      <EmptyState isPage icon={CloudOff} title={problem.message} text={problem.remedy}>
        <Button onPress={retry}>{words.retry}</Button>
      </EmptyState>
    </div>
  )
}

type GateProps = {
  readonly children: ReactNode
  readonly pending: ReactNode
  /** Opens without network for whoever was signed in last. */
  readonly isKept?: boolean
}

export const Gate = ({ children, pending, isKept }: GateProps) => (
  <SessionGate
    isKept={isKept}
    pending={pending}
    signedOut={<ToSignIn />}
    failed={(problem, retry) => <Unreachable problem={problem} retry={retry} />}
  >
    <LiveProvider>{children}</LiveProvider>
  </SessionGate>
)
