// Server state of campaigns and of the load ahead.
import { getLoadAhead } from '@regie/contract/load-ahead'
import { getBoard } from '@regie/contract/planning-board'
import {
  applyCampaign,
  getCampaign,
  listCampaigns,
  startClearing,
  startHandover,
  startRound,
  undoCampaign,
} from '@regie/contract/planning-campaigns'
import type { CallInput } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'

refreshOn(
  ['campaign_changed', 'run_progressed', 'run_finished', 'run_applied', 'run_rolled_back'],
  [getCampaign, listCampaigns],
)
refreshOn(
  ['visits_made', 'series_changed', 'series_created', 'assignments_published'],
  [getLoadAhead],
)
const options = { invalidates: [getCampaign, listCampaigns, getBoard] }

export const useCampaigns = () => useRead(listCampaigns)
/** Progress comes by events; the slow poll is for a line that lost them. */
export const useCampaign = (campaignId: string) =>
  useRead(getCampaign, { params: { campaignId } }, { refetchEveryMs: 4000 })
export const useStartHandover = () => useAct(startHandover, options)
export const useStartClearing = () => useAct(startClearing, options)
export const useStartRound = () => useAct(startRound, options)
export const useApplyCampaign = () => useAct(applyCampaign, options)
export const useUndoCampaign = () => useAct(undoCampaign, options)
export const useLoadAhead = (query: CallInput<typeof getLoadAhead>['query']) =>
  useRead(getLoadAhead, { query }, { keepPrevious: true })
