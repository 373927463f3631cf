// The front door of the portal: pages for clients with a link, and the office's view of what they said.
import { type Screen, screen } from '../lib/screen.ts'

/** Letters and SMS link here; nobody needs to be signed in. */
export const portalOpenScreens: readonly Screen[] = [
  screen('/v/$token', () => import('./screens/visit-page.tsx'), 'VisitPage'),
  screen('/u/$token', () => import('./screens/unsubscribe.tsx'), 'Unsubscribe'),
]

export const portalScreens: readonly Screen[] = [
  screen('/clients-word', () => import('./screens/clients-word.tsx'), 'ClientsWord', 'portal.read'),
  screen(
    '/clients-word/visits/$workOrderId',
    () => import('./screens/visit-word.tsx'),
    'VisitWordScreen',
    'portal.read',
  ),
]
