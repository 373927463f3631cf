// The front door of field work: the technician's screens, the phone they stand in, and the office's view of them.
import { type Screen, screen } from '../lib/screen.ts'

export { directionsUrl } from './directions.ts'
export { watchInstallOffer } from './offline/install.ts'
export { openEarly } from './offline/open-early.ts'
export type { PhoneStop } from './offline/overlay.ts'
export { PhoneProvider, usePhoneStore, useStops } from './offline/phone.tsx'
export { useTell } from './offline/use-tell.ts'
export { FieldPhoto } from './parts/field-photo.tsx'
export { PartMatches } from './parts/part-matches.tsx'
export { PhotoPicker } from './parts/photo-picker.tsx'
export { SyncBar } from './parts/sync-bar.tsx'
export { Today } from './screens/today.tsx'

export const fieldworkScreens: readonly Screen[] = [
  screen('/week', () => import('./screens/week.tsx'), 'Week'),
  screen('/assignment/$assignmentId', () => import('./screens/stop.tsx'), 'Stop'),
  screen('/call-sheet/$projectId', () => import('./screens/call-sheet.tsx'), 'CallSheetScreen'),
  screen('/asset/$assetId', () => import('./screens/asset.tsx'), 'AssetScreen'),
  screen('/scan', () => import('./screens/scan.tsx'), 'Scan'),
  screen(
    '/availability',
    () => import('./screens/own-availability.tsx'),
    'OwnAvailability',
    'polls.own',
  ),
  screen('/absence', () => import('./screens/absence.tsx'), 'Absence'),
  screen('/hours', () => import('./screens/my-hours.tsx'), 'MyHours'),
  screen('/queue', () => import('./screens/queue.tsx'), 'Queue'),
]

export const fieldworkOfficeScreens: readonly Screen[] = [
  screen('/hours', () => import('./screens/hours.tsx'), 'Hours', 'fieldwork.results'),
  screen(
    '/field-work',
    () => import('./screens/open-entries.tsx'),
    'OpenEntries',
    'fieldwork.read',
  ),
  screen(
    '/field-work/$workOrderId',
    () => import('./screens/field-log.tsx'),
    'FieldLog',
    'fieldwork.read',
  ),
]
