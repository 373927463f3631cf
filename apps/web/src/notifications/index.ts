// The front door of notifications: its screens, for the surfaces to compose.
import { type Screen, screen } from '../lib/screen.ts'

/** Letters and SMS link here; nobody needs to be signed in. */
export const notificationOpenScreens: readonly Screen[] = [
  screen('/a/$token', () => import('./screens/answer-visits.tsx'), 'AnswerVisits'),
]

export { PushKeeper } from './phone/push-keeper.tsx'
/** When nobody is signed in on this phone any more. */
export const silencePush = async (): Promise<void> =>
  (await import('./phone/push.ts')).silencePush().catch(() => undefined)

/** On the technician's phone. */
export const notificationFieldScreens: readonly Screen[] = [
  screen('/notifications', () => import('./screens/phone-preferences.tsx'), 'PhonePreferences'),
]

export const notificationScreens: readonly Screen[] = [
  screen(
    '/notifications',
    () => import('./screens/notifications.tsx'),
    'Notifications',
    'notifications.read',
  ),
]
