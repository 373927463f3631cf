// The front door: the board's screens.
import { screen } from '../lib/screen.ts'

export const planningScreens = [
  screen(
    '/planning',
    () => import('./screens/planning-board.tsx'),
    'PlanningBoard',
    'planning.read',
  ),
  screen(
    '/planning/rules',
    () => import('./screens/placement-rules.tsx'),
    'PlacementRules',
    'planning.read',
  ),
]
