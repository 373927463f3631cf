// Plans of stages: a picture of each, and where on it every position works.
import { z } from 'zod'
import { endpoint, id, instant, version } from './kernel.ts'

/** A picture weighs at most this; the server refuses what is heavier before it reads it. */
export const PLAN_BYTES = 10_000_000

/** Pixels of a picture at most: more would take the memory of everybody who opens it. */
export const PLAN_PIXELS = 50_000_000

/** What a plan may be. A page of a PDF becomes a picture in the browser and is sent as one. */
export const planTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] as const
export const planType = z.enum(planTypes)
export type PlanType = z.infer<typeof planType>

/**
 * The plan of a stage; `width` and `height` in pixels say its proportions. A newer picture has a `fileId` of its own
 * and is a later version of the same plan.
 */
export const stagePlan = z.object({
  stageId: id,
  version,
  fileId: id,
  name: z.string(),
  type: planType,
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  addedAt: instant,
})
export type StagePlan = z.infer<typeof stagePlan>

/** Part of the plan's width or height, from its upper left corner. */
const share = z.number().min(0).max(1)

export const planPlace = z.object({ x: share, y: share })
export type PlanPlace = z.infer<typeof planPlace>

/**
 * Where a position works: the `number`th seat of every phase of the stage that is called `label`, on whichever day.
 * Empty label: seats that nobody named.
 */
export const planSpotDraft = planPlace.extend({
  label: z.string().trim().max(120),
  number: z.int().min(1).max(500),
})
export type PlanSpotDraft = z.infer<typeof planSpotDraft>

export const planSpot = planSpotDraft.extend({ id, version, stageId: id })
export type PlanSpot = z.infer<typeof planSpot>

export const stagePlans = z.object({ plans: z.array(stagePlan), spots: z.array(planSpot) })
export type StagePlans = z.infer<typeof stagePlans>

const tag = 'Productions'
const ofProject = z.object({ projectId: id })
const ofStage = ofProject.extend({ stageId: id })
const ofSpot = ofStage.extend({ spotId: id })
const versioned = z.object({ version })

/** The bytes of a picture, sent as they are with `content-type: application/octet-stream`. */
const picture = z
  .instanceof(Uint8Array)
  .meta({ type: 'string', format: 'binary', description: 'The picture as it is' })

export const getStagePlans = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/stage-plans',
  tag,
  summary:
    'Plans of the stages and where each position works; for technicians those of stages they work on',
  params: ofProject,
  returns: stagePlans,
})
export const setStagePlan = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/stages/:stageId/plan',
  tag,
  summary: 'Give a stage its plan, or a newer one: PNG, JPEG, WebP or SVG, 10 MB at most',
  params: ofStage,
  query: z.object({
    name: z.string().trim().min(1).max(300),
    type: planType,
    /** Of the plan that is replaced; none for the first one. */
    version: z.coerce.number().int().min(1).optional(),
  }),
  body: picture,
  returns: stagePlan,
  status: 201,
})
export const readStagePlan = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/stages/:stageId/plan/:fileId',
  tag,
  summary: 'The picture itself; an SVG without anything that runs or reaches elsewhere',
  params: ofStage.extend({ fileId: id }),
  returns: z.unknown(),
})
export const removeStagePlan = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/stages/:stageId/plan/remove',
  tag,
  summary: 'Take the plan away; where positions work is kept for the next one',
  params: ofStage,
  body: versioned,
  returns: z.undefined(),
  status: 204,
})
export const placeSpot = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/stages/:stageId/spots',
  tag,
  summary: 'Place a position on the plan',
  params: ofStage,
  body: planSpotDraft,
  returns: planSpot,
  status: 201,
})
export const moveSpot = endpoint({
  method: 'PATCH',
  path: '/api/projects/:projectId/stages/:stageId/spots/:spotId',
  tag,
  summary: 'Move a position on the plan',
  params: ofSpot,
  body: planPlace.extend({ version }),
  returns: planSpot,
})
export const removeSpot = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/stages/:stageId/spots/:spotId/remove',
  tag,
  summary: 'Take a position off the plan',
  params: ofSpot,
  body: versioned,
  returns: z.undefined(),
  status: 204,
})

/** What happened here, as told on the live stream. */
export const stagePlanEvents = {
  stage_plan_changed: z.object({ projectId: id, stageId: id, stage: z.string() }),
}
