// Campaigns: planning anew for many at once, looked at before it is done, and undone as one.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'
import { endpoint, id, instant, localDate, text } from './kernel.ts'
import { runDetail } from './planning-runs.ts'

/**
 * handover (reprise): the visits of one technician go to others. round (tournée): a template at many sites.
 * clearing (jours vidés): the visits of some days go to the days around them.
 */
export const campaignKind = z.enum(['handover', 'round', 'clearing'])

const days = { from: localDate, until: localDate }
const inOrder = ({ from, until }: { from: string; until: string }) => from <= until
const endFault = expected('La fin précède le début.', 'It ends before it starts.')
const engine = {
  /** Empty: everybody who can be planned. */
  technicianIds: z.array(id).max(1000).default([]),
  /** Time the search may take. */
  seconds: z.int().min(1).max(300).default(10),
}

/** At most 31 days at once. `preferredToId`: whom the series that prefer this technician prefer from now on; null: as before. */
export const handoverDraft = z
  .object({ ...days, ...engine, technicianId: id, preferredToId: id.nullable().default(null) })
  .refine(inOrder, { path: ['until'], ...endFault })
  .refine(({ technicianId, technicianIds }) => !technicianIds.includes(technicianId), {
    path: ['technicianIds'],
    ...expected('D’autres personnes sont attendues.', 'Other people are expected.'),
  })
export type HandoverDraft = z.infer<typeof handoverDraft>

/** One work order of the template at each site, to be done in these days, spread evenly by the engine. */
export const roundDraft = z
  .object({
    ...days,
    ...engine,
    name: text(200),
    templateId: id,
    siteIds: z.array(id).min(1).max(300),
  })
  .refine(inOrder, { path: ['until'], ...endFault })
export type RoundDraft = z.infer<typeof roundDraft>

const spread = { before: z.int().min(0).max(14), after: z.int().min(0).max(21) }

/**
 * What lies on these days goes to the days around them: so many before, so many after, 31 with both at most. Hours of
 * the clock stay. `technicianIds`: only the visits of these, among these; empty: everybody's, with open work of those
 * days. Phases of a show, pinned visits and those under way stay.
 */
export const clearingDraft = z
  .object({
    ...days,
    ...engine,
    name: text(200),
    before: spread.before.default(5),
    after: spread.after.default(5),
  })
  .refine(inOrder, { path: ['until'], ...endFault })
  .refine(({ before, after }) => before + after > 0, {
    path: ['after'],
    ...expected('Au moins un jour autour est attendu.', 'At least one day around is expected.'),
  })
export type ClearingDraft = z.infer<typeof clearingDraft>

/** preview: worked out, nothing is done; applied (fait); undone (annulé): all of it is as it was before. */
export const campaign = z.object({
  id,
  kind: campaignKind,
  name: z.string(),
  state: z.enum(['preview', 'applied', 'undone']),
  ...days,
  runId: id.nullable(),
  technicianId: id.nullable(),
  preferredToId: id.nullable(),
  /** Visits the campaign is about. */
  visits: z.int(),
  /** Visits that stay, because they are pinned, under way or a phase of a show. */
  staying: z.int(),
  /** Series that prefer the technician. */
  series: z.int(),
  createdAt: instant,
  createdBy: z.string(),
})
export type Campaign = z.infer<typeof campaign>
export const campaignDetail = campaign.extend({ run: runDetail.nullable() })
export type CampaignDetail = z.infer<typeof campaignDetail>

const tag = 'Campaigns'
const params = z.object({ campaignId: id })

export const listCampaigns = endpoint({
  method: 'GET',
  path: '/api/planning/campaigns',
  tag,
  summary: 'The last 50 campaigns, newest first',
  returns: z.object({ items: z.array(campaign) }),
})
export const getCampaign = endpoint({
  method: 'GET',
  path: '/api/planning/campaigns/:campaignId',
  tag,
  summary: 'One campaign with what the engine proposes',
  params,
  returns: campaignDetail,
})
export const startHandover = endpoint({
  method: 'POST',
  path: '/api/planning/handovers',
  tag,
  summary: 'Work out who takes over the visits of a technician; changes nothing yet',
  body: handoverDraft,
  returns: campaign,
  status: 202,
})
export const startRound = endpoint({
  method: 'POST',
  path: '/api/planning/rounds',
  tag,
  summary: 'Make a work order of a template at each of these sites and work out who does them when',
  body: roundDraft,
  returns: campaign,
  status: 202,
})
export const startClearing = endpoint({
  method: 'POST',
  path: '/api/planning/clearings',
  tag,
  summary: 'Work out to which days around them the visits of some days go; changes nothing yet',
  body: clearingDraft,
  returns: campaign,
  status: 202,
})
export const applyCampaign = endpoint({
  method: 'POST',
  path: '/api/planning/campaigns/:campaignId/apply',
  tag,
  summary: 'Do what was worked out; 409 names the moves that no longer hold',
  params,
  body: z.object({ skipOvertaken: z.boolean().default(false) }),
  returns: campaign,
})
export const undoCampaign = endpoint({
  method: 'POST',
  path: '/api/planning/campaigns/:campaignId/undo',
  tag,
  summary: 'Put everything back as it was before the campaign; 409 lists what changed since',
  params,
  body: z.object({}),
  returns: campaign,
})

export const campaignEvents = {
  campaign_changed: z.object({
    campaignId: id,
    kind: campaignKind,
    name: z.string(),
    state: z.string(),
  }),
}
