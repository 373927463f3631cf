// Block, warn, allow: what a planner may do although a rule says no, and what is kept of it.
import {
  defaultPlacementRules,
  type Enforcement,
  type JudgedRule,
} from '@regie/contract/planning-overrides'
import { expect, test } from 'vitest'
import { sql } from '../platform/db/sql.ts'
import { at, plannedCompany, seatOf } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import { createAssignment } from './commands/assign.ts'
import { moveAssignment } from './commands/move.ts'
import { updatePlacementRules } from './commands/placement-rules.ts'
import { getBoard } from './queries/board.ts'
import { readPlacementRules } from './store/placement-rules.ts'

const testing = useWork({ queue: true })
const { act, read, rows, told } = testing

async function company() {
  const made = await plannedCompany(testing)
  const { planner } = made
  const soften = async (
    rules: Partial<Record<JudgedRule, Enforcement>>,
    overriders: 'owners' | 'planners' = 'planners',
  ) => {
    const now = await read(planner, readPlacementRules)
    return await act(planner, updatePlacementRules, {
      version: now.version,
      rules: { ...now.rules, ...rules },
      overriders,
    })
  }
  const ana = await made.hire('Ana')
  const put = async (time: string, overrideReason?: string, actor = planner) => {
    const work = await made.order()
    return await act(actor, createAssignment, {
      positionId: seatOf(work),
      technicianId: ana.id,
      startsAt: at(time),
      locked: false,
      overrideReason,
    })
  }
  return { ...made, ana, soften, put }
}

test('a rule that warns asks for a reason, and keeps who gave it', async () => {
  const { put, planner } = await company()
  await put('10:00')
  await expect(put('10:50')).rejects.toMatchObject({
    code: 'override_needed',
    details: { reasons: [{ rule: 'buffers' }] },
  })
  const made = await put('10:50', 'Le client attend dans la même rue')
  expect(made.override).toMatchObject({
    reason: 'Le client attend dans la même rue',
    by: planner.name,
    memberId: planner.memberId,
    reasons: [{ rule: 'buffers' }],
  })
  const board = await read(planner, (tx) => getBoard(tx, { from: at('00:00'), until: at('23:59') }))
  expect(board.bars.find(({ id }) => id === made.id)?.override?.by).toBe(planner.name)
  expect((await told(planner)).at(-1)?.payload).toMatchObject({
    assignment: { override: { reason: 'Le client attend dans la même rue' } },
  })
})

test('moved to where no rule minds, the override is forgotten', async () => {
  const { put, planner } = await company()
  await put('10:00')
  const made = await put('10:50', 'Pressé')
  const moved = await act(planner, moveAssignment, {
    assignmentId: made.id,
    version: made.version,
    startsAt: at('14:00'),
  })
  expect(moved.override).toBeNull()
})

test('two visits at once: refused by default, asked about where it warns, done where it is allowed', async () => {
  const { put, soften, planner } = await company()
  await put('10:00')
  await expect(put('10:20')).rejects.toMatchObject({ code: 'slot_taken' })
  await soften({ overlap: 'warn' })
  await expect(put('10:20')).rejects.toMatchObject({
    code: 'override_needed',
    details: { reasons: [{ rule: 'overlap' }] },
  })
  const second = await put('10:20', 'Deux bassins du même site')
  expect(second.override?.reasons.map(({ rule }) => rule)).toEqual(['overlap'])
  await soften({ overlap: 'allow' })
  expect((await put('10:25')).override).toBeNull()

  // What already lies upon another stays; what comes is kept apart again, by the program and by the database.
  await soften({ overlap: 'block' })
  await expect(put('10:10')).rejects.toMatchObject({ code: 'slot_taken' })
  const free = await put('15:00')
  await expect(
    rows(planner, (tx) =>
      tx.run(sql`update planning.assignments set starts_at = ${at('10:05')}, ends_at = ${at('10:50')}
        where organization_id = ${planner.organizationId} and id = ${free.id}`),
    ),
  ).rejects.toThrow(/assignments_one_place/)
})

test('where a rule allows, nothing is asked and nothing kept; the law still blocks', async () => {
  const { put, soften } = await company()
  await soften({ buffers: 'allow' })
  await put('10:00')
  expect((await put('10:50')).override).toBeNull()
  expect(defaultPlacementRules.rules['daily-rest']).toBe('block')
})

test('outside any shift the law is asked all the same', async () => {
  const { hire, order, soften, planner, skill } = await company()
  await soften({ shifts: 'warn' })
  const novice = await hire('Novice', { skills: [{ skillId: skill.id, level: 1 }] })
  const work = await order()
  const sunday = { positionId: seatOf(work), startsAt: at('10:00', '2026-11-29'), locked: false }
  await expect(
    act(planner, createAssignment, {
      ...sunday,
      technicianId: novice.id,
      overrideReason: 'Astreinte',
    }),
  ).rejects.toMatchObject({
    code: 'rule_broken',
    details: { reasons: expect.arrayContaining([expect.objectContaining({ rule: 'skills' })]) },
  })
  const able = await hire('Able')
  const made = await act(planner, createAssignment, {
    ...sunday,
    technicianId: able.id,
    overrideReason: 'Astreinte',
  })
  expect(made.override?.reasons.map(({ rule }) => rule)).toContain('shifts')
})

test('where owners alone may pass over a warning, a planner is told so', async () => {
  const { put, soften, planner } = await company()
  await soften({}, 'owners')
  await put('10:00')
  await expect(put('10:50', 'Pressé')).rejects.toMatchObject({ code: 'override_reserved' })
  const owner = member('owner', { organizationId: planner.organizationId })
  expect((await put('10:50', 'Pressé', owner)).override?.by).toBe(owner.name)
})

test('two people who change the rules at once: the second is shown what the first saved', async () => {
  const { planner, soften } = await company()
  const before = await read(planner, readPlacementRules)
  await soften({ travel: 'allow' })
  await expect(act(planner, updatePlacementRules, before)).rejects.toMatchObject({
    code: 'stale_version',
    details: { current: { rules: { travel: 'allow' } } },
  })
})
