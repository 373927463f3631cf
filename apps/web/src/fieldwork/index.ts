// The front door of field work: the technician's screens.
import { type Screen, screen } from '../lib/screen.ts'

export const fieldworkScreens: readonly Screen[] = [
  screen('/', () => import('./screens/today.tsx'), 'Today'),
  screen('/week', () => import('./screens/week.tsx'), 'Week'),
  screen('/assignment/$assignmentId', () => import('./screens/stop.tsx'), 'Stop'),
]
