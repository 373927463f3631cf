// The front door of productions.
import { tellWhoKnows } from '../planning/index.ts'
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { dropPlanFile } from './jobs/drop-plan-file.ts'
import { followReview, noteTouches } from './jobs/follow-review.ts'
import { permissions } from './permissions.ts'
import { reviewRoutes } from './review-routes.ts'
import { routes } from './routes.ts'
import { sheetRoutes } from './sheet-routes.ts'
import { stagePlanRoutes } from './stage-plan-routes.ts'
import { knowersOf } from './store/acquaintances.ts'
import { timelineRoutes } from './timeline-routes.ts'

tellWhoKnows(knowersOf)

export const productions = defineModule('productions', import.meta.dirname, {
  permissions,
  routes: [...routes, ...stagePlanRoutes, ...reviewRoutes, ...sheetRoutes, ...timelineRoutes],
  events: kinds,
  jobs: [dropPlanFile, followReview],
  reactions: [noteTouches],
})

export { markOwnSheet } from './commands/call-sheets.ts'
export { addPhase } from './commands/phases.ts'
export { addRemark, markSeen, withdrawRemark } from './commands/review-reading.ts'
export { signReview } from './commands/sign-review.ts'
export { placeSpot } from './commands/stage-plans.ts'
export { addStage } from './commands/stages.ts'
export { sendOwnSheet } from './pdf/sheet-papers.ts'
export { givePlan, sendPlan } from './plans/plan-files.ts'
export { formerSheetOf, isSheetRead, ownSheets, sheetOf } from './queries/call-sheets.ts'
export { type ChiefsReview, getReview, ownReviews, reviewOfChief } from './queries/reviews.ts'
export { sendSheetDocument } from './sheet-documents.ts'
export { insertPhase } from './store/phases.ts'
