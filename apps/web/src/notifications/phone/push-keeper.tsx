import { useEffect } from 'react'
import { useSession } from '../../lib/session.tsx'

/** Today's list comes first. */
const FIRST_MS = 6_000

/** Keeps the phone's subscription that of whoever is signed in; shows nothing. */
export const PushKeeper = () => {
  const { member } = useSession()
  useEffect(() => {
    const keep = async () => {
      const { keepPush } = await import('./push.ts')
      await keepPush(member.id).catch(() => undefined)
    }
    const timer = setTimeout(() => void keep(), FIRST_MS)
    return () => clearTimeout(timer)
  }, [member.id])
  return null
}
