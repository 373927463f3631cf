// Back to the plan before a proposal: the very same state, or the list of what changed since.
import { runDraft } from '@regie/contract/planning-runs'
import { expect, test } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { sql } from '../platform/db/sql.ts'
import type { Command } from '../platform/work.ts'
import { eventually } from '../testing/eventually.ts'
import { at, MONDAY, plannedCompany, seatOf } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'
import { applyRun } from './commands/apply-run.ts'
import { createAssignment } from './commands/assign.ts'
import { moveAssignment } from './commands/move.ts'
import { publishPlan } from './commands/publish.ts'
import { rollbackRun } from './commands/rollback-run.ts'
import { createRun } from './commands/runs.ts'
import { lockAssignment } from './commands/unassign.ts'
import { getBoard } from './queries/board.ts'
import { applicationsOf } from './store/applications.ts'
import { findRun, readProposal } from './store/runs.ts'

const program = useProgram({ clock: () => Date.parse('2026-11-21T09:00:00Z') })
const act = <I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O> =>
  program.services.work.act(actor, command, input)
const whole = { technicianIds: [], positionIds: [], skipOvertaken: false }

const proposed = async (planner: Actor) => {
  const { id } = await act(
    planner,
    createRun,
    runDraft.parse({ from: MONDAY, until: MONDAY, seconds: 1, keep: 'locked' }),
  )
  const look = () =>
    program.services.work.read(planner, null, async (tx) => ({
      run: await findRun(tx, id),
      proposal: await readProposal(tx, id),
    }))
  const { proposal } = await eventually(
    look,
    (found) => found.run?.state === 'proposed' && found.proposal !== null,
  )
  if (!proposal) throw new Error('no proposal')
  return { runId: id, proposal }
}

/** Every live row of the organisation, but for how often it was written. */
const plan = (planner: Actor) =>
  program.services.work.read(planner, null, (tx) =>
    tx.rows(sql`
      select id, work_order_id, position_id, technician_id, starts_at, ends_at, state, locked, published_at, override, overlap_allowed
      from planning.assignments where organization_id = ${planner.organizationId} and live order by id`),
  )
const board = (planner: Actor) =>
  program.services.work.read(planner, null, (tx) =>
    getBoard(tx, { from: at('00:00'), until: at('23:59') }),
  )

/** A Monday planned badly, partly told already, so that a run moves, adds and tells. */
async function aBadMonday() {
  const company = await plannedCompany({ act })
  const [ana, ben] = [await company.hire('Ana'), await company.hire('Ben')]
  const work = await Promise.all(Array.from({ length: 6 }, () => company.order()))
  const [one, two, three] = work
  if (!one || !two || !three) throw new Error('no work')
  await company.assign(one, ana.id, at('16:00'))
  await act(company.planner, publishPlan, {
    from: at('00:00'),
    until: at('23:59'),
    technicianIds: null,
  })
  await company.assign(two, ben.id, at('17:00'))
  return { ...company, ana, ben, work }
}

test('applied and taken back, the plan is the very same', async () => {
  const { planner } = await aBadMonday()
  const before = await plan(planner)
  const { runId, proposal } = await proposed(planner)
  expect(proposal.moves.some(({ from, to }) => from && to)).toBe(true)
  await act(planner, applyRun, { ...whole, runId })
  expect(await plan(planner)).not.toEqual(before)
  const { run, restored } = await act(planner, rollbackRun, { runId })
  expect(await plan(planner)).toEqual(before)
  expect([run.state, restored]).toEqual(['proposed', proposal.moves.length])
  // And forth once more: the proposal still holds.
  expect((await act(planner, applyRun, { ...whole, runId })).applied).toBe(proposal.moves.length)
})

test('taken over in parts, it is all taken back at once', async () => {
  const { planner, ana } = await aBadMonday()
  const before = await plan(planner)
  const { runId } = await proposed(planner)
  await act(planner, applyRun, { ...whole, runId, technicianIds: [ana.id] })
  await act(planner, applyRun, { ...whole, runId })
  await act(planner, rollbackRun, { runId })
  expect(await plan(planner)).toEqual(before)
  const takings = await program.services.work.read(planner, null, (tx) => applicationsOf(tx, runId))
  expect(takings.every(({ undoneAt }) => undoneAt !== null)).toBe(true)
  await expect(act(planner, rollbackRun, { runId })).rejects.toMatchObject({ code: 'wrong_state' })
})

test('once the plan has moved on, the way back is refused with what changed, and nothing is written', async () => {
  const { planner, ben } = await aBadMonday()
  const { runId } = await proposed(planner)
  await act(planner, applyRun, { ...whole, runId })
  const bars = (await board(planner)).bars
  const [first, second] = bars
  if (!first || !second) throw new Error('no bars')
  await act(planner, lockAssignment, {
    assignmentId: first.id,
    version: first.version,
    locked: true,
  })
  await act(planner, moveAssignment, {
    assignmentId: second.id,
    version: second.version,
    technicianId: ben.id,
    startsAt: at('19:00'),
    overrideReason: 'Essai',
  }).catch(() => undefined)
  const now = await plan(planner)
  const refusal = await act(planner, rollbackRun, { runId }).catch((error) => error)
  expect(refusal).toMatchObject({ code: 'rollback_overtaken', status: 409 })
  expect(
    refusal.details.changes.map(({ positionId }: { positionId: string }) => positionId),
  ).toContain(first.positionId)
  expect(await plan(planner)).toEqual(now)
})

test('a slot that was taken meanwhile is named', async () => {
  const { planner, ana, order } = await aBadMonday()
  const { runId, proposal } = await proposed(planner)
  await act(planner, applyRun, { ...whole, runId })
  const left = proposal.moves.find(({ from }) => from?.technicianId === ana.id)
  if (!left?.from) throw new Error('nothing left its place')
  const five = await order({ durationMinutes: 5 })
  await act(planner, createAssignment, {
    positionId: seatOf(five),
    technicianId: ana.id,
    startsAt: new Date(Date.parse(left.from.endsAt) - 5 * 60_000).toISOString(),
    locked: false,
    overrideReason: 'Juste à côté',
  })
  await expect(act(planner, rollbackRun, { runId })).rejects.toMatchObject({
    code: 'rollback_overtaken',
    details: { changes: [{ positionId: left.positionId, code: 'slot_taken' }] },
  })
})
