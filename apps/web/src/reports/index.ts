// The front door of reports: the office's screens, those of people with a link, and the technician's paper.
import { type Screen, screen } from '../lib/screen.ts'

export { PaperKeeper } from './offline/paper-keeper.tsx'

export const reportScreens: readonly Screen[] = [
  screen('/reports', () => import('./screens/report-list.tsx'), 'ReportList', 'reports.read'),
  screen(
    '/reports/settings',
    () => import('./screens/report-settings.tsx'),
    'ReportSettings',
    'reports.read',
  ),
  screen(
    '/reports/work-orders/$workOrderId',
    () => import('./screens/report-draft.tsx'),
    'ReportDraft',
    'reports.read',
  ),
  screen(
    '/reports/$reportId',
    () => import('./screens/report-detail.tsx'),
    'ReportDetail',
    'reports.read',
  ),
]

export const reportOpenScreens: readonly Screen[] = [
  screen('/sign/$token', () => import('./screens/sign-remote.tsx'), 'SignRemote'),
  screen('/verify/$token', () => import('./screens/verify.tsx'), 'Verify'),
]

export const reportFieldScreens: readonly Screen[] = [
  screen('/assignment/$assignmentId/report', () => import('./screens/paper.tsx'), 'Paper'),
]
