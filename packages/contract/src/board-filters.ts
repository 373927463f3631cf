// What of the board is looked at: the same filters in the address of a view, on screen and in every exported file.
import { z } from 'zod'
import { category } from './catalog.ts'
import type { Bar, BoardTechnician } from './planning.ts'

/** Where a bar stands as people say it: a draft is an offer that was not published, late is derived from the clock. */
export const shownState = z.enum([
  'draft',
  'offered',
  'accepted',
  'en_route',
  'started',
  'paused',
  'finished',
  'late',
])
export type ShownState = z.infer<typeof shownState>

/** How rows are made. `skill` shows a technician under each skill, the last three have rows of work instead of people. */
export const boardGrouping = z.enum(['technician', 'team', 'skill', 'project', 'client', 'site'])
export type BoardGrouping = z.infer<typeof boardGrouping>

const word = (max: number) => z.string().trim().min(1).max(max)

/** Filters by technician (name contains, team, skill held) and by work; each left out lets everything through. */
export const boardFilters = z.object({
  technician: word(200).optional(),
  team: word(80).optional(),
  skill: word(80).optional(),
  category: category.optional(),
  state: shownState.optional(),
  priority: word(80).optional(),
  client: word(80).optional(),
  project: word(80).optional(),
  territory: word(40).optional(),
})
export type BoardFilters = z.infer<typeof boardFilters>

/** Searches as people type: no case, no accents. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

type Shown = Pick<BoardTechnician, 'name' | 'team'> & {
  readonly skills: readonly { readonly id: string }[]
}

/** Does this technician have a row? */
export const showsTechnician = (filters: BoardFilters, technician: Shown): boolean =>
  (!filters.technician || plain(technician.name).includes(plain(filters.technician))) &&
  (!filters.team || technician.team === filters.team) &&
  (!filters.skill || technician.skills.some(({ id }) => id === filters.skill))

const GRACE_MS = 600_000

/** Late is derived, never stored: not begun though it should have been, or not over though it should be. */
export const isLateAt = (
  { state, startsAt, endsAt }: Pick<Bar, 'state' | 'startsAt' | 'endsAt'>,
  now: number,
): boolean => {
  if (state === 'offered' || state === 'accepted' || state === 'en_route')
    return now > Date.parse(startsAt) + GRACE_MS
  if (state === 'started' || state === 'paused') return now > Date.parse(endsAt) + GRACE_MS
  return false
}

const showsState = (wanted: ShownState, bar: Bar, now: number): boolean => {
  if (wanted === 'late') return isLateAt(bar, now)
  const isDraft = bar.state === 'offered' && bar.publishedAt === null
  return wanted === 'draft' ? isDraft : bar.state === wanted && !isDraft
}

/** Is any filter of work set? */
export const filtersWork = (filters: BoardFilters): boolean =>
  Boolean(
    filters.category ??
      filters.state ??
      filters.priority ??
      filters.client ??
      filters.project ??
      filters.territory,
  )

type Work = Pick<Bar, 'category' | 'priorityId' | 'clientId' | 'projectId' | 'territory'>

const isOfWork = (filters: BoardFilters, work: Work): boolean =>
  (!filters.category || work.category === filters.category) &&
  (!filters.priority || work.priorityId === filters.priority) &&
  (!filters.client || work.clientId === filters.client) &&
  (!filters.project || work.projectId === filters.project) &&
  (!filters.territory || work.territory === filters.territory)

/** Does this bar pass the filters of work? `now` in epoch milliseconds, for what is late. */
export const showsWork = (filters: BoardFilters, bar: Bar, now: number): boolean =>
  isOfWork(filters, bar) && (!filters.state || showsState(filters.state, bar, now))

/** Who asks for people sees theirs; a seat nobody has is nobody's, and in no state. */
export const showsOpenSeat = (filters: BoardFilters, seat: Work): boolean =>
  !(filters.technician ?? filters.team ?? filters.skill ?? filters.state) && isOfWork(filters, seat)
