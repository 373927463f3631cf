// The front door of clients: its screens, and the fields by which others choose a client or a site.
import { type Screen, screen } from '../lib/screen.ts'

export { useSite, useSites, useSitesOf } from './api.ts'
export { ClientField } from './parts/client-field.tsx'
export { SiteField } from './parts/site-field.tsx'

export const clientScreens: readonly Screen[] = [
  screen('/clients', () => import('./screens/client-list.tsx'), 'ClientList', 'clients.read'),
  screen(
    '/clients/$clientId',
    () => import('./screens/client-detail.tsx'),
    'ClientDetail',
    'clients.read',
  ),
  screen('/sites', () => import('./screens/site-list.tsx'), 'SiteList', 'clients.read'),
  screen('/sites/$siteId', () => import('./screens/site-detail.tsx'), 'SiteDetail', 'clients.read'),
]
