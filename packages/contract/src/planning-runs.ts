// Planning runs: the engine at work in the background, its proposals, and the policies it follows.
import { z } from 'zod'
import { endpoint, id, instant, localDate, page, pageQuery, text, version } from './kernel.ts'
import { span } from './planning.ts'
import { reason } from './planning-reasons.ts'
import { gap } from './work-orders.ts'

export const runState = z.enum([
  'queued',
  'running',
  'proposed',
  'applied',
  'partly_applied',
  'discarded',
  'cancelled',
  'failed',
])
export type RunState = z.infer<typeof runState>

/** What a run may change: nothing that is `locked`, nothing that was `published`, or anything not yet started. */
export const keep = z.enum(['locked', 'published'])

export const runDraft = z.object({
  /** First and last local day, both included; at most 31 days. */
  from: localDate,
  until: localDate,
  /** Empty: everybody who can be planned. */
  technicianIds: z.array(id).max(1000).default([]),
  /** Empty: every open work order whose window meets the range. */
  workOrderIds: z.array(id).max(10_000).default([]),
  /** Name of a policy of the organisation or of one that ships; null: the organisation's. */
  policy: z.string().trim().min(1).max(60).nullable().default(null),
  /** Time the search may take. */
  seconds: z.int().min(1).max(300).default(10),
  keep: keep.default('published'),
  /** With `keep: 'locked'`: at most so many published visits may be planned otherwise; null: as the policy says. */
  maxChanges: z.int().min(0).max(10_000).nullable().default(null),
})
export type RunDraft = z.infer<typeof runDraft>

/** One change a proposal asks for: `from` null: newly assigned; `to` null: taken away. */
/** How somebody knows work: a stage of this name, this place, or phases of this kind and department; the nearest first. */
export const familiarity = z.enum(['stage', 'site', 'kind'])
export type Familiarity = z.infer<typeof familiarity>

export const move = z.object({
  positionId: id,
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  siteName: z.string(),
  assignmentId: id.nullable(),
  assignmentVersion: z.int().nullable(),
  from: span.extend({ technicianId: id, technicianName: z.string() }).nullable(),
  to: span.extend({ technicianId: id, technicianName: z.string() }).nullable(),
  /** The technician was told of `from` already, and must be told again. */
  published: z.boolean(),
  /** The technician has said yes to `from` already. */
  confirmed: z.boolean().default(false),
  /** The client had said yes to the hour it leaves. */
  clientConfirmed: z.boolean().default(false),
  /** How whoever it goes to knows the work already, where that is known. */
  known: familiarity.nullable().default(null),
  appliedAt: instant.nullable(),
})
export type Move = z.infer<typeof move>

export const proposal = z.object({
  assigned: z.int(),
  unassigned: z.array(
    z.object({
      positionId: id,
      workOrderId: id,
      reference: z.string(),
      title: z.string(),
      siteName: z.string(),
      reasons: z.array(reason),
      gaps: z.array(gap),
    }),
  ),
  kilometres: z.number(),
  travelMinutes: z.int(),
  /** Kilometres of the plan as it stands, for comparison. */
  kilometresBefore: z.number(),
  technicians: z.array(
    z.object({
      technicianId: id,
      technicianName: z.string(),
      visits: z.int(),
      workMinutes: z.int(),
      travelMinutes: z.int(),
      kilometres: z.number(),
      moves: z.int(),
    }),
  ),
  /** Published assignments that change: people who must be told again. */
  changed: z.int(),
  /** Visits that end after the time they are due by: as the plan stands, and as it would be. */
  late: z.object({ before: z.int(), after: z.int() }).default({ before: 0, after: 0 }),
  /** Work and travel beyond the hours of the technicians. */
  overtimeMinutes: z.int().default(0),
  /** Points of each goal of the policy, times its weight; `costBefore`: of the plan as it stands. */
  cost: z.record(z.string(), z.number()),
  costBefore: z.record(z.string(), z.number()).default({}),
  moves: z.array(move),
  travel: z.object({ source: z.enum(['haversine', 'osrm', 'valhalla']), fallback: z.boolean() }),
})
export type Proposal = z.infer<typeof proposal>

