// The front door of polls: its screens, and what whoever is asked answers with.
import { type Screen, screen } from '../lib/screen.ts'

export { overlayAvailability } from './overlay.ts'
export { ownPollWords } from './own-words.ts'
export { OwnDays } from './parts/own-days.tsx'
export { PollForm } from './parts/poll-form.tsx'

export const pollScreens: readonly Screen[] = [
  screen('/availability', () => import('./screens/polls.tsx'), 'Polls', 'polls.read'),
  screen('/availability/new', () => import('./screens/poll-new.tsx'), 'PollNew', 'polls.write'),
  screen(
    '/availability/$pollId',
    () => import('./screens/poll-detail.tsx'),
    'PollDetailScreen',
    'polls.read',
  ),
]
