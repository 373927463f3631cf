import { useState } from 'react'
import { type BacklogFilters, useBacklog } from './api.ts'
import { useBoard } from './board-context.tsx'

export type BacklogView = {
  readonly search: string
  readonly quality: BacklogFilters['quality']
  readonly onlyRange: boolean
}

/** The list of what waits, with its own search; the category comes from the board's filters. */
export const useBacklogView = () => {
  const { range, view } = useBoard()
  const [filters, set] = useState<BacklogView>({ search: '', quality: undefined, onlyRange: false })
  const pages = useBacklog({
    search: filters.search,
    quality: filters.quality,
    category: view.category,
    range: filters.onlyRange ? range : undefined,
  })
  const change = (changes: Partial<BacklogView>) => set((before) => ({ ...before, ...changes }))
  return { filters, pages, change }
}
