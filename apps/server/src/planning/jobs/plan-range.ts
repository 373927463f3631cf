// "Planifier": a run of the engine, in a process of its own, from a scene of this moment to a proposal.
import type { Id } from '@regie/contract/kernel'
import type { Run } from '@regie/contract/planning-runs'
import type { PolicyInput } from '@regie/solver'
import { type Actor, program } from '../../platform/actor.ts'
import { type JobContext, job } from '../../platform/jobs.ts'
import type { Services } from '../../platform/services.ts'
import type { Tx } from '../../platform/work.ts'
import { beginRun, failRun, reportProgress, storeProposal } from '../commands/runs.ts'
import { rememberTravel } from '../commands/travel.ts'
import { fuseStacked } from '../engine/fuse-stacked.ts'
import { type Travelled, withTravel } from '../engine/judge.ts'
import { type Built, problemOf } from '../engine/problem.ts'
import { proposalOf } from '../engine/proposal.ts'
import { type Range, rangeOf } from '../engine/range.ts'
import { rulesOfRun } from '../engine/rulebook.ts'
import { runSearch } from '../engine/run-search.ts'
import type { Scene } from '../engine/scene.ts'
import type { SearchProgress, SearchTask } from '../engine/search-messages.ts'
import { addDays, dayStart } from '../local-days.ts'
import { loadScene } from '../queries/load-scene.ts'
import { planRangeOrder } from '../queue.ts'
import { type OtherHours, runWindows } from '../store/clearings.ts'
import { openWorkOrderIds } from '../store/demand.ts'
import { askTravel } from '../travel/ask.ts'
import { placesToAsk } from '../travel/legs.ts'
import { type Acquainted, whoKnows } from '../who-knows.ts'
import { isBig, planInParts } from './plan-in-parts.ts'
import { Cancelled, watchRun } from './watch-run.ts'

const STEP_MS = 5 * 60_000
const SEED = 1

export const planRange = job(
  planRangeOrder.name,
  {
    payload: planRangeOrder.payload,
    keyed: true,
    concurrency: 1,
    expireInSeconds: 900,
    retryLimit: 5,
  },
  async (services: Services, { runId, timeZone }, { organizationId, signal }: JobContext) => {
    if (!organizationId) return
    const actor = program(organizationId, 'Planifier', timeZone)
    const run = await services.work.act(actor, beginRun, { runId })
    if (!run) return
    try {
      await plan(services, actor, run, signal)
    } catch (error) {
      if (error instanceof Cancelled) return
      // The server is stopping: another process takes the run up again.
      if (signal.aborted) throw error
      services.log.error({ err: error, runId }, 'a planning run failed')
      await services.work.act(actor, failRun, { runId, failure: (error as Error).message })
    }
  },
)

async function plan(
  services: Services,
  actor: Actor,
  run: Run,
  signal: AbortSignal,
): Promise<void> {
  const { work } = services
  const wantedAt = Date.now() + run.seconds * 1000
  const question = await work.read(actor, null, (tx) => prepare(tx, run))
  const missing = await work.read(actor, null, (tx) => placesToAsk(tx, question.built.places))
  if (missing.length > 0) await fetchTravel(services, actor, question.built, missing)
  const { task, travelled } = await work.read(actor, null, (tx) =>
    toTask(tx, { run, built: question.built, wantedAt }),
  )
  const tell = (progress: SearchProgress) =>
    work.act(actor, reportProgress, {
      runId: run.id,
      progress: {
        fraction: progress.fraction,
        assigned: progress.assigned,
        unassigned: progress.unassigned,
        kilometres: Math.round(progress.metres / 100) / 10,
      },
    })
  const watch = watchRun(services, { actor, runId: run.id, outer: signal }, tell)
  try {
    const outcome = isBig(task)
      ? await planInParts({ services, actor, runId: run.id, watch }, task)
      : await runSearch(task, watch)
    const proposal = proposalOf({
      ...{ ...question.range, acquainted: question.acquainted },
      ...{ outcome, travelled },
    })
    await work.act(actor, storeProposal, { runId: run.id, proposal })
  } finally {
    await watch.stop()
  }
}

