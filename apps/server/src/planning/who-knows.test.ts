// Whom a run prefers because they have done such work before, as the search is told.
import { buildProblem, solve } from '@regie/solver'
import { expect, test } from 'vitest'
import { concert } from '../testing/concert.ts'
import { at } from '../testing/planned-company.ts'
import { useWork } from '../testing/work.ts'
import { findWorkOrder } from '../work-orders/index.ts'
import { withTravel } from './engine/judge.ts'
import { policyFor } from './engine/policy.ts'
import { problemOf } from './engine/problem.ts'
import { loadScene } from './queries/load-scene.ts'
import { whoKnows } from './who-knows.ts'

const testing = useWork()

test('a run gives a show to who knows its stage, before who has done such phases elsewhere', async () => {
  const { planner, add, hire, assign, skill } = await concert(testing)
  const positions = [
    {
      ...{ label: 'Son', headcount: 1, mandatory: true, certificationKindIds: [], positionIds: [] },
      skills: [{ skillId: skill.id, level: 1 }],
    },
  ]
  const { phases } = await add('set_up', '09:00', '11:00', { positions })
  const [ana, , chloe] = [await hire('Ana'), await hire('Bob'), await hire('Chloé')]
  const stranger = await hire('Dan', { skills: [] })
  const work = await testing.read(planner, (tx) => findWorkOrder(tx, phases[0]?.id ?? ''))
  if (!work || !chloe) throw new Error('nothing to do')
  await assign(work, chloe.id, at('09:00'))
  const day = '2026-11-24'
  const hours = { startsAt: at('14:00', day), endsAt: at('16:00', day) }
  const after = await add('show', '14:00', '16:00', { positions, ...hours })
  const show = after.phases.find(({ id }) => id !== work.id)?.id ?? ''
  const known = () => testing.read(planner, (tx) => whoKnows(tx, [show, work.id]))
  // What is still to come has taught nobody anything.
  expect((await known()).size).toBe(0)
  testing.clock.now = Date.parse(at('06:00', day))
  const acquainted = await known()
  expect([...(acquainted.get(show) ?? [])]).toEqual([[chloe.id, 'stage']])
  const input = await testing.read(planner, async (tx) => {
    const range = { from: at('00:00', day), until: at('23:59', day) }
    const scene = await loadScene(tx, { ...range, technicianIds: null, workOrderIds: [show] })
    const policy = await policyFor(tx, null)
    const nearer = new Map(
      [...acquainted].map(([id, own]) => [
        id,
        new Map(own).set(ana.id, 'kind').set(stranger.id, 'stage'),
      ]),
    )
    const built = problemOf(scene, { policy, keep: 'published', acquainted: nearer })
    return (await withTravel(tx, built)).input
  })
  const asked = input.workOrders.find(({ id }) => id === show)
  expect(asked?.positions?.[0]?.preferred).toEqual([chloe.id])
  const problem = buildProblem(input)
  if ('faults' in problem) throw new Error(JSON.stringify(problem.faults))
  const { plan } = solve(problem.problem, { seed: 1, stop: { iterations: 50 } })
  const seat = asked?.positions?.[0]?.id
  expect(plan.assignments.find(({ visit }) => visit === seat)?.technician).toBe(chloe.id)
})
