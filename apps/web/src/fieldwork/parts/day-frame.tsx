import { UserRoundX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useLiveState } from '../../lib/live.tsx'
import type { ProblemError } from '../../lib/problem.ts'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { fieldworkWords } from '../words.ts'

type Props = {
  readonly title: string
  readonly subtitle?: string | undefined
  readonly isPending: boolean
  readonly error: ProblemError | null
  readonly onRetry: () => void
  readonly children: ReactNode
}

/** Title, connection, loading and failure of a list of stops. */
export const DayFrame = ({ title, subtitle, isPending, error, onRetry, children }: Props) => {
  const words = useWords(fieldworkWords)
  const live = useLiveState()
  const { member } = useSession()
  if (member.technicianId === null)
    return (
      <EmptyState icon={UserRoundX} title={words.notATechnician} text={words.notATechnicianText} />
    )
  return (
    <div className="flex flex-col gap-4 p-4 pb-8">
      <header>
        <h1 className="font-bold text-2xl">{title}</h1>
        {subtitle && <p className="text-ink-2 first-letter:uppercase">{subtitle}</p>}
      </header>
      {live === 'lost' && <Note tone="warn">{words.offline}</Note>}
      {error && (
        <div className="flex flex-col gap-2">
          <ProblemNote problem={error} />
          <Button onPress={onRetry}>{words.retry}</Button>
        </div>
      )}
      {isPending ? <Skeleton label={words.loading} /> : children}
    </div>
  )
}

const Skeleton = ({ label }: { label: string }) => (
  <div role="status" aria-label={label} className="flex flex-col gap-3">
    {[0, 1, 2].map((index) => (
      <div key={index} className="h-36 animate-pulse rounded-card bg-sunken" />
    ))}
  </div>
)
