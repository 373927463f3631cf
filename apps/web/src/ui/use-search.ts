import { useEffect, useEffectEvent, useState } from 'react'

const PAUSE_MS = 180

export type Load<T> = (search: string, signal: AbortSignal) => Promise<readonly T[]>

/** Asks after a pause in typing; an answer overtaken by the next question is dropped. */
export const useSearch = <T>(load: Load<T> | undefined, search: string) => {
  const [found, setFound] = useState<readonly T[]>([])
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
  const ask = useEffectEvent(async (signal: AbortSignal) => {
    if (!load) return
    setState('loading')
    try {
      const answer = await load(search, signal)
      if (signal.aborted) return
      setFound(answer)
      setState('idle')
    } catch {
      if (!signal.aborted) setState('failed')
    }
  })
  const isRemote = load !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is what starts a new search
  useEffect(() => {
    if (!isRemote) return
    const stop = new AbortController()
    const timer = setTimeout(() => void ask(stop.signal), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [isRemote, search])
  return { found, isLoading: state === 'loading', isFailed: state === 'failed' }
}
