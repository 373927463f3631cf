// The front door of identity: its screens, for the surfaces to compose.
import { type Screen, screen } from '../lib/screen.ts'

export { useSignOut, useSwitchOrganization } from './api.ts'
export { roleWords } from './words.ts'

/** Doors: screens that need nobody signed in. Letters link to them. */
export const identityOpenScreens: readonly Screen[] = [
  screen('/sign-in', () => import('./screens/sign-in.tsx'), 'SignIn'),
  screen('/sign-in/link', () => import('./screens/sign-in-link.tsx'), 'SignInLink'),
  screen(
    '/sign-in/forgotten',
    () => import('./screens/forgotten-password.tsx'),
    'ForgottenPassword',
  ),
  screen('/sign-in/new-password', () => import('./screens/reset-password.tsx'), 'ResetPassword'),
  screen('/setup', () => import('./screens/setup.tsx'), 'Setup'),
  screen('/invitation', () => import('./screens/accept-invitation.tsx'), 'AcceptInvitation'),
]

export const identityScreens: readonly Screen[] = [
  screen('/team', () => import('./screens/team.tsx'), 'Team', 'identity.read-members'),
  screen('/audit', () => import('./screens/audit.tsx'), 'Audit', 'identity.read-audit'),
  screen('/settings', () => import('./screens/settings.tsx'), 'Settings', 'identity.read-members'),
  screen('/account', () => import('./screens/account.tsx'), 'Account'),
]

export const identityFieldScreens: readonly Screen[] = [
  screen('/me', () => import('./screens/me.tsx'), 'Me'),
]
