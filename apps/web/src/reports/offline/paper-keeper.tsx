import { useEffect } from 'react'
import { useSession } from '../../lib/session.tsx'

const EVERY_MS = 10 * 60_000

/** Keeps the papers of the coming days on the phone; shows nothing. */
export const PaperKeeper = () => {
  const { organization, member } = useSession()
  useEffect(() => {
    const refresh = () =>
      void import('./refresh-papers.ts').then(({ refreshPapers }) =>
        refreshPapers(organization.id, member.id),
      )
    refresh()
    const timer = setInterval(refresh, EVERY_MS)
    globalThis.addEventListener('online', refresh)
    return () => {
      clearInterval(timer)
      globalThis.removeEventListener('online', refresh)
    }
  }, [organization.id, member.id])
  return null
}
