// The list of what waits, with its own search, filters and headings.
import type { Category } from '@regie/contract/catalog'
import type { BacklogGrouping } from '@regie/contract/planning-backlog'
import { useState } from 'react'
import { type BacklogFilters, type Range, useBacklog, useBacklogGroups } from './api.ts'

export type BacklogView = Pick<
  BacklogFilters,
  | 'search'
  | 'quality'
  | 'gap'
  | 'priorityId'
  | 'clientId'
  | 'projectId'
  | 'skillId'
  | 'territory'
  | 'groupBy'
> & { readonly onlyRange: boolean }

const nothing: BacklogView = {
  search: '',
  quality: undefined,
  gap: undefined,
  priorityId: undefined,
  clientId: undefined,
  projectId: undefined,
  skillId: undefined,
  territory: undefined,
  groupBy: undefined,
  onlyRange: false,
}

/** Filters but not the grouping, which hides nothing. */
export const backlogFilterNames = [
  'quality',
  'gap',
  'priorityId',
  'clientId',
  'projectId',
  'skillId',
  'territory',
] as const

export const countBacklogFilters = (view: BacklogView): number =>
  backlogFilterNames.filter((name) => view[name] !== undefined).length + Number(view.onlyRange)

export const withoutFilters = ({ groupBy, search }: BacklogView): BacklogView => ({
  ...nothing,
  groupBy,
  search,
})

/** Which filter shows only what stands under a heading; of due dates there is none. */
export const filterOfGroup: Readonly<Partial<Record<BacklogGrouping, keyof BacklogView>>> = {
  priority: 'priorityId',
  territory: 'territory',
  client: 'clientId',
  project: 'projectId',
  skill: 'skillId',
}

type Around = {
  /** The days of the board; null while none is known. */
  readonly range: Range | null
  /** From the board's own filters. */
  readonly category: Category | undefined
}

export const useBacklogView = ({ range, category }: Around) => {
  const [filters, set] = useState<BacklogView>(nothing)
  const { onlyRange, ...asked } = filters
  const question = { ...asked, category, range: (onlyRange && range) || undefined }
  const pages = useBacklog(question)
  const groups = useBacklogGroups(question)
  const change = (changes: Partial<BacklogView>) => set((before) => ({ ...before, ...changes }))
  return { filters, pages, change, groups }
}

export type BacklogState = ReturnType<typeof useBacklogView>
