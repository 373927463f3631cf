// A run too big for one search: parts as jobs on the queue, put together without breaking a rule. On a started program.
import { siteDraft } from '@regie/contract/clients'
import type { Id } from '@regie/contract/kernel'
import { runDraft } from '@regie/contract/planning-runs'
import { workOrderDraft } from '@regie/contract/work-orders'
import { evaluate } from '@regie/solver'
import { expect, test } from 'vitest'
import { createSite } from '../clients/index.ts'
import type { Actor } from '../platform/actor.ts'
import { sql } from '../platform/db/sql.ts'
import type { Command, Tx } from '../platform/work.ts'
import { eventually } from '../testing/eventually.ts'
import { buildFestival } from '../testing/festival.ts'
import { anOrganization } from '../testing/people.ts'
import { at, MONDAY, plannedCompany } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'
import { createWorkOrder } from '../work-orders/index.ts'
import { applyRun } from './commands/apply-run.ts'
import { cancelRun, createRun } from './commands/runs.ts'
import { openProblem } from './engine/judge.ts'
import { policyFor } from './engine/policy.ts'
import { loadScene } from './queries/load-scene.ts'
import { findRun, readProposal } from './store/runs.ts'

const SITES = 40
const VISITS = 1600
const CREW = 80

const program = useProgram({ clock: () => Date.parse('2026-11-21T09:00:00Z') })
const act = <I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O> =>
  program.services.work.act(actor, command, input)
const draft = (seconds: number) => runDraft.parse({ from: MONDAY, until: MONDAY, seconds })

/** Sites over a quarter of Paris, with short visits at each. */
async function aBigMonday() {
  const company = await plannedCompany({ act })
  for (let n = 0; n < CREW; n++)
    await company.hire(`T ${n}`, {
      homePosition: { latitude: 48.82 + (n % 8) / 100, longitude: 2.28 + (n % 9) / 80 },
    })
  const fill = <T>(run: (tx: Tx) => Promise<T>): Promise<T> =>
    act(company.planner, { name: 'tests.fill', permission: 'planning.write', run }, undefined)
  const siteIds = await fill(async (tx) => {
    const ids: Id[] = []
    for (let n = 0; n < SITES; n++) {
      const position = { latitude: 48.82 + (n % 7) / 100, longitude: 2.28 + (n % 11) / 90 }
      const draft = { clientId: company.client.id, name: `Site ${n}`, position }
      ids.push((await createSite.run(tx, siteDraft.parse(draft))).id)
    }
    return ids
  })
  // One after the other: a transaction as long as all of it would hold up the reactions of the tests beside.
  for (let n = 0; n < VISITS; n += SITES)
    await fill(async (tx) => {
      for (const siteId of siteIds)
        await createWorkOrder.run(
          tx,
          workOrderDraft.parse({
            siteId,
            title: 'Visite',
            durationMinutes: 10,
            skills: [{ skillId: company.skill.id, level: 1 }],
          }),
        )
    })
  return company
}

/** Longer than usual: it is much work. */
const until = <T>(ask: () => Promise<T>, isThere: (value: T) => boolean): Promise<T> =>
  eventually(ask, isThere, 200_000)

const partCount = (planner: Actor, runId: Id) =>
  program.services.work.read(planner, null, async (tx) => {
    const { count } = await tx.row(sql<{ count: number }>`
      select count(*) as count from planning.run_parts
      where organization_id = ${planner.organizationId} and run_id = ${runId}`)
    return count
  })

/** Waits for the proposal, in which every empty seat is explained, takes it over, and judges the plan that then stands. */
async function takeOver(planner: Actor, runId: Id) {
  const { work } = program.services
  const ended = await until(
    () => work.read(planner, null, (tx) => findRun(tx, runId)),
    (now) => now?.state !== 'running' && now?.state !== 'queued',
  )
  expect(ended).toMatchObject({ state: 'proposed', failure: null })
  const proposal = await work.read(planner, null, (tx) => readProposal(tx, runId))
  if (!proposal) throw new Error('nothing was proposed')
  for (const { reasons, gaps } of proposal.unassigned)
    expect(reasons.length + gaps.length).toBeGreaterThan(0)
  const whole = { technicianIds: [], positionIds: [], skipOvertaken: false }
  const { applied } = await act(planner, applyRun, { ...whole, runId })
  const refusals = await work.read(planner, null, async (tx) => {
    const range = { from: at('00:00'), until: at('23:59') }
    const scene = await loadScene(tx, { ...range, technicianIds: null, workOrderIds: [] })
    const policy = await policyFor(tx, null)
    const { problem, plan } = await openProblem(tx, scene, { policy, keep: 'all' })
    return evaluate(problem, plan).refusals
  })
  return { proposal, applied, refusals }
}

test('a big run is shared out, put together, checked as a whole, and can be stopped', {
  timeout: 240_000,
}, async () => {
  const { planner } = await aBigMonday()
  const { work } = program.services
  const stopped = await act(planner, createRun, draft(60))
  await until(
    () => partCount(planner, stopped.id),
    (count) => count > 0,
  )
  await act(planner, cancelRun, { runId: stopped.id })
  await until(
    () => partCount(planner, stopped.id),
    (count) => count === 0,
  )
  const gone = await work.read(planner, null, (tx) => findRun(tx, stopped.id))
  expect(gone?.state).toBe('cancelled')

  const run = await act(planner, createRun, draft(6))
  const parts = await until(
    () => partCount(planner, run.id),
    (count) => count > 0,
  )
  expect(parts).toBeGreaterThan(2)
  const half = await until(
    () => work.read(planner, null, (tx) => findRun(tx, run.id)),
    (now) => (now?.progress?.fraction ?? 0) > 0.05,
  )
  expect(half?.progress?.assigned).toBeGreaterThan(0)
  const { proposal, applied, refusals } = await takeOver(planner, run.id)
  expect(proposal.assigned).toBeGreaterThan(VISITS * 0.8)
  expect(await partCount(planner, run.id)).toBe(0)
  expect(applied).toBe(proposal.assigned)
  expect(refusals).toEqual([])
})

test('a festival is filled without breaking a rule; seats that stay empty say why', async () => {
  const { owner } = await anOrganization(program)
  const { positions } = await act(owner, buildFestival, {
    ...{ from: MONDAY, days: 1, stages: 1, oneIn: 3 },
  })
  const run = await act(owner, createRun, draft(1))
  const { proposal, applied, refusals } = await takeOver(owner, run.id)
  expect(proposal.assigned + proposal.unassigned.length).toBe(positions)
  expect(applied).toBe(proposal.assigned)
  expect(applied).toBeGreaterThan(positions / 2)
  expect(refusals).toEqual([])
})
