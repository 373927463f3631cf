import { UserRoundX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Note } from '../../ui/note.tsx'
import { usePhoneStore, useSyncState } from '../offline/phone.tsx'
import { offlineWords } from '../offline-words.ts'
import { fieldworkWords } from '../words.ts'
import { ClockNote } from './clock-note.tsx'

type Props = {
  readonly title: string
  readonly subtitle?: string | undefined
  readonly isPending: boolean
  readonly children: ReactNode
}

/** Title, loading and failure of a list of stops. */
export const DayFrame = ({ title, subtitle, isPending, children }: Props) => {
  const words = useWords(fieldworkWords)
  const offline = useWords(offlineWords)
  const { member } = useSession()
  const { fault } = usePhoneStore()
  const { last } = useSyncState()
  if (member.technicianId === null)
    return (
      <EmptyState icon={UserRoundX} title={words.notATechnician} text={words.notATechnicianText} />
    )
  const isEmptyOffline = isPending && last === 'later'
  return (
    <div className="flex flex-col gap-4 p-4 pb-8">
      <header>
        <h1 className="font-bold text-2xl">{title}</h1>
        {subtitle && <p className="text-ink-2 first-letter:uppercase">{subtitle}</p>}
      </header>
      {fault !== null && (
        <Note tone="bad" title={offline.noStore}>
          {offline.noStoreText}
        </Note>
      )}
      <ClockNote />
      {isEmptyOffline && <Note tone="warn">{offline.neverSynced}</Note>}
      {isPending && !isEmptyOffline ? <Skeleton label={words.loading} /> : children}
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
