// What clients say of the hour of a visit: its price in a plan, and the times they may have instead.
import type { Id } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { beforeAll, expect, test } from 'vitest'
import { Refusal } from '../platform/errors.ts'
import { at, plannedCompany } from '../testing/planned-company.ts'
import { useWork } from '../testing/work.ts'
import { moveAssignment } from './commands/move.ts'
import { publishPlan } from './commands/publish.ts'
import { problemOf } from './engine/problem.ts'
import {
  confirmHour,
  forgetConfirmations,
  freeSlots,
  heldSlot,
  holdSlot,
  releaseHold,
  takeHeldSlot,
} from './index.ts'
import { loadScene } from './queries/load-scene.ts'
import { findLabelled } from './store/labelled.ts'

const testing = useWork({ queue: true })
type Company = Awaited<ReturnType<typeof plannedCompany>>
let company: Company
let ana: Id
const range = { from: at('00:00'), until: at('23:59') }

beforeAll(async () => {
  company = await plannedCompany(testing)
  ana = (await company.hire('Ana')).id
})

const visitAt = async (time: string): Promise<Assignment> => {
  const visit = await company.assign(await company.order(), ana, at(time))
  await testing.act(company.planner, publishPlan, { ...range, technicianIds: null })
  return visit
}
const shown = (id: Id) => testing.read(company.planner, (tx) => findLabelled(tx, id))
const act = <T>(run: Parameters<typeof testing.read<T>>[1]) =>
  testing.act(company.planner, { name: 'test', permission: 'planning.write', run }, undefined)
const codeOf = (error: unknown) => (error instanceof Refusal ? error.code : error)

test('an hour the client confirmed is marked, weighs more in a run, and asks for a reason to be left', async () => {
  const visit = await visitAt('09:00')
  expect((await shown(visit.id))?.clientConfirmed).toBe(false)
  await act((tx) => confirmHour(tx, visit.workOrderId, visit.startsAt))
  const confirmed = await shown(visit.id)
  expect(confirmed?.clientConfirmed).toBe(true)
  const scene = await testing.read(company.planner, (tx) =>
    loadScene(tx, { ...range, technicianIds: null, workOrderIds: [] }),
  )
  const { input } = problemOf(scene, { policy: { version: 1 }, keep: 'locked' })
  const seat = input.workOrders
    .flatMap(({ positions }) => positions ?? [])
    .find(({ id }) => id === visit.positionId)
  expect(seat?.published).toMatchObject({ confirmed: true })

  const elsewhere = {
    assignmentId: visit.id,
    version: confirmed?.version ?? 0,
    startsAt: at('10:00'),
  }
  const refused = await testing.act(company.planner, moveAssignment, elsewhere).catch((e) => e)
  expect(codeOf(refused)).toBe('override_needed')
  expect(refused.details.reasons).toMatchObject([{ rule: 'promise' }])
  const moved = await testing.act(company.planner, moveAssignment, {
    ...elsewhere,
    overrideReason: 'panne du camion',
  })
  expect(moved).toMatchObject({ clientConfirmed: false, override: { reason: 'panne du camion' } })
  await act((tx) => forgetConfirmations(tx, visit.workOrderId))
})

test('times offered are round, allowed by the rules and not the present one; what is held is offered to nobody else', async () => {
  const first = await visitAt('13:00')
  const second = await visitAt('14:30')
  const ask = (workOrderId: Id) =>
    testing.read(company.planner, (tx) => freeSlots(tx, { workOrderId, ...range, perDay: 4 }))
  const offered = await ask(first.workOrderId)
  expect(offered.length).toBeGreaterThan(0)
  expect(offered.length).toBeLessThanOrEqual(4)
  for (const { startsAt } of offered) {
    expect(Date.parse(startsAt) % 900_000).toBe(0)
    expect(startsAt).not.toBe(first.startsAt)
  }
  const startsAt = offered[0]?.startsAt ?? ''
  const choose = ({ workOrderId }: Assignment) =>
    testing.act(company.planner, holdSlot, { workOrderId, startsAt, minutes: 10 }).catch(codeOf)
  // Both want the very same time at the same moment: one technician, so one of them gets it.
  const both = await Promise.all([choose(first), choose(second)])
  expect(both.filter((one) => one === 'slot_gone')).toHaveLength(1)
  const winner = both[0] === 'slot_gone' ? second : first
  const loser = winner === first ? second : first
  expect((await ask(loser.workOrderId)).map((one) => one.startsAt)).not.toContain(startsAt)

  const moved = await testing.act(company.planner, takeHeldSlot, winner)
  expect(moved).toMatchObject({ id: winner.id, startsAt, state: 'offered' })
  expect(await testing.read(company.planner, (tx) => heldSlot(tx, winner.workOrderId))).toBe(
    undefined,
  )
  // Once more does not move it again.
  expect(await testing.act(company.planner, takeHeldSlot, winner).catch(codeOf)).toBe('slot_gone')
})

test('what is held comes free again by itself, and by hand; a planner who was faster wins', async () => {
  const visit = await visitAt('16:00')
  const [slot] = await testing.read(company.planner, (tx) =>
    freeSlots(tx, { workOrderId: visit.workOrderId, ...range, perDay: 2 }),
  )
  const startsAt = slot?.startsAt ?? ''
  const hold = () =>
    testing.act(company.planner, holdSlot, {
      workOrderId: visit.workOrderId,
      startsAt,
      minutes: 10,
    })
  await hold()
  testing.clock.now += 11 * 60_000
  expect(await testing.act(company.planner, takeHeldSlot, visit).catch(codeOf)).toBe('slot_gone')
  await hold()
  await act((tx) => releaseHold(tx, visit.workOrderId))
  expect(await testing.act(company.planner, takeHeldSlot, visit).catch(codeOf)).toBe('slot_gone')
  await hold()
  await company.assign(await company.order(), ana, startsAt)
  expect(await testing.act(company.planner, takeHeldSlot, visit).catch(codeOf)).toBe('slot_gone')
  expect((await shown(visit.id))?.startsAt).toBe(visit.startsAt)
})

test('a crew, and work that is locked or has begun, offers nothing', async () => {
  const crew = await company.order({
    positions: [
      {
        label: 'Son',
        headcount: 2,
        skills: [],
        certificationKindIds: [],
        mandatory: true,
        positionIds: [],
      },
    ],
  })
  const bob = (await company.hire('Bob')).id
  await company.assign(crew, bob, at('10:00'))
  const offered = await testing.read(company.planner, (tx) =>
    freeSlots(tx, { workOrderId: crew.id, ...range, perDay: 4 }),
  )
  expect(offered).toEqual([])
})
