// What is looked at: it lives in the address, so that a view can be sent to a colleague.

import { boardFilters, boardGrouping, shownState } from '@regie/contract/board-filters'
import { type KeptBoard, keptBoard } from '@regie/contract/board-views'
import { category } from '@regie/contract/catalog'
import { localDate } from '@regie/contract/kernel'
import { z } from 'zod'
import { addDays, mondayOf } from '../lib/time.ts'

export const extents = ['day', 'three', 'week', 'month'] as const
export type Extent = (typeof extents)[number]

/** Six weeks hold any month, whichever day it begins on. */
export const daysOf: Readonly<Record<Extent, number>> = { day: 1, three: 3, week: 7, month: 42 }

const word = (max: number) => z.coerce.string().min(1).max(max).optional().catch(undefined)
const flag = z.coerce.boolean().catch(false).default(false)

/** A filter that does not parse counts as absent: an old or mistyped link still opens the board. */
export const boardViewSchema = z.object({
  view: z.enum(extents).catch('day').default('day'),
  date: localDate.optional().catch(undefined),
  /** How rows are made; `by` splits the load of a month. */
  rows: boardGrouping.catch('technician').default('technician'),
  by: z.enum(['all', 'team', 'skill']).catch('all').default('all'),
  list: flag,
  map: flag,
  hours: z.enum(['work', 'all']).catch('work').default('work'),
  density: z.enum(['compact', 'normal', 'large']).catch('normal').default('normal'),
  step: z.coerce.number().int().min(1).max(60).catch(15).default(15),
  technician: word(200),
  team: word(80),
  skill: word(80),
  category: category.optional().catch(undefined),
  state: shownState.optional().catch(undefined),
  priority: word(80),
  client: word(80),
  project: word(80),
  territory: word(40),
  run: word(80),
  /** The kept view this began as. */
  kept: word(80),
})
export type BoardView = z.infer<typeof boardViewSchema>

/** Nothing but what the address says when it says nothing. */
export const plainView: BoardView = boardViewSchema.parse({})

/** Names of the filters, for counting and clearing them. */
export const filterNames = Object.keys(boardFilters.shape) as (keyof typeof boardFilters.shape)[]

export const countFilters = (view: BoardView): number =>
  filterNames.filter((name) => view[name] !== undefined).length

export const noFilters: Partial<BoardView> = Object.fromEntries(
  filterNames.map((name) => [name, undefined]),
)

/** What of a view is kept under a name: everything that is not as usual, but not the date. */
export const keptOf = (view: BoardView): KeptBoard => {
  const names = Object.keys(keptBoard.shape) as (keyof KeptBoard)[]
  const own = names.filter((name) => view[name] !== undefined && view[name] !== plainView[name])
  return keptBoard.parse(Object.fromEntries(own.map((name) => [name, view[name]])))
}

/** The changes that turn whatever is shown into a kept view; the days stay. */
export const openingOf = (board: KeptBoard, viewId: string): Partial<BoardView> => ({
  ...plainView,
  ...noFilters,
  ...board,
  kept: viewId,
})

export const monthOf = (date: string): string => `${date.slice(0, 7)}-01`

/** First day shown. Weeks and the six weeks of a month begin on Monday; other days on the date itself. */
export const firstDayOf = (view: Pick<BoardView, 'view' | 'date'>, today: string): string => {
  const date = view.date ?? today
  if (view.view === 'month') return mondayOf(monthOf(date))
  return view.view === 'week' ? mondayOf(date) : date
}

const addMonths = (date: string, months: number): string => {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const at = year * 12 + month - 1 + months
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`
}

export const shifted = (
  view: Pick<BoardView, 'view' | 'date'>,
  today: string,
  turns: number,
): string =>
  view.view === 'month'
    ? addMonths(view.date ?? today, turns)
    : addDays(firstDayOf(view, today), turns * daysOf[view.view])
