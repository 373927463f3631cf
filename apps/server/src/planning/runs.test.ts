// "Planifier" end to end: the queue, the search's thread, the proposal, taking it over. On a started program.

import { setTimeout } from 'node:timers/promises'
import { runDraft } from '@regie/contract/planning-runs'
import { evaluate } from '@regie/solver'
import { expect, test } from 'vitest'
import { type Actor, program as theProgram } from '../platform/actor.ts'
import type { Command } from '../platform/work.ts'
import { eventually } from '../testing/eventually.ts'
import { at, MONDAY, plannedCompany, seatOf } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'
import { applyRun } from './commands/apply-run.ts'
import { createAssignment } from './commands/assign.ts'
import { updatePlacementRules } from './commands/placement-rules.ts'
import { publishPlan } from './commands/publish.ts'
import { beginRun, cancelRun, createRun, discardRun, reportProgress } from './commands/runs.ts'
import { openProblem } from './engine/judge.ts'
import { policyFor } from './engine/policy.ts'
import { planRange } from './jobs/plan-range.ts'
import { getBoard } from './queries/board.ts'
import { loadScene } from './queries/load-scene.ts'
import { readPlacementRules } from './store/placement-rules.ts'
import { findRun, insertRun, readProposal } from './store/runs.ts'

const clock = { now: Date.parse('2026-11-21T09:00:00Z') }
const program = useProgram({ clock: () => clock.now })
const act = <I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O> =>
  program.services.work.act(actor, command, input)

const draft = (more: Partial<Parameters<typeof runDraft.parse>[0] & object> = {}) =>
  runDraft.parse({ from: MONDAY, until: MONDAY, seconds: 1, ...more })

async function ended(planner: Actor, runId: string) {
  const look = () =>
    program.services.work.read(planner, null, async (tx) => ({
      run: await findRun(tx, runId),
      proposal: await readProposal(tx, runId),
    }))
  const { run, proposal } = await eventually(
    look,
    ({ run: now }) => now?.state !== 'queued' && now?.state !== 'running',
  )
  if (!run) throw new Error('there is no such run')
  return { run, proposal }
}

const bars = (planner: Actor) =>
  program.services.work.read(planner, null, async (tx) =>
    (await getBoard(tx, { from: at('00:00'), until: at('23:59') })).bars.map((bar) => ({
      positionId: bar.positionId,
      technicianId: bar.technicianId,
      startsAt: bar.startsAt,
    })),
  )

/** Every refusal of the plan that stands, by the same rules. */
const faults = (planner: Actor) =>
  program.services.work.read(planner, null, async (tx) => {
    const scene = await loadScene(tx, {
      from: at('00:00'),
      until: at('23:59'),
      technicianIds: null,
      workOrderIds: [],
    })
    const { problem, plan } = await openProblem(tx, scene, {
      policy: await policyFor(tx, null),
      keep: 'all',
    })
    return evaluate(problem, plan).refusals
  })

/** So short a time that one technician cannot do it all. */
const morning = [{ from: at('08:00'), until: at('12:00') }]

/** Two technicians and eight visits on Monday, one of them not ready. */
async function aMonday(windows: { from: string; until: string }[] = []) {
  const company = await plannedCompany({ act })
  const crew = [await company.hire('Ana'), await company.hire('Bob')]
  const work = await Promise.all(Array.from({ length: 7 }, () => company.order({ windows })))
  const unready = await company.order({ siteId: company.nowhere.id })
  return { ...company, crew, work, unready }
}

const plan = async (planner: Actor, more = {}) => {
  const run = await act(planner, createRun, draft(more))
  return await ended(planner, run.id)
}
const whole = { technicianIds: [], positionIds: [], skipOvertaken: false }

