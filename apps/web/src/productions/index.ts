// The front door of productions: their screens.
import { late } from '../lib/late.ts'
import { type Screen, screen } from '../lib/screen.ts'

export const productionScreens: readonly Screen[] = [
  screen(
    '/projects/$projectId/production',
    () => import('./screens/production-page.tsx'),
    'ProductionPage',
    'productions.read',
  ),
  screen(
    '/projects/$projectId/timeline',
    () => import('./screens/timeline.tsx'),
    'Timeline',
    'productions.read',
  ),
  screen(
    '/projects/$projectId/timeline/print',
    () => import('./screens/timeline-print.tsx'),
    'TimelinePrint',
    'productions.read',
  ),
  screen(
    '/projects/$projectId/call-sheets',
    () => import('./screens/call-sheets.tsx'),
    'CallSheets',
    'productions.read',
  ),
  screen(
    '/projects/$projectId/stage-plan',
    () => import('./screens/stage-plan.tsx'),
    'StagePlanPage',
    'productions.read',
  ),
  screen(
    '/projects/$projectId/stage-plan/print',
    () => import('./screens/stage-plan-print.tsx'),
    'StagePlanPrint',
    'productions.read',
  ),
  screen(
    '/crew-templates',
    () => import('./screens/crew-templates.tsx'),
    'CrewTemplates',
    'productions.read',
  ),
  screen(
    '/projects/$projectId/review',
    () => import('./screens/review-page.tsx'),
    'ReviewPage',
    'productions.read',
  ),
]

/** On the phone of a chief of department. */
export const productionFieldScreens: readonly Screen[] = [
  screen('/reviews', () => import('./screens/own-reviews.tsx'), 'OwnReviews', 'productions.review'),
  screen(
    '/reviews/$projectId',
    () => import('./screens/own-review.tsx'),
    'OwnReviewScreen',
    'productions.review',
  ),
]

/** The review of a chief who came by a link; within `Suspense`. */
export const LinkedReview = late(() => import('./screens/linked-review.tsx'), 'LinkedReview')

export { OwnStagePlans, StagePlansOf } from './parts/own-stage-plans.tsx'
export { SheetPlan } from './parts/sheet-plan.tsx'
export { type PlanPlace, SheetView } from './parts/sheet-view.tsx'
export { sheetViewWords } from './sheet-words.ts'
