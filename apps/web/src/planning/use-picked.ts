// Visits picked together: shift and click, a lasso, or the keys.
import type { Bar } from '@regie/contract/planning'
import { useCallback, useMemo, useState } from 'react'

const NONE: ReadonlySet<string> = new Set()

export const usePicked = (byId: ReadonlyMap<string, Bar>) => {
  const [chosen, setChosen] = useState(NONE)
  // Somebody took one away meanwhile: it is picked no more.
  const picked = useMemo(() => {
    const left = [...chosen].filter((id) => byId.has(id))
    return left.length === chosen.size ? chosen : new Set(left)
  }, [chosen, byId])
  /** One is added or taken out; several are added. `with`: what is selected besides, which begins the set. */
  const pick = useCallback((ids: readonly string[], selected: string | null = null) => {
    setChosen((before) => {
      const next = new Set(before)
      if (next.size === 0 && selected) next.add(selected)
      const [only] = ids
      if (ids.length === 1 && only !== undefined && before.has(only)) next.delete(only)
      else for (const id of ids) next.add(id)
      return next
    })
  }, [])
  const unpick = useCallback(() => setChosen((before) => (before.size > 0 ? NONE : before)), [])
  return { picked, pick, unpick }
}