test('a run proposes and touches nothing; applied, the plan keeps every rule', async () => {
  const { planner, work, unready, crew } = await aMonday(morning)
  const { run, proposal } = await plan(planner)
  expect(run).toMatchObject({ state: 'proposed', failure: null })
  expect(await bars(planner)).toEqual([])
  expect(proposal).toMatchObject({
    assigned: 7,
    changed: 0,
    travel: { source: 'haversine', fallback: false },
    unassigned: [{ workOrderId: unready.id, gaps: ['no_position'] }],
  })
  expect(proposal?.technicians.map(({ technicianId }) => technicianId).toSorted()).toEqual(
    crew.map(({ id }) => id).toSorted(),
  )
  const { applied, run: after } = await act(planner, applyRun, { ...whole, runId: run.id })
  expect([applied, after.state]).toEqual([7, 'applied'])
  expect((await bars(planner)).map(({ positionId }) => positionId).toSorted()).toEqual(
    work.map((one) => seatOf(one)).toSorted(),
  )
  expect(await faults(planner)).toEqual([])
})

test('work that is late is still planned; work whose windows are over is not', async () => {
  const company = await plannedCompany({ act })
  await company.hire('Ana')
  const overdue = await company.order({ dueAt: at('18:00', '2026-11-20') })
  await company.order({
    windows: [{ from: at('08:00', '2026-11-20'), until: at('12:00', '2026-11-20') }],
  })
  const { proposal } = await plan(company.planner)
  expect(proposal?.moves.map(({ workOrderId }) => workOrderId)).toEqual([overdue.id])
})

test('applying twice does it once', async () => {
  const { planner } = await aMonday()
  const { run } = await plan(planner)
  await act(planner, applyRun, { ...whole, runId: run.id })
  const before = await bars(planner)
  const again = await act(planner, applyRun, { ...whole, runId: run.id })
  expect(again.applied).toBe(0)
  expect(await bars(planner)).toEqual(before)
})

test('two planners apply the same proposal at once: it is done once', async () => {
  const { planner } = await aMonday()
  const { run } = await plan(planner)
  const both = await Promise.all(
    [1, 2].map(() => act(planner, applyRun, { ...whole, runId: run.id })),
  )
  expect(both.map(({ applied }) => applied).toSorted()).toEqual([0, 7])
})

test('one technician’s part is applied alone, the rest later', async () => {
  const { planner, crew } = await aMonday(morning)
  const { run, proposal } = await plan(planner)
  const [ana] = crew
  const own = proposal?.moves.filter(({ to }) => to?.technicianId === ana?.id).length
  const part = await act(planner, applyRun, {
    ...whole,
    runId: run.id,
    technicianIds: [ana?.id ?? ''],
  })
  expect([part.applied, part.run.state]).toEqual([own, 'partly_applied'])
  const rest = await act(planner, applyRun, { ...whole, runId: run.id })
  expect([rest.applied, rest.run.state]).toEqual([7 - (own ?? 0), 'applied'])
})

test('what was overtaken by edits is told by name, and nothing is written half', async () => {
  const { planner, crew, work } = await aMonday()
  const { run, proposal } = await plan(planner)
  const taken = proposal?.moves[0]
  const other = crew.find(({ id }) => id !== taken?.to?.technicianId)
  const rival = work.find(({ id }) => id === taken?.workOrderId)
  if (!taken || !other || !rival) throw new Error('no move')
  await act(planner, createAssignment, {
    positionId: taken.positionId,
    technicianId: other.id,
    startsAt: at('18:30'),
    locked: false,
  })
  const before = await bars(planner)
  await expect(act(planner, applyRun, { ...whole, runId: run.id })).rejects.toMatchObject({
    code: 'proposal_overtaken',
    details: {
      count: 1,
      titles: 'Contrôle · Piscine Éclair',
      moves: [{ positionId: taken.positionId, code: 'seat_taken' }],
    },
  })
  expect(await bars(planner)).toEqual(before)
  const { applied, skipped } = await act(planner, applyRun, {
    ...whole,
    runId: run.id,
    skipOvertaken: true,
  })
  expect([applied, skipped.map(({ code }) => code)]).toEqual([6, ['seat_taken']])
  expect(await faults(planner)).toEqual([])
})

test('a visit put in the way breaks the rule of a move, which says which', async () => {
  const { planner, order, assign } = await aMonday()
  const { run, proposal } = await plan(planner)
  const target = proposal?.moves[0]
  if (!target?.to) throw new Error('no move')
  await assign(await order(), target.to.technicianId, target.to.startsAt)
  const refusal = await act(planner, applyRun, { ...whole, runId: run.id }).catch((error) => error)
  expect(refusal).toMatchObject({ code: 'proposal_overtaken' })
  expect(refusal.details.moves[0].code).toBe('rule_broken')
  expect(refusal.details.moves[0].reasons.length).toBeGreaterThan(0)
  expect((await bars(planner)).length).toBe(1)
})

