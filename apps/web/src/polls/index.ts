// The front door of polls: its screens, and the form of whoever is asked.
import { type Screen, screen } from '../lib/screen.ts'

export { overlayAvailability } from './overlay.ts'
export { ownPollWords } from './own-words.ts'
export { PollForm } from './parts/poll-form.tsx'

/** On the technician's phone. */
export const pollFieldScreens: readonly Screen[] = [
  screen(
    '/availability',
    () => import('./screens/own-availability.tsx'),
    'OwnAvailability',
    'polls.own',
  ),
]

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
