// The plan's server state. The board itself is patched by events; what is computed from it is asked anew.
import {
  type Assignment,
  type Board,
  getCandidates,
  getProblem,
  type OpenSeat,
} from '@regie/contract/planning'
import {
  type BacklogGroup,
  type BacklogGrouping,
  type BacklogItem,
  listBacklog,
  listBacklogGroups,
} from '@regie/contract/planning-backlog'
import { getBoard } from '@regie/contract/planning-board'
import { getPlacementRules, updatePlacementRules } from '@regie/contract/planning-overrides'
import { listOvertaken, rollbackRun } from '@regie/contract/planning-proposals'
import { listDrafts } from '@regie/contract/planning-publishing'
import {
  applyRun,
  cancelRun,
  createPolicy,
  createRun,
  discardRun,
  getRun,
  getSettings,
  listPolicies,
  listRuns,
  removePolicy,
  updatePolicy,
  updateSettings,
} from '@regie/contract/planning-runs'
import type { Gap } from '@regie/contract/work-orders'
import { outdateOn, refreshOn, useLiveState } from '../lib/live.tsx'
import { type Pages, useAct, usePages, useRead } from '../lib/server-state.tsx'
import type { Standing } from './standing.ts'

export type Range = { readonly from: string; readonly until: string }

export const assignmentEventNames = [
  'assignment_created',
  'assignment_moved',
  'assignment_removed',
  'assignment_locked',
  'assignment_accepted',
  'assignment_declined',
  'assignment_progressed',
] as const

/** Names, colours and who there is: read anew, all of it. */
const wholeBoard = ['technician_created', 'technician_archived', 'priority_changed']
/** What tells of one technician, site or work order: the board asks for the rows that show it. */
export const rowEventNames = [
  'technician_changed',
  'absence_changed',
  'absence_removed',
  'days_told',
  'site_changed',
  'attachment_added',
  'attachment_removed',
] as const
const rulesChange = [
  'technician_changed',
  'absence_changed',
  'absence_removed',
  'days_told',
  'site_changed',
  'planning_settings_changed',
  'labour_rules_changed',
]
const seatsChange = ['assignment_created', 'assignment_removed', 'assignment_declined']
export const workEventNames = [
  'work_order_created',
  'work_order_changed',
  'work_order_moved',
] as const

refreshOn(wholeBoard, [getBoard, getProblem, listDrafts])
refreshOn(
  [...seatsChange, ...workEventNames, 'run_applied', 'priority_changed'],
  [listBacklog, listBacklogGroups],
)
refreshOn([...rulesChange], [getProblem])
refreshOn([...rowEventNames], [listDrafts])
// A board that is not looked at hears nothing: it is read again when it is.
outdateOn(
  [
    ...assignmentEventNames,
    ...rowEventNames,
    ...workEventNames,
    'assignments_published',
    'changes_seen',
  ],
  [getBoard, getProblem],
)
refreshOn([...assignmentEventNames, 'assignments_published', 'changes_seen'], [listDrafts])
refreshOn(['run_created', 'run_finished', 'run_applied'], [listRuns, getRun])
refreshOn(['run_progressed'], [getRun])
refreshOn(['run_rolled_back'], [listRuns, getRun, getBoard, listBacklog, getProblem])
refreshOn([...assignmentEventNames, 'run_applied', 'run_rolled_back'], [listOvertaken])
refreshOn(['placement_rules_changed'], [getPlacementRules])
refreshOn(['planning_policies_changed'], [listPolicies, getSettings, getProblem])
refreshOn(['planning_settings_changed'], [getSettings])

/** How long it counts as true: while the line of events stands it is kept so, and asking again would bring the same. */
const useFreshness = (): number => (useLiveState() === 'open' ? Number.POSITIVE_INFINITY : 60_000)

export const useBoardRead = (range: Range, enabled: boolean) =>
  useRead(getBoard, { query: range }, { enabled, keepPrevious: true, staleMs: useFreshness() })

export const useProblemRead = (range: Range, enabled: boolean) =>
  useRead(getProblem, { query: range }, { enabled, staleMs: useFreshness() })

export type BacklogFilters = {
  readonly search: string
  readonly quality: 'ready' | 'incomplete' | undefined
  readonly gap: Gap | undefined
  readonly category: BacklogItem['category'] | undefined
  readonly priorityId: string | undefined
  readonly clientId: string | undefined
  readonly projectId: string | undefined
  readonly skillId: string | undefined
  readonly territory: string | undefined
  readonly range: Range | undefined
  readonly groupBy: BacklogGrouping | undefined
}

