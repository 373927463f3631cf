// The front door: the board's screen.
import { screen } from '../lib/screen.ts'

export const planningScreens = [
  screen(
    '/planning',
    () => import('./screens/planning-board.tsx'),
    'PlanningBoard',
    'planning.read',
  ),
]
