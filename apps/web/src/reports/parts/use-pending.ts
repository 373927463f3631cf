import { useEffect, useEffectEvent, useRef, useState } from 'react'

const PAUSE_MS = 700

/** Changes gathered for a moment, so that each pause makes one command and not each letter; none is lost on leaving. */
export function usePending<T extends object>(send: (changes: T) => void) {
  const [pending, setPending] = useState<Partial<T>>({})
  const latest = useRef<Partial<T>>({})
  const flush = useEffectEvent(() => {
    const changes = latest.current
    if (Object.keys(changes).length === 0) return
    latest.current = {}
    send(changes as T)
  })
  useEffect(() => {
    if (Object.keys(pending).length === 0) return
    const timer = setTimeout(flush, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [pending])
  useEffect(() => () => flush(), [])
  const change = (changes: Partial<T>) => {
    latest.current = { ...latest.current, ...changes }
    setPending((all) => ({ ...all, ...changes }))
  }
  return { pending, change }
}
