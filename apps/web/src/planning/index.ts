// The front door: the board's screens.
import { screen } from '../lib/screen.ts'

export const planningScreens = [
  screen(
    '/planning/backlog',
    () => import('./screens/backlog-window.tsx'),
    'BacklogWindow',
    'planning.read',
  ),
  screen(
    '/planning/print',
    () => import('./screens/board-print.tsx'),
    'BoardPrint',
    'planning.read',
  ),
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
  screen('/planning/policies', () => import('./screens/policies.tsx'), 'Policies', 'planning.read'),
  screen(
    '/planning/policies/$policyId',
    () => import('./screens/policy-edit.tsx'),
    'PolicyEdit',
    'planning.read',
  ),
  screen(
    '/planning/campaigns',
    () => import('./screens/campaigns.tsx'),
    'Campaigns',
    'planning.write',
  ),
  screen(
    '/planning/campaigns/$campaignId',
    () => import('./screens/campaigns.tsx'),
    'CampaignDetail',
    'planning.read',
  ),
  screen('/planning/load', () => import('./screens/load-ahead.tsx'), 'LoadAhead', 'planning.read'),
]