const questionOf = ({ range, groupBy: _, ...filters }: BacklogFilters) => {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')
  return { ...(Object.fromEntries(given) as Partial<typeof filters>), ...(range ?? {}) }
}

export const useBacklog = (filters: BacklogFilters): Pages<BacklogItem> => {
  const grouped = filters.groupBy ? { groupBy: filters.groupBy } : {}
  return usePages(listBacklog, { query: { limit: 100, ...questionOf(filters), ...grouped } })
}

/** The work order of a seat as it waits: the list beside the board may not have read it. */
export const useBacklogItem = (seat: Pick<OpenSeat, 'workOrderId' | 'reference'>) => {
  const { data, ...read } = useRead(listBacklog, { query: { search: seat.reference, limit: 20 } })
  return { ...read, item: data?.items.find((one) => one.workOrderId === seat.workOrderId) }
}

/** The headings with their counts; without a grouping there are none. */
export const useBacklogGroups = (filters: BacklogFilters): readonly BacklogGroup[] => {
  const groupBy = filters.groupBy ?? 'priority'
  const enabled = filters.groupBy !== undefined
  const query = { ...questionOf(filters), groupBy }
  const { data } = useRead(listBacklogGroups, { query }, { enabled, keepPrevious: true })
  return (enabled && data?.items) || []
}

/** What can be filtered by: everything of that kind that waits. */
export const useBacklogChoices = (groupBy: BacklogGrouping) =>
  useRead(listBacklogGroups, { query: { groupBy } })

export const useCandidates = (
  workOrderId: string,
  input: Range & { readonly positionId: string },
) => useRead(getCandidates, { params: { workOrderId }, query: { ...input, limit: 20 } })

/** What differs from the plan technicians know. */
export const useDrafts = (range: Range) => useRead(listDrafts, { query: range })

export const usePlacementRules = () => useRead(getPlacementRules)
export const useUpdatePlacementRules = () =>
  useAct(updatePlacementRules, { invalidates: [getPlacementRules] })

export const usePolicies = () => useRead(listPolicies)
export const useCreatePolicy = () => useAct(createPolicy, { invalidates: [listPolicies] })
export const useUpdatePolicy = () =>
  useAct(updatePolicy, { invalidates: [listPolicies, getSettings, getProblem] })
export const useRemovePolicy = () => useAct(removePolicy, { invalidates: [listPolicies] })
export const usePlanningSettings = () => useRead(getSettings)
export const useUpdatePlanningSettings = () =>
  useAct(updateSettings, { invalidates: [getSettings, getProblem] })
export const useRuns = () => useRead(listRuns, { query: { limit: 10 } })
/** Progress comes by events; the slow poll is for a line that lost them. */
export const useRun = (runId: string | null) =>
  useRead(
    getRun,
    { params: { runId: runId ?? '' } },
    { enabled: runId !== null, refetchEveryMs: 4000 },
  )
export const useOvertaken = (runId: string | null) =>
  useRead(listOvertaken, { params: { runId: runId ?? '' } }, { enabled: runId !== null })
export const useRollback = () =>
  useAct(rollbackRun, { invalidates: [listRuns, getRun, getBoard, listBacklog, getProblem] })
export const useStartRun = () => useAct(createRun, { invalidates: [listRuns] })
export const useCancelRun = () => useAct(cancelRun, { invalidates: [listRuns, getRun] })
export const useDiscardRun = () => useAct(discardRun, { invalidates: [listRuns, getRun] })
export const useApplyRun = () =>
  useAct(applyRun, {
    invalidates: [listRuns, getRun, getBoard, listBacklog, listDrafts, getProblem],
  })

/** Who holds what, for the rules: seats taken on the board as it is shown now. */
export const standingOf = (board: Board): readonly Standing[] => {
  const known = standings.get(board)
  if (known) return known
  const made = board.bars.map(({ positionId, technicianId, startsAt, endsAt }: Assignment) => ({
    positionId,
    technicianId,
    from: Date.parse(startsAt),
    until: Date.parse(endsAt),
  }))
  standings.set(board, made)
  return made
}

const standings = new WeakMap<Board, readonly Standing[]>()
