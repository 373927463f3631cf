// Planning anew for many at once: a technician's visits to others, or a template at many sites. Looked at before it is done,
// and undone as one.
import type { Id } from '@regie/contract/kernel'
import type { Campaign, HandoverDraft, RoundDraft } from '@regie/contract/planning-campaigns'
import { type RunDraft, runDraft } from '@regie/contract/planning-runs'
import { draftFromTemplate } from '@regie/contract/work-orders'
import { findTemplate } from '../../catalog/index.ts'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import {
  cancelWorkOrder,
  createWorkOrder,
  findWorkOrder,
  giveDaysBack,
  handOnWishes,
  seriesPreferring,
  takeBackWishes,
} from '../../work-orders/index.ts'
import { findTechnician, technicians } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { addDays, dayStart } from '../local-days.ts'
import { after } from '../model.ts'
import { liveBetween } from '../store/assignments.ts'
import {
  claimCampaign,
  insertCampaign,
  type StoredCampaign,
  saveCampaignState,
  toCampaign,
} from '../store/campaigns.ts'
import { type OtherHours, saveRunWindows } from '../store/clearings.ts'
import { findRun } from '../store/runs.ts'
import { applyClearing } from './apply-clearing.ts'
import { applyRun } from './apply-run.ts'
import { rollbackRun } from './rollback-run.ts'
import { cancelRun, discardRun, expectDates, queueRun } from './runs.ts'

const write = { permission: 'planning.write' } as const

const told = ({ id, kind, name, state }: Pick<Campaign, 'id' | 'kind' | 'name' | 'state'>) =>
  happened.campaign_changed({ campaignId: id, kind, name, state })

export const boundsOf = (tx: Tx, { from, until }: { from: string; until: string }) => ({
  from: new Date(dayStart(from, tx.actor.timeZone)).toISOString(),
  until: new Date(dayStart(addDays(until, 1), tx.actor.timeZone)).toISOString(),
})

/** Keeps the campaign and asks for its run; `hours`: those its work would have. */
export async function begin(
  tx: Tx,
  campaign: Pick<
    StoredCampaign,
    | 'kind'
    | 'name'
    | 'from'
    | 'until'
    | 'technicianId'
    | 'preferredToId'
    | 'workOrderIds'
    | 'staying'
    | 'seriesIds'
  >,
  draft: RunDraft,
  hours?: OtherHours,
): Promise<Campaign> {
  const run =
    campaign.workOrderIds.length > 0 ? await queueRun(tx, { draft, trigger: 'person' }) : null
  if (run && hours) await saveRunWindows(tx, run.id, hours)
  const stored: StoredCampaign = {
    ...campaign,
    formerDays: [],
    id: tx.newId(),
    state: 'preview',
    runId: run?.id ?? null,
    createdAt: tx.now(),
    createdBy: tx.actor.name,
  }
  await insertCampaign(tx, stored)
  tx.emit(told(stored))
  return toCampaign(stored)
}

export const startHandover = command(
  'planning.start-handover',
  write,
  async (tx, draft: HandoverDraft): Promise<Campaign> => {
    expectDates(draft)
    const leaver = found(await findTechnician(tx, draft.technicianId), 'technician')
    if (draft.preferredToId) found(await findTechnician(tx, draft.preferredToId), 'technician')
    const bounds = boundsOf(tx, draft)
    const held = await liveBetween(tx, { ...bounds, technicianIds: [leaver.id] })
    const own = held.filter((one) => one.startsAt >= bounds.from && one.startsAt < bounds.until)
    const goes = own.filter(({ locked, state }) => !locked && after(state, 'move') !== undefined)
    const others = draft.technicianIds.length
      ? draft.technicianIds
      : (await technicians(tx, null)).map(({ id }) => id).filter((id) => id !== leaver.id)
    const workOrderIds = [...new Set(goes.map(({ workOrderId }) => workOrderId))]
    const { from, until, seconds } = draft
    const run = { from, until, seconds, technicianIds: others, workOrderIds, keep: 'locked' }
    return await begin(
      tx,
      {
        ...{ kind: 'handover', name: leaver.name, from, until },
        technicianId: leaver.id,
        preferredToId: draft.preferredToId,
        workOrderIds,
        staying: own.length - goes.length,
        seriesIds: await seriesPreferring(tx, leaver.id),
      },
      runDraft.parse(run),
    )
  },
)