test('published visits stay where people were told, unless the run may move them', async () => {
  const { planner, crew, work, assign } = await aMonday()
  const first = work[0]
  if (!first) throw new Error('no work')
  const kept = await assign(first, crew[0]?.id ?? '', at('17:00'))
  await act(planner, publishPlan, { from: at('00:00'), until: at('23:59'), technicianIds: null })
  const { proposal } = await plan(planner)
  expect(proposal?.moves.some(({ positionId }) => positionId === kept.positionId)).toBe(false)
  expect(proposal?.changed).toBe(0)
})

test('a run that may move what was published keeps to the number of changes it is allowed', async () => {
  const { planner, crew, work, assign } = await aMonday()
  // Far from good: everything on one technician, in the order of nothing.
  for (const [n, one] of work.slice(0, 5).entries())
    await assign(one, crew[0]?.id ?? '', at(`${String(9 + 2 * n).padStart(2, '0')}:00`))
  await act(planner, publishPlan, { from: at('00:00'), until: at('23:59'), technicianIds: null })
  const { proposal } = await plan(planner, { keep: 'locked', maxChanges: 1 })
  expect(proposal?.changed).toBeLessThanOrEqual(1)
  expect(proposal?.assigned).toBe(7)
})

test('a cancelled run leaves no proposal and no trace on the plan', async () => {
  const { planner } = await aMonday()
  const run = await act(planner, createRun, draft({ seconds: 60 }))
  expect((await act(planner, cancelRun, { runId: run.id })).state).toBe('cancelled')
  await setTimeout(1500)
  const { run: after, proposal } = await ended(planner, run.id)
  expect([after.state, proposal]).toEqual(['cancelled', null])
  expect(await bars(planner)).toEqual([])
  await expect(act(planner, applyRun, { ...whole, runId: run.id })).rejects.toMatchObject({
    code: 'wrong_state',
  })
})

const job = (planner: Actor, runId: string) =>
  planRange.run(
    program.services,
    { runId, timeZone: 'Europe/Paris' },
    { organizationId: planner.organizationId, jobId: 'test', signal: new AbortController().signal },
  )

/** A run that a process began before it was killed: the job is not queued, as if the queue held it for the dead. */
async function aKilledRun(planner: Actor, times: number) {
  const runId = await act(
    planner,
    {
      name: 'tests.insert-run',
      permission: 'planning.write',
      run: async (tx) => {
        const id = tx.newId()
        await insertRun(tx, id, draft(), 'person')
        return id
      },
    },
    undefined,
  )
  const engine = theProgram(planner.organizationId, 'Planifier')
  for (let n = 0; n < times; n++) await act(engine, beginRun, { runId })
  await act(engine, reportProgress, {
    runId,
    progress: { fraction: 0.4, assigned: 3, unassigned: 4, kilometres: 12 },
  })
  return runId
}

test('a run whose process was killed is taken up again from the start', async () => {
  const { planner } = await aMonday()
  const runId = await aKilledRun(planner, 1)
  expect(await bars(planner)).toEqual([])
  await job(planner, runId)
  const { run, proposal } = await ended(planner, runId)
  expect([run.state, proposal?.assigned]).toEqual(['proposed', 7])
})

test('a run that keeps being killed fails visibly', async () => {
  const { planner } = await aMonday()
  const runId = await aKilledRun(planner, 4)
  await job(planner, runId)
  const { run } = await ended(planner, runId)
  expect(run).toMatchObject({ state: 'failed', failure: 'interrupted 4 times' })
})

test('work that waits for other work nobody has says so', async () => {
  const { planner, order, hire } = await plannedCompany({ act })
  await hire('Ana')
  const before = await order({ title: 'Électricité', durationMinutes: null })
  const after = await order({
    title: 'Balances',
    dependencies: [{ afterId: before.id, lagMinutes: 30 }],
  })
  const { proposal } = await plan(planner, { workOrderIds: [after.id] })
  expect(proposal?.unassigned).toMatchObject([
    { workOrderId: after.id, reasons: [{ rule: 'dependencies', cause: 'unplanned' }] },
  ])
})

