// The front door of integrations: its screens.
import { type Screen, screen } from '../lib/screen.ts'

export const integrationScreens: readonly Screen[] = [
  screen(
    '/imports',
    () => import('./screens/import-list.tsx'),
    'ImportList',
    'integrations.import',
  ),
  screen(
    '/imports/$importId',
    () => import('./screens/import-detail.tsx'),
    'ImportDetail',
    'integrations.import',
  ),
]
