// The front door of notifications: its screens, for the surfaces to compose.
import { type Screen, screen } from '../lib/screen.ts'

/** Letters and SMS link here; nobody needs to be signed in. */
export const notificationOpenScreens: readonly Screen[] = [
  screen('/a/$token', () => import('./screens/answer-visits.tsx'), 'AnswerVisits'),
]

export { Bell } from './parts/bell.tsx'
export { UnreadMark } from './parts/unread-mark.tsx'
export { PushKeeper } from './phone/push-keeper.tsx'
export { useUnread } from './unread.ts'
export { notificationWords } from './words.ts'
/** When nobody is signed in on this phone any more. */
export const silencePush = async (): Promise<void> =>
  (await import('./phone/push.ts')).silencePush().catch(() => undefined)

const inbox = screen('/inbox', () => import('./screens/inbox.tsx'), 'Inbox', 'notifications.own')

/** On the technician's phone. */
export const notificationFieldScreens: readonly Screen[] = [
  inbox,
  screen('/notifications', () => import('./screens/phone-preferences.tsx'), 'PhonePreferences'),
  screen(
    '/inbox/shift',
    () => import('./screens/after-shift.tsx'),
    'AfterShift',
    'notifications.own',
  ),
]

export const notificationScreens: readonly Screen[] = [
  inbox,
  screen(
    '/inbox/preferences',
    () => import('./screens/own-preferences.tsx'),
    'OwnPreferencesScreen',
    'notifications.own',
  ),
  screen(
    '/notifications',
    () => import('./screens/notifications.tsx'),
    'Notifications',
    'notifications.read',
  ),
]
