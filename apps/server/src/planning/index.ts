// The front door of planning.
import { defineModule } from '../platform/module.ts'
import { campaignRoutes } from './campaign-routes.ts'
import { kinds } from './events.ts'
import { fetchTravel } from './jobs/fetch-travel.ts'
import { planPart } from './jobs/plan-part.ts'
import { planRange } from './jobs/plan-range.ts'
import { noteReleasedWork, releaseWork } from './jobs/release-work.ts'
import { noteNewWork, watchOrganizations } from './jobs/watch.ts'
import { labourRoutes } from './labour-routes.ts'
import { permissions } from './permissions.ts'
import { boardRoutes, deedRoutes, equipmentRoutes, presenceRoutes, runRoutes } from './routes.ts'
import { viewRoutes } from './view-routes.ts'

export const planning = defineModule('planning', import.meta.dirname, {
  permissions,
  routes: [
    ...boardRoutes,
    ...deedRoutes,
    ...presenceRoutes,
    ...runRoutes,
    ...campaignRoutes,
    ...viewRoutes,
    ...equipmentRoutes,
    ...labourRoutes,
  ],
  events: kinds,
  jobs: [planRange, planPart, fetchTravel, watchOrganizations, releaseWork],
  reactions: [noteNewWork, noteReleasedWork],
})

export {
  acceptAssignment,
  declineAssignment,
  heldAssignment,
  isWorkable,
  ownAssignment,
  settleAssignment,
} from './commands/answer.ts'
export { applyRun } from './commands/apply-run.ts'
export { lockAssignments } from './commands/arrange.ts'
export { createAssignment } from './commands/assign.ts'
export {
  confirmHour,
  forgetConfirmations,
  heldSlot,
  holdSlot,
  keepHold,
  releaseHold,
  takeHeldSlot,
} from './commands/client-word.ts'
export { followWork } from './commands/follow-work.ts'
export { exchange, handOver, openSeat, takeSeat } from './commands/hand-over.ts'
export { setLabour } from './commands/labour-rules.ts'
export { moveAssignment } from './commands/move.ts'
export { publishPlan } from './commands/publish.ts'
export { createRun } from './commands/runs.ts'
export type { Cell } from './exports/columns.ts'
export { csvCell } from './exports/csv.ts'
export { escapeText, foldLine, stamp } from './exports/ics.ts'
export { excelCell, heading } from './exports/xlsx.ts'
export { calendarOf } from './local-days.ts'
export { equipmentOfWork } from './queries/equipment.ts'
export { type FreeSlot, freeSlots, movableVisit } from './queries/free-slots.ts'
export { nearestTakers } from './queries/nearest-takers.ts'
export {
  againstTaking,
  rankTakers,
  type Slot,
  type Taker,
  type Takers,
} from './queries/rank-takers.ts'
export { travelSeconds, wayTo } from './queries/way-to.ts'
export { findAssignment, liveBetween, lockPlanning, type Placed } from './store/assignments.ts'
export { labelledById as describeAssignments } from './store/labelled.ts'
export { readLabourRules } from './store/labour-rules.ts'
export { unseenOf } from './store/unseen.ts'
export { weekSums } from './store/week-sums.ts'
export { askWay } from './travel/ask.ts'
export { straightMetres } from './travel/haversine.ts'
export { legsBetween } from './travel/legs.ts'
export { tellWhoKnows } from './who-knows.ts'