export const run = runDraft.extend({
  id,
  version,
  state: runState,
  trigger: z.enum(['person', 'nightly', 'new_work_order']),
  createdAt: instant,
  createdBy: z.string(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  progress: z
    .object({
      fraction: z.number(),
      assigned: z.int(),
      unassigned: z.int(),
      kilometres: z.number(),
    })
    .nullable(),
  failure: z.string().nullable(),
})
export type Run = z.infer<typeof run>
/** One time that moves of a proposal were taken over. */
export const application = z.object({
  id,
  appliedAt: instant,
  appliedBy: z.string(),
  moves: z.int(),
  /** Set: the plan was taken back to what it was before. */
  undoneAt: instant.nullable(),
})
export type Application = z.infer<typeof application>
export const runDetail = run.extend({
  proposal: proposal.nullable(),
  applications: z.array(application).default([]),
})
export type RunDetail = z.infer<typeof runDetail>

/** A way to plan, as JSON (see the solver's policy schema). `shipped` ones cannot be changed. */
export const policyDraft = z.object({ name: text(60), policy: z.record(z.string(), z.unknown()) })
export const policy = policyDraft.extend({
  id: id.nullable(),
  version: z.int(),
  shipped: z.boolean(),
})
export type PlanningPolicy = z.infer<typeof policy>

/** Buffers and breaks are settings of the organisation (`GET /api/organization`). */
export const settings = z.object({
  version: z.int(),
  policy: z.string().trim().min(1).max(60),
  /** What night runs and runs for new work follow instead; null: the policy above. */
  nightlyPolicy: z.string().trim().min(1).max(60).nullable().default(null),
  newWorkPolicy: z.string().trim().min(1).max(60).nullable().default(null),
  /** A proposal each night at 02:00 of the organisation's zone, once per local date. */
  nightly: z.boolean(),
  /** Days a nightly run plans, from the day that begins. */
  nightlyDays: z.int().min(1).max(14),
  /** A proposal when a work order becomes plannable. */
  onNewWorkOrder: z.boolean(),
})
export type PlanningSettings = z.infer<typeof settings>

const tag = 'Planning runs'
const runParams = z.object({ runId: id })

export const createRun = endpoint({
  method: 'POST',
  path: '/api/planning/runs',
  tag,
  summary: 'Plan a range in the background; the result is a proposal',
  body: runDraft,
  returns: run,
  status: 202,
})
export const listRuns = endpoint({
  method: 'GET',
  path: '/api/planning/runs',
  tag,
  summary: 'Runs, newest first',
  query: pageQuery.omit({ search: true }),
  returns: page(run),
})
export const getRun = endpoint({
  method: 'GET',
  path: '/api/planning/runs/:runId',
  tag,
  summary: 'One run with its proposal',
  params: runParams,
  returns: runDetail,
})
export const cancelRun = endpoint({
  method: 'POST',
  path: '/api/planning/runs/:runId/cancel',
  tag,
  summary: 'Stop a run; the plan stays as it is',
  params: runParams,
  body: z.object({}),
  returns: run,
})
export const applyRun = endpoint({
  method: 'POST',
  path: '/api/planning/runs/:runId/apply',
  tag,
  summary:
    'Take over a proposal, wholly or for some technicians or seats; 409 names the moves that no longer hold',
  params: runParams,
  body: z.object({
    /** Moves from or to these technicians; empty: all. */
    technicianIds: z.array(id).max(1000).default([]),
    /** Only these seats; empty: all. */
    positionIds: z.array(id).max(10_000).default([]),
    /** Apply what still holds and leave the rest. */
    skipOvertaken: z.boolean().default(false),
  }),
  returns: z.object({
    run: runDetail,
    applied: z.int(),
    skipped: z.array(
      z.object({ positionId: id, title: z.string(), code: z.string(), reasons: z.array(reason) }),
    ),
  }),
})
export const discardRun = endpoint({
  method: 'POST',
  path: '/api/planning/runs/:runId/discard',
  tag,
  summary: 'Put a proposal away',
  params: runParams,
  body: z.object({}),
  returns: run,
})

export const listPolicies = endpoint({
  method: 'GET',
  path: '/api/planning/policies',
  tag,
  summary: 'Policies that ship and those of the organisation',
  returns: z.object({ items: z.array(policy) }),
})
export const getPolicySchema = endpoint({
  method: 'GET',
  path: '/api/planning/policy-schema',
  tag,
  summary: 'The JSON Schema of a policy',
  returns: z.record(z.string(), z.unknown()),
})
export const createPolicy = endpoint({
  method: 'POST',
  path: '/api/planning/policies',
  tag,
  summary: 'Add a policy',
  body: policyDraft,
  returns: policy,
  status: 201,
})
export const updatePolicy = endpoint({
  method: 'PATCH',
  path: '/api/planning/policies/:policyId',
  tag,
  summary: 'Change a policy',
  params: z.object({ policyId: id }),
  body: policyDraft.extend({ version }),
  returns: policy,
})
export const removePolicy = endpoint({
  method: 'DELETE',
  path: '/api/planning/policies/:policyId',
  tag,
  summary: 'Remove a policy',
  params: z.object({ policyId: id }),
  returns: z.undefined(),
  status: 204,
})
export const getSettings = endpoint({
  method: 'GET',
  path: '/api/planning/settings',
  tag,
  summary: 'How this organisation plans',
  returns: settings,
})
export const updateSettings = endpoint({
  method: 'PUT',
  path: '/api/planning/settings',
  tag,
  summary: 'Change how this organisation plans',
  body: settings,
  returns: settings,
})

export const runEvents = {
  run_created: z.object({ run }),
  run_progressed: z.object({ run }),
  run_finished: z.object({ run }),
  run_applied: z.object({ run, applied: z.int() }),
  run_rolled_back: z.object({ run, restored: z.int() }),
  planning_settings_changed: z.object({ settings }),
  planning_policies_changed: z.object({ policyId: id, name: z.string() }),
}
