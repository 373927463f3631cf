import { useEffect, useEffectEvent, useState } from 'react'
import type { Option } from './option.ts'

const PAUSE_MS = 180

type Load = (search: string, signal: AbortSignal) => Promise<readonly Option[]>

/** Asks after a pause in typing; an answer overtaken by the next question is dropped. */
export const useOptionSearch = (load: Load | undefined, search: string) => {
  const [options, setOptions] = useState<readonly Option[]>([])
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
  const ask = useEffectEvent(async (signal: AbortSignal) => {
    if (!load) return
    setState('loading')
    try {
      const found = await load(search, signal)
      if (signal.aborted) return
      setOptions(found)
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
  return { options, isLoading: state === 'loading', isFailed: state === 'failed' }
}