export const startRound = command(
  'planning.start-round',
  write,
  async (tx, draft: RoundDraft): Promise<Campaign> => {
    expectDates(draft)
    const template = found(await findTemplate(tx, draft.templateId), 'template')
    const window = boundsOf(tx, draft)
    const workOrderIds: Id[] = []
    for (const siteId of new Set(draft.siteIds)) {
      const order = draftFromTemplate(template, { siteId, title: draft.name, windows: [window] })
      workOrderIds.push((await createWorkOrder.run(tx, order)).id)
    }
    const { from, until, seconds, technicianIds, name } = draft
    return await begin(
      tx,
      {
        ...{ kind: 'round', name, from, until, workOrderIds },
        ...{ technicianId: null, preferredToId: null, staying: 0, seriesIds: [] },
      },
      runDraft.parse({ from, until, seconds, technicianIds, workOrderIds, policy: 'Balanced' }),
    )
  },
)

export const applyCampaign = command(
  'planning.apply-campaign',
  write,
  async (tx, input: { campaignId: Id; skipOvertaken: boolean }): Promise<Campaign> => {
    const campaign = found(await claimCampaign(tx, input.campaignId), 'campaign')
    if (campaign.state !== 'preview') throw fail('wrong_state', { state: campaign.state })
    const { runId, technicianId, preferredToId, seriesIds } = campaign
    if (runId && campaign.kind === 'clearing')
      await applyClearing(tx, { ...campaign, runId }, input.skipOvertaken)
    else if (runId)
      await applyRun.run(tx, {
        runId,
        technicianIds: [],
        positionIds: [],
        skipOvertaken: input.skipOvertaken,
      })
    if (technicianId && preferredToId)
      await handOnWishes(tx, { seriesIds, from: technicianId, to: preferredToId })
    return await settle(tx, campaign, 'applied')
  },
)

async function settle(
  tx: Tx,
  campaign: StoredCampaign,
  state: Campaign['state'],
): Promise<Campaign> {
  await saveCampaignState(tx, campaign.id, state)
  tx.emit(told({ ...campaign, state }))
  return toCampaign({ ...campaign, state })
}

export const undoCampaign = command(
  'planning.undo-campaign',
  write,
  async (tx, { campaignId }: { campaignId: Id }): Promise<Campaign> => {
    const campaign = found(await claimCampaign(tx, campaignId), 'campaign')
    const { runId, technicianId, preferredToId, seriesIds, state } = campaign
    if (state === 'undone') return toCampaign(campaign)
    if (runId) await putBack(tx, runId, state)
    if (state === 'applied') await giveDaysBack(tx, campaign.formerDays)
    if (state === 'applied' && technicianId && preferredToId)
      await takeBackWishes(tx, { seriesIds, from: technicianId, to: preferredToId })
    if (campaign.kind === 'round') await callOff(tx, campaign.workOrderIds)
    return await settle(tx, campaign, 'undone')
  },
)

/** A run that was applied goes back; one that was only looked at is put away. */
async function putBack(tx: Tx, runId: Id, state: Campaign['state']): Promise<void> {
  const run = found(await findRun(tx, runId), 'run')
  if (state === 'applied' && (run.state === 'applied' || run.state === 'partly_applied'))
    await rollbackRun.run(tx, { runId })
  else if (run.state === 'queued' || run.state === 'running') await cancelRun.run(tx, { runId })
  else if (run.state === 'proposed') await discardRun.run(tx, { runId })
}

/** What a round made goes with it, unless somebody has begun it. */
async function callOff(tx: Tx, workOrderIds: readonly Id[]): Promise<void> {
  const reason = tx.actor.language === 'fr' ? 'Tournée annulée' : 'Round undone'
  for (const workOrderId of workOrderIds) {
    const order = await findWorkOrder(tx, workOrderId)
    if (order && ['requested', 'qualified', 'planned'].includes(order.status))
      await cancelWorkOrder.run(tx, { workOrderId, version: order.version, reason })
  }
}
