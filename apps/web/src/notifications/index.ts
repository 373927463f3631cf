// The front door of notifications: its screens, for the surfaces to compose.
import { type Screen, screen } from '../lib/screen.ts'

/** Letters and SMS link here; nobody needs to be signed in. */
export const notificationOpenScreens: readonly Screen[] = [
  screen('/a/$token', () => import('./screens/answer-visits.tsx'), 'AnswerVisits'),
]

export const notificationScreens: readonly Screen[] = [
  screen(
    '/notifications',
    () => import('./screens/notifications.tsx'),
    'Notifications',
    'notifications.read',
  ),
]
