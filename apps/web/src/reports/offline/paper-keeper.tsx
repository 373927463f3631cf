import { useEffect } from 'react'
import { useSession } from '../../lib/session.tsx'

const EVERY_MS = 10 * 60_000
/** Today's list comes first. */
const FIRST_MS = 4_000

/** Keeps the papers of the coming days on the phone; shows nothing. */
export const PaperKeeper = () => {
  const { organization, member } = useSession()
  useEffect(() => {
    const refresh = () =>
      void import('./refresh-papers.ts').then(({ refreshPapers }) =>
        refreshPapers(organization.id, member.id),
      )
    const first = setTimeout(refresh, FIRST_MS)
    const timer = setInterval(refresh, EVERY_MS)
    globalThis.addEventListener('online', refresh)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      globalThis.removeEventListener('online', refresh)
    }
  }, [organization.id, member.id])
  return null
}
