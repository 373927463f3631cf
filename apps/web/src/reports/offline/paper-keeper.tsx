import { useEffect } from 'react'
import { useStops } from '../../fieldwork/index.ts'
import { useSession } from '../../lib/session.tsx'

const EVERY_MS = 10 * 60_000
/** Today's list comes first. */
const FIRST_MS = 2_000

/** Keeps the papers of the coming days on the phone: at the start, and soon after the week holds other visits. */
export const PaperKeeper = () => {
  const { organization, member } = useSession()
  const { stops } = useStops()
  const held = stops
    ?.map(({ workOrderId }) => workOrderId)
    .toSorted()
    .join()
  useEffect(() => {
    if (held === undefined) return
    const refresh = () =>
      void import('./refresh-papers.ts').then(({ refreshPapers }) =>
        refreshPapers(organization.id, member.id, held.split(',')),
      )
    const first = setTimeout(refresh, FIRST_MS)
    const timer = setInterval(refresh, EVERY_MS)
    globalThis.addEventListener('online', refresh)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      globalThis.removeEventListener('online', refresh)
    }
  }, [organization.id, member.id, held])
  return null
}
