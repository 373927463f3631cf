// Ways of looking at the board: views that are kept and shared, and the load of many days at once.
import { z } from 'zod'
import { boardFilters, boardGrouping } from './board-filters.ts'
import { endpoint, id, instant, localDate, text, version } from './kernel.ts'

/** What the address of a board says, but for the date: a kept view is opened on the present days. */
export const keptBoard = z.strictObject({
  ...boardFilters.shape,
  view: z.enum(['day', 'three', 'week', 'month']).optional(),
  rows: boardGrouping.optional(),
  by: z.enum(['all', 'team', 'skill']).optional(),
  list: z.boolean().optional(),
  map: z.boolean().optional(),
  hours: z.enum(['work', 'all']).optional(),
  density: z.enum(['compact', 'normal', 'large']).optional(),
  step: z.int().min(1).max(60).optional(),
})
export type KeptBoard = z.infer<typeof keptBoard>

/** `shared`: everybody who may read the plan sees it; else only its author does. */
export const viewDraft = z.object({
  name: text(80),
  shared: z.boolean().default(false),
  board: keptBoard,
})
export type ViewDraft = z.infer<typeof viewDraft>

export const boardView = viewDraft.extend({
  id,
  version,
  authorName: z.string(),
  /** Mine: I made it. */
  mine: z.boolean(),
  /** The author may change a view, and who configures planning any shared one. */
  mayChange: z.boolean(),
  /** The one that opens when the address says nothing, for whoever asks. */
  isDefault: z.boolean(),
  changedAt: instant,
})
export type SavedView = z.infer<typeof boardView>

const tag = 'Board views'
const viewParams = z.object({ viewId: id })

export const listViews = endpoint({
  method: 'GET',
  path: '/api/planning/views',
  tag,
  summary: 'My views of the board and the shared ones, by name',
  returns: z.object({ items: z.array(boardView) }),
})
export const createView = endpoint({
  method: 'POST',
  path: '/api/planning/views',
  tag,
  summary: 'Keep a view of the board',
  body: viewDraft,
  returns: boardView,
  status: 201,
})
export const updateView = endpoint({
  method: 'PATCH',
  path: '/api/planning/views/:viewId',
  tag,
  summary: 'Rename a view, share it, or keep what is shown now under its name',
  params: viewParams,
  body: viewDraft.extend({ version }),
  returns: boardView,
})
export const removeView = endpoint({
  method: 'POST',
  path: '/api/planning/views/:viewId/remove',
  tag,
  summary: 'Remove a view; it can be brought back',
  params: viewParams,
  body: z.object({ version }),
  returns: boardView,
})
export const restoreView = endpoint({
  method: 'POST',
  path: '/api/planning/views/:viewId/restore',
  tag,
  summary: 'Bring a removed view back',
  params: viewParams,
  body: z.object({}),
  returns: boardView,
})
export const chooseDefaultView = endpoint({
  method: 'PUT',
  path: '/api/planning/views/default',
  tag,
  summary: 'The view my board opens with; null: the plain board',
  body: z.object({ viewId: id.nullable() }),
  returns: z.object({ viewId: id.nullable() }),
})

const load = z.object({
  /** Visits and the way to them. */
  plannedMinutes: z.int(),
  /** Time at work, absences taken off. */
  capacityMinutes: z.int(),
  visits: z.int(),
})
export type Load = z.infer<typeof load>

/** `groups` of a day stand in the order of the groups of the whole. */
export const boardLoad = z.object({
  timeZone: z.string(),
  groups: z.array(z.object({ key: z.string(), name: z.string(), technicians: z.int() })),
  days: z.array(load.extend({ date: localDate, groups: z.array(load) })),
})
export type BoardLoad = z.infer<typeof boardLoad>

/** A technician of several skills counts in full under each: it is the load one skill can meet, not a share of it. */
export const getLoad = endpoint({
  method: 'GET',
  path: '/api/planning/load',
  tag,
  summary: 'Planned hours against capacity, day by day, in a range of at most 62 days',
  query: boardFilters
    .pick({ technician: true, team: true, skill: true })
    .extend({ from: instant, until: instant, by: z.enum(['all', 'team', 'skill']).default('all') }),
  returns: boardLoad,
})

/** Told of shared views only: a personal one is nobody else's business. */
export const viewEvents = {
  board_view_changed: z.object({ viewId: id, name: z.string(), removed: z.boolean() }),
}
