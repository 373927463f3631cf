// Between the shells and their screens: somebody signed in, or the way to the sign-in page and back.
import { Navigate, useLocation } from '@tanstack/react-router'
import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../lib/language.tsx'
import { LiveProvider } from '../lib/live.tsx'
import type { ProblemError } from '../lib/problem.ts'
import { SessionGate } from '../lib/session.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { surfaceWords } from './words.ts'

const ToSignIn = () => {
  const { href } = useLocation()
  return <Navigate to="/sign-in" search={{ next: href } as never} replace />
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

export const Gate = ({ children, pending }: { children: ReactNode; pending: ReactNode }) => (
  <SessionGate
    pending={pending}
    signedOut={<ToSignIn />}
    failed={(problem, retry) => <Unreachable problem={problem} retry={retry} />}
  >
    <LiveProvider>{children}</LiveProvider>
  </SessionGate>
)
