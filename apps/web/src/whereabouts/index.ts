// The front door of whereabouts: the technician's say over being seen on the way, and the organisation's.
import { type Screen, screen } from '../lib/screen.ts'

export { SharingBar } from './parts/sharing-bar.tsx'
export { SharingSettingsCard } from './parts/sharing-settings.tsx'

export const whereaboutsFieldScreens: readonly Screen[] = [
  screen('/sharing', () => import('./screens/sharing.tsx'), 'Sharing', 'whereabouts.own'),
]