type Question = { range: Range; acquainted: Acquainted; built: Built }

/** What is to be planned, as it stands now. Nothing is planned into the past. */
async function prepare(tx: Tx, run: Run): Promise<Question> {
  const { timeZone } = tx.actor
  const start = dayStart(run.from, timeZone)
  const until = new Date(dayStart(addDays(run.until, 1), timeZone)).toISOString()
  const soon = Math.ceil(Date.parse(tx.now()) / STEP_MS) * STEP_MS
  const from = new Date(Math.min(Math.max(start, soon), Date.parse(until))).toISOString()
  const open =
    run.workOrderIds.length > 0 ? run.workOrderIds : await openWorkOrderIds(tx, { from, until })
  const scene = await loadScene(tx, {
    from,
    until,
    technicianIds: run.technicianIds.length > 0 ? run.technicianIds : null,
    workOrderIds: open,
  })
  const hours = await runWindows(tx, run.id)
  const there = hours ? atOtherHours(scene, hours) : scene
  const inRange = scene.assignments.filter((one) => one.startsAt >= from && one.startsAt < until)
  const range = rangeOf(
    there,
    new Set(
      run.workOrderIds.length > 0 ? open : [...open, ...inRange.map((one) => one.workOrderId)],
    ),
  )
  const acquainted = await whoKnows(tx, [...range.movable])
  const options = { ...(await optionsFor(tx, run, range)), acquainted }
  const apart = fuseStacked(range, options)
  return { range: apart, acquainted, built: problemOf(apart.scene, options) }
}

/** As if the work had other hours already: it gets them when somebody says yes to the proposal. */
const atOtherHours = (scene: Scene, hours: OtherHours): Scene => ({
  ...scene,
  workOrders: scene.workOrders.map((order) => {
    const windows = hours[order.id]
    return windows ? { ...order, windows: [...windows] } : order
  }),
})

/** The limit of changes that the run was asked for goes before that of its policy; a minute is a change, for it is told. */
const withBudget = (policy: PolicyInput, maxChanges: number | null): PolicyInput =>
  maxChanges === null
    ? policy
    : {
        ...policy,
        rules: {
          ...policy.rules,
          changes: { ...policy.rules?.changes, on: true, maxChanges, toleranceSeconds: 0 },
        },
      }

async function optionsFor(tx: Tx, run: Run, { scene, movable }: Range) {
  const { policy, ...rules } = await rulesOfRun(tx, run.policy, scene, movable)
  const asked = new Set(run.technicianIds)
  const eligible = scene.technicians
    .filter(({ id, archived }) => (asked.size > 0 ? asked.has(id) : !archived))
    .map(({ id }) => id)
  const everybody = eligible.length === scene.technicians.length
  return {
    policy: withBudget(policy, run.maxChanges),
    ...rules,
    keep: run.keep,
    movable,
    eligible: everybody ? undefined : new Set<Id>(eligible),
  }
}

/** Asks the routing service for the ways that are missing; what it does not answer is estimated, and told. */
async function fetchTravel(
  { work, config, log }: Services,
  actor: Actor,
  { places }: Built,
  missing: readonly number[],
): Promise<void> {
  const wanted = missing.flatMap((rank) => places[rank] ?? [])
  const { told, failure } = await askTravel(config.travel, wanted)
  if (failure) log.warn({ failure }, 'the routing service did not answer; travel is estimated')
  if (told.length > 0) await work.act(actor, rememberTravel, told)
}

async function toTask(
  tx: Tx,
  { run, built, wantedAt }: { run: Run; built: Built; wantedAt: number },
): Promise<{ task: SearchTask; travelled: Travelled }> {
  const { kind, detour, speedKmh } = tx.config.travel
  const estimate = kind === 'haversine' ? { detour, speedKmh } : null
  const { input, source, fallback } = estimate
    ? { input: built.input, source: kind, fallback: false }
    : await withTravel(tx, built)
  const { threads } = tx.config.planning
  const { seconds } = run
  const task = { input, estimate, initial: built.plan, seconds, wantedAt, seed: SEED, threads }
  return { task, travelled: { source, fallback } }
}
