import * as ahead from '@regie/contract/load-ahead'
import * as contract from '@regie/contract/planning-campaigns'
import { found } from '../platform/guards.ts'
import { act, type Route, read } from '../platform/http/bind.ts'
import type { Tx } from '../platform/work.ts'
import { applyCampaign, startHandover, startRound, undoCampaign } from './commands/campaigns.ts'
import { startClearing } from './commands/clear-days.ts'
import { getLoadAhead } from './queries/load-ahead.ts'
import { applicationsOf } from './store/applications.ts'
import { findCampaign, lastCampaigns, toCampaign } from './store/campaigns.ts'
import { findRun, readProposal } from './store/runs.ts'

const may = 'planning.read'
const SHOWN = 50

async function getCampaign(tx: Tx, campaignId: string): Promise<contract.CampaignDetail> {
  const campaign = found(await findCampaign(tx, campaignId), 'campaign')
  const run = campaign.runId ? await findRun(tx, campaign.runId) : undefined
  if (!run) return { ...toCampaign(campaign), run: null }
  const proposal = await readProposal(tx, run.id)
  const applications = await applicationsOf(tx, run.id)
  return { ...toCampaign(campaign), run: { ...run, proposal, applications } }
}

export const campaignRoutes: readonly Route[] = [
  read(ahead.getLoadAhead, may, (tx, { query }) => getLoadAhead(tx, query)),
  read(contract.listCampaigns, may, async (tx) => ({
    items: (await lastCampaigns(tx, SHOWN)).map(toCampaign),
  })),
  read(contract.getCampaign, may, (tx, { params }) => getCampaign(tx, params.campaignId)),
  act(contract.startHandover, startHandover, ({ body }) => body),
  act(contract.startRound, startRound, ({ body }) => body),
  act(contract.startClearing, startClearing, ({ body }) => body),
  act(contract.applyCampaign, applyCampaign, ({ params, body }) => ({ ...params, ...body })),
  act(contract.undoCampaign, undoCampaign, ({ params }) => params),
]
