import { useEffect, useState } from 'react'
import { useClockAhead } from './offline/phone.tsx'

const EVERY_MS = 30_000

/** The present, renewed twice a minute: enough for “late by 3 minutes”. True also where the phone's clock is not. */
export const useNow = (): number => {
  const ahead = useClockAhead()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now - ahead
}
