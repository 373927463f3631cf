// How much room the window gives; what is shown follows it, nothing can be done only in a wide one.
import { useSyncExternalStore } from 'react'

const useMatches = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )

/** Narrow windows give time more room than names. */
export const useIsSmall = (): boolean => useMatches('(max-width: 640px)')

/** Whether the year fits beside the days shown. */
export const useHasYear = (): boolean => useMatches('(min-width: 1560px)')

export type ToolbarRoom = 'narrow' | 'middle' | 'wide'

/** `wide`: every tool in one line; `middle`: one line, the rarer ones in a menu; `narrow`: two short lines. */
export const useToolbarRoom = (): ToolbarRoom => {
  const isNarrow = useMatches('(max-width: 819px)')
  const isMiddle = useMatches('(max-width: 1399px)')
  return isNarrow ? 'narrow' : isMiddle ? 'middle' : 'wide'
}
