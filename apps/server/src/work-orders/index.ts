// The front door of work-orders.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { makeVisits, watchSeries } from './jobs.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import { seriesRoutes } from './series-routes.ts'

export const workOrders = defineModule('work-orders', import.meta.dirname, {
  permissions,
  routes: [...routes, ...seriesRoutes],
  events: kinds,
  jobs: [makeVisits, watchSeries],
})

export { expectDocument, replyWithAttachment, replyWithDocument } from './attachments.ts'
export { createContract } from './commands/contracts.ts'
export {
  applyWorkOrders,
  planWorkOrders,
  type WorkOrderPatch,
  type WorkOrderRefusal,
} from './commands/merge-work-orders.ts'
export {
  cancelWorkOrder,
  markDone,
  markPlanned,
  markStarted,
  markUnplanned,
  validateWorkOrder,
} from './commands/moves.ts'
export { type FormerDays, giveDaysBack, giveOtherDays } from './commands/other-days.ts'
export { createProject } from './commands/projects.ts'
export { createSeries } from './commands/series.ts'
export { createWorkOrder, updateWorkOrder } from './commands/work-orders.ts'
export { type Seat, toGroups } from './model.ts'
export { visitsAhead } from './queries/visits-ahead.ts'
export { type SeatToFill, type WorkOrderToPlan, workOrdersToPlan } from './queries/work-orders.ts'
export { findContract } from './store/contracts.ts'
export { findProject } from './store/projects.ts'
export { handOnWishes, seriesPreferring, takeBackWishes } from './store/wishes.ts'
export { findWorkOrder } from './store/work-orders.ts'