test('order between works, people needed together and alternatives of time are kept', async () => {
  const { planner, order, hire, skill, urgent } = await plannedCompany({ act })
  for (const name of ['Ana', 'Bob', 'Cleo']) await hire(name)
  const power = await order({ title: 'Électricité', priorityId: urgent.id })
  const duo = await order({
    title: 'Balances',
    skills: [{ skillId: skill.id, level: 1 }],
    positions: [
      {
        label: 'Son',
        skills: [],
        certificationKindIds: [],
        mandatory: true,
        headcount: 2,
        positionIds: [],
      },
    ],
    dependencies: [{ afterId: power.id, lagMinutes: 30 }],
  })
  const { run, proposal } = await plan(planner)
  expect(proposal?.assigned).toBe(3)
  await act(planner, applyRun, { ...whole, runId: run.id })
  const placed = await bars(planner)
  const startOf = (positionId: string) =>
    Date.parse(placed.find((one) => one.positionId === positionId)?.startsAt ?? '')
  const [a, b] = [seatOf(duo, 0), seatOf(duo, 1)]
  expect(startOf(a)).toBe(startOf(b))
  expect(startOf(a)).toBeGreaterThanOrEqual(startOf(seatOf(power)) + (45 + 30) * 60_000)
  expect(await faults(planner)).toEqual([])
})

test('nothing is planned into the past: a run for today begins after now', async () => {
  const { planner } = await aMonday()
  clock.now = Date.parse(at('15:02'))
  const { proposal } = await plan(planner)
  clock.now = Date.parse('2026-11-21T09:00:00Z')
  const starts = proposal?.moves.map(({ to }) => Date.parse(to?.startsAt ?? '')) ?? []
  expect(starts.length).toBeGreaterThan(0)
  expect(Math.min(...starts)).toBeGreaterThanOrEqual(Date.parse(at('15:05')))
})

test('a range that is too long, a policy or a technician nobody knows are refused at once', async () => {
  const { planner } = await plannedCompany({ act })
  await expect(act(planner, createRun, draft({ until: '2027-01-31' }))).rejects.toMatchObject({
    code: 'invalid_input',
  })
  await expect(act(planner, createRun, draft({ policy: 'Nope' }))).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(
    act(planner, createRun, draft({ technicianIds: [planner.organizationId] })),
  ).rejects.toMatchObject({ code: 'not_found', details: { what: 'technician' } })
})

test('a proposal that was put away is applied no more', async () => {
  const { planner } = await aMonday()
  const { run } = await plan(planner)
  await act(planner, discardRun, { runId: run.id })
  await expect(act(planner, applyRun, { ...whole, runId: run.id })).rejects.toMatchObject({
    code: 'wrong_state',
    details: { state: 'discarded' },
  })
})

test('published visits knowingly upon each other, or locked, are no fault of the run', async () => {
  const { planner, crew, work, assign } = await aMonday()
  const [first, second, third, fourth] = work
  const now = await program.services.work.read(planner, null, readPlacementRules)
  const rules = { ...now.rules, overlap: 'allow' as const }
  await act(planner, updatePlacementRules, { ...now, rules })
  const [ana, bob] = crew
  if (!first || !second || !third || !fourth || !ana || !bob) throw new Error('no work')
  await assign(first, ana.id, at('10:00'))
  await assign(second, ana.id, at('10:15'))
  await act(planner, publishPlan, { from: at('00:00'), until: at('23:59'), technicianIds: null })
  await assign(third, bob.id, at('10:00'), true)
  await assign(fourth, bob.id, at('10:15'), true)
  const { run, proposal } = await plan(planner, { keep: 'published' })
  expect(run).toMatchObject({ state: 'proposed', failure: null })
  const kept = new Set([first, second, third, fourth].map((one) => seatOf(one)))
  expect(proposal?.moves.filter(({ positionId }) => kept.has(positionId))).toEqual([])
  expect(proposal?.moves).toHaveLength(3)
  const { applied } = await act(planner, applyRun, { runId: run.id, ...whole })
  expect(applied).toBe(3)
  expect(await bars(planner)).toHaveLength(7)
})
