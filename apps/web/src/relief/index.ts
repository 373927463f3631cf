// The front door of relief: its screens, and the card of what one is asked to take.
import { type Screen, screen } from '../lib/screen.ts'

export { OfferCard } from './parts/offer-card.tsx'

/** On the technician's phone. */
export const reliefFieldScreens: readonly Screen[] = [
  screen('/relief', () => import('./screens/own-relief.tsx'), 'OwnRelief', 'relief.own'),
  screen(
    '/relief/give/$assignmentId',
    () => import('./screens/give-away.tsx'),
    'GiveAway',
    'relief.own',
  ),
]

export const reliefScreens: readonly Screen[] = [
  screen('/relief', () => import('./screens/relief.tsx'), 'Relief', 'relief.read'),
]
