import type { Id } from '@regie/contract/kernel'
import type { Review, ReviewDepartment } from '@regie/contract/production-reviews'
import { phaseDraft } from '@regie/contract/productions'
import { projectDraft } from '@regie/contract/work-orders'
import { expect, test } from 'vitest'
import {
  createAssignment,
  findAssignment,
  lockAssignments,
  moveAssignment,
} from '../planning/index.ts'
import type { Actor } from '../platform/actor.ts'
import { at, plannedCompany } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import { createProject } from '../work-orders/index.ts'
import { nameChief, sayDepartment } from './commands/chiefs.ts'
import { followReview } from './commands/follow-review.ts'
import { addPhase, updatePhase } from './commands/phases.ts'
import { addRemark, answerRemark, markSeen, withdrawRemark } from './commands/review-reading.ts'
import { changeReview, openReview, remindChiefs, withdrawReview } from './commands/reviews.ts'
import { signReview } from './commands/sign-review.ts'
import { addStage } from './commands/stages.ts'
import { getProduction } from './queries/production.ts'
import { getReview, listPossibleChiefs, ownReviews } from './queries/reviews.ts'
import { departmentOfRole } from './review-model.ts'

const testing = useWork()
const { act, read, told, clock } = testing
const dueAt = '2026-11-22T18:00:00.000Z'

/** A sound check and a show for everybody; Ana is chief of sound and works in both, Ben of light. */
async function aShow() {
  const company = await plannedCompany(testing)
  const { planner, site, hire } = company
  const draft = projectDraft.parse({ name: 'Concert fictif', kind: 'production' })
  const { id: projectId } = await act(planner, createProject, draft)
  const { stages } = await act(planner, addStage, {
    projectId,
    draft: { name: 'Grande scène', siteId: site.id },
  })
  const phase = (kind: 'sound_check' | 'show', from: string, until: string, labels: string[]) =>
    phaseDraft.parse({
      ...{ stageId: stages[0]?.id, kind, startsAt: at(from), endsAt: at(until) },
      department: kind === 'sound_check' ? 'sound' : null,
      positions: labels.map((label) => ({ label })),
    })
  const check = phase('sound_check', '10:00', '12:00', ['Ingénieur son'])
  const show = phase('show', '14:00', '17:00', ['Ingénieur son', 'Éclairagiste'])
  await act(planner, addPhase, { projectId, draft: check })
  const { phases } = await act(planner, addPhase, { projectId, draft: show })
  const [ana, ben] = [await hire('Ana'), await hire('Ben', { phone: '06 12 34 56 78' })]
  const review = () => read(planner, (tx) => getReview(tx, projectId))
  const name = (
    department: ReviewDepartment,
    technicianId: Id | null,
    memberId: Id | null = null,
  ) => act(planner, nameChief, { projectId, department, technicianId, memberId })
  return { ...company, projectId, phases, show, ana, ben, review, name }
}
type Show = Awaited<ReturnType<typeof aShow>>

/** The same, opened; `assignments`: Ana on both seats of sound. */
async function anOpenReview() {
  const show = await aShow()
  const { planner, projectId, ana, ben, name, technicianActor, phases } = show
  const [sound, light] = [technicianActor(ana.id), technicianActor(ben.id)]
  await name('sound', ana.id)
  await name('light', ben.id)
  const seats = phases.flatMap((one) => one.seats.filter(({ label }) => label === 'Ingénieur son'))
  const assignments = []
  for (const { positionId, startsAt } of seats)
    assignments.push(
      await act(planner, createAssignment, {
        ...{ positionId, technicianId: ana.id, startsAt, locked: false },
      }),
    )
  const opened = await act(planner, openReview, { projectId, dueAt, reason: '' })
  return { ...show, sound, light, assignments, opened }
}

const linesFor = ({ lines }: Review, department: ReviewDepartment) =>
  lines.filter((line) => line.department === department)
const partFor = ({ parts }: Review, department: ReviewDepartment) => {
  const part = parts.find((one) => one.department === department)
  if (!part) throw new Error(`no ${department}`)
  return part
}
const readAll = async ({ projectId, review }: Show, chief: Actor, department: ReviewDepartment) =>
  act(chief, markSeen, { projectId, lines: linesFor(await review(), department), seen: true })
async function sign(show: Show, chief: Actor, department: ReviewDepartment): Promise<Review> {
  const { digest } = partFor(await show.review(), department)
  return await act(chief, signReview, { projectId: show.projectId, department, digest })
}
async function lock(show: Awaited<ReturnType<typeof anOpenReview>>): Promise<Review> {
  await readAll(show, show.sound, 'sound')
  await readAll(show, show.light, 'light')
  await sign(show, show.sound, 'sound')
  await sign(show, show.light, 'light')
  return await show.review()
}

test('a review opens when every department has a chief, and says every fault at once', async () => {
  const { planner, projectId, review, name, ana, ben } = await aShow()
  const before = await review()
  expect(before).toMatchObject({ state: 'none', round: 0, version: null })
  expect(before.parts.map(({ department, lines }) => [department, lines])).toEqual([
    ['sound', 2],
    ['light', 1],
  ])
  const late = { projectId, dueAt: '2026-11-20T18:00:00Z', reason: '' }
  await expect(act(planner, openReview, late)).rejects.toMatchObject({
    faults: [{ path: 'dueAt' }, { path: 'chiefs.sound' }, { path: 'chiefs.light' }],
  })
  await name('sound', ana.id)
  await name('light', ben.id)
  const opened = await act(planner, openReview, { projectId, dueAt, reason: '' })
  expect(opened).toMatchObject({ state: 'open', round: 1 })
  expect(opened.parts.map(({ chief }) => [chief?.name, chief?.reach])).toEqual([
    ['Ana', 'none'],
    ['Ben', 'link'],
  ])
  await expect(act(planner, openReview, { projectId, dueAt, reason: '' })).rejects.toMatchObject({
    code: 'wrong_state',
  })
  const { items } = await read(planner, (tx) => listPossibleChiefs(tx, projectId))
  expect(items.map(({ name: one }) => one)).toEqual(['Ana', 'Ben'])
  await expect(name('light', planner.organizationId)).rejects.toMatchObject({ code: 'not_found' })
})

test('a chief sees, reads and signs the own department and nothing else', async () => {
  const show = await anOpenReview()
  const { projectId, sound, light, technicianActor, hire, opened } = show
  const own = await read(sound, (tx) => getReview(tx, projectId))
  expect(own.mine).toEqual(['sound'])
  expect(own.lines.map(({ department }) => department)).toEqual(['sound', 'sound'])
  expect(own.parts).toHaveLength(1)
  const theirs = linesFor(opened, 'light')
  const stranger = technicianActor((await hire('Eve')).id)
  const deeds = [
    () => act(sound, markSeen, { projectId, lines: theirs, seen: true }),
    () =>
      act(sound, addRemark, {
        projectId,
        positionId: theirs[0]?.positionId ?? '',
        text: 'Trop tôt',
      }),
    () =>
      act(sound, signReview, {
        ...{ projectId, department: 'light' },
        digest: partFor(opened, 'light').digest,
      }),
    () => read(stranger, (tx) => getReview(tx, projectId)),
    () => read(member('planner'), (tx) => getReview(tx, projectId)),
  ]
  for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'not_found' })
  expect((await read(light, (tx) => ownReviews(tx))).items).toMatchObject([
    { departments: ['light'], unread: 1, isSigned: false, dueAt },
  ])
})

test('what is unread or unanswered is not signed; all signed, the plan is pinned and kept', async () => {
  const show = await anOpenReview()
  const { planner, projectId, sound, light, review, assignments, opened } = show
  await expect(sign(show, sound, 'sound')).rejects.toMatchObject({
    code: 'review_unfinished',
    details: { unread: 2, remarks: 0 },
  })
  await readAll(show, sound, 'sound')
  const positionId = linesFor(opened, 'sound')[0]?.positionId ?? ''
  const remarked = await act(sound, addRemark, { projectId, positionId, text: 'Console à 13 h ?' })
  await expect(sign(show, sound, 'sound')).rejects.toMatchObject({ details: { remarks: 1 } })
  const remarkId = remarked.remarks[0]?.id ?? ''
  await act(planner, answerRemark, { projectId, remarkId, text: 'Livrée à 12 h 30.' })
  const once = await sign(show, sound, 'sound')
  expect(partFor(once, 'sound')).toMatchObject({ isSigned: true, signedBy: sound.name })
  await sign(show, sound, 'sound')
  await expect(act(light, withdrawRemark, { projectId, remarkId })).rejects.toMatchObject({
    code: 'not_found',
  })
  await readAll(show, light, 'light')
  await sign(show, light, 'light')
  expect(await review()).toMatchObject({ state: 'locked', lockedAt: expect.any(String) })
  for (const { id } of assignments)
    expect(await read(planner, (tx) => findAssignment(tx, id))).toMatchObject({ locked: true })
  const names = (await told(planner)).map(({ name }) => name)
  expect(names.filter((name) => name === 'review_signed')).toHaveLength(2)
  expect(names.filter((name) => name === 'review_locked')).toHaveLength(1)
})

test('a signature on lines that changed meanwhile is refused and shows what changed', async () => {
  const show = await anOpenReview()
  const { planner, projectId, sound, ben, assignments, opened, review } = show
  await readAll(show, sound, 'sound')
  const { digest } = partFor(opened, 'sound')
  const [first] = assignments
  await act(planner, moveAssignment, {
    ...{ assignmentId: first?.id ?? '', version: first?.version ?? 0, technicianId: ben.id },
  })
  await expect(
    act(sound, signReview, { projectId, department: 'sound', digest }),
  ).rejects.toMatchObject({
    code: 'stale_version',
    details: {
      changes: [{ before: { technicianName: 'Ana' }, after: { technicianName: 'Ben' } }],
      current: { state: 'open' },
    },
  })
  const old = linesFor(opened, 'sound')
  await expect(act(sound, markSeen, { projectId, lines: old, seen: true })).rejects.toMatchObject({
    code: 'stale_version',
  })
  expect(partFor(await review(), 'sound')).toMatchObject({ seen: 1, lines: 2 })
})

test('a line that changes after one chief signed must be signed again before the plan locks', async () => {
  const show = await anOpenReview()
  const { planner, projectId, sound, light, ana, ben, assignments, review } = show
  await readAll(show, sound, 'sound')
  await sign(show, sound, 'sound')
  const [first] = assignments
  const move = (technicianId: Id, version: number) =>
    act(planner, moveAssignment, { assignmentId: first?.id ?? '', version, technicianId })
  const moved = await move(ben.id, first?.version ?? 0)
  await readAll(show, light, 'light')
  await sign(show, light, 'light')
  const touches = [
    {
      ...{ workOrderId: moved.workOrderId, positionId: moved.positionId },
      ...{ by: 'Camille', at: '2026-11-21T10:00:00.000Z' },
    },
  ]
  const follow = () => act(planner, followReview, { projectId, touches })
  await follow()
  await follow()
  expect(await review()).toMatchObject({ state: 'open' })
  expect(partFor(await review(), 'sound')).toMatchObject({
    isSigned: false,
    changes: [{ by: 'Camille', after: { technicianName: 'Ben' } }],
  })
  const overtaken = (await told(planner)).filter(({ name }) => name === 'review_overtaken')
  expect(overtaken.map(({ payload }) => payload.technicianIds)).toEqual([[ana.id]])
  // Put back as it was signed, the signature stands again, and with it the plan.
  await move(ana.id, moved.version)
  await follow()
  expect(await review()).toMatchObject({ state: 'locked' })
})

test('after the lock a change is marked with what it was, who did it and when; opened again with a reason, it can be signed anew', async () => {
  const show = await anOpenReview()
  const { planner, projectId, sound, ben, assignments, review, show: draft } = show
  expect(await lock(show)).toMatchObject({ state: 'locked' })
  const [first, second] = assignments
  const named = { assignmentId: first?.id ?? '', version: (first?.version ?? 0) + 1 }
  const give = (version: number) =>
    act(planner, moveAssignment, { ...named, version, technicianId: ben.id })
  await expect(give(named.version)).rejects.toMatchObject({ details: { state: 'locked' } })
  await act(planner, lockAssignments, { assignments: [named], locked: false })
  const moved = await give(named.version + 1)
  const touches = [
    {
      ...{ workOrderId: moved.workOrderId, positionId: moved.positionId },
      ...{ by: 'Camille', at: '2026-11-21T10:00:00.000Z' },
    },
  ]
  await act(planner, followReview, { projectId, touches })
  // Given by hand, it is pinned like what was signed: no run moves it.
  const pinned = () => read(planner, (tx) => findAssignment(tx, moved.id))
  expect(await pinned()).toMatchObject({ technicianId: ben.id, locked: true })
  expect(partFor(await review(), 'sound')).toMatchObject({
    isSigned: true,
    changes: [
      {
        ...{ by: 'Camille', at: '2026-11-21T10:00:00.000Z' },
        before: { technicianName: 'Ana', state: 'offered' },
        after: { technicianName: 'Ben', state: 'offered' },
      },
    ],
  })
  expect((await read(sound, (tx) => ownReviews(tx))).items).toMatchObject([{ changes: 1 }])
  const again = (reason: string) => act(planner, openReview, { projectId, dueAt, reason })
  await expect(again('')).rejects.toMatchObject({ faults: [{ path: 'reason' }] })
  const reopened = await again('Ana est malade')
  expect(reopened).toMatchObject({ state: 'open', round: 2, reason: 'Ana est malade' })
  expect(reopened.parts.every(({ isSigned }) => !isSigned)).toBe(true)
  expect(await read(planner, (tx) => findAssignment(tx, second?.id ?? ''))).toMatchObject({
    locked: false,
  })
  expect(await pinned()).toMatchObject({ locked: false })
  // Lines that are still the ones that were read need not be read again.
  expect(partFor(reopened, 'sound')).toMatchObject({ lines: 2, seen: 1 })
  const { phases } = await read(planner, (tx) => getProduction(tx, projectId))
  const { id: phaseId = '', version = 0, positions = [] } = phases.at(-1) ?? {}
  const longer = { ...draft, endsAt: at('17:30'), positions }
  await act(planner, updatePhase, { projectId, phaseId, version, draft: longer })
  expect(partFor(await review(), 'light')).toMatchObject({ lines: 1, seen: 0 })
})

test('another chief, another department of a role, another due time, a reminder, and an end without a lock', async () => {
  const show = await anOpenReview()
  const { planner, projectId, sound, ben, name, review } = show
  await readAll(show, sound, 'sound')
  await sign(show, sound, 'sound')
  await name('sound', ben.id)
  expect(partFor(await review(), 'sound')).toMatchObject({ seen: 0, isSigned: false })
  await expect(name('sound', null)).rejects.toMatchObject({ code: 'wrong_state' })
  const said = { projectId, label: 'Éclairagiste', department: 'stage' } as const
  expect((await act(planner, sayDepartment, said)).roles).toContainEqual({
    ...{ label: 'Éclairagiste', department: 'stage', isSaid: true },
  })
  const { version = 0 } = { version: (await review()).version ?? 0 }
  const later = { projectId, version, dueAt: '2026-11-23T08:00:00Z' }
  await act(planner, changeReview, later)
  await expect(act(planner, changeReview, later)).rejects.toMatchObject({ code: 'stale_version' })
  const reminded = async () =>
    (await told(planner)).filter((one) => one.name === 'review_reminded').length
  await act(planner, remindChiefs, { projectId })
  expect(await reminded()).toBe(0)
  clock.now += 3_600_000
  await act(planner, remindChiefs, { projectId })
  await act(planner, remindChiefs, { projectId })
  expect(await reminded()).toBe(1)
  await act(planner, withdrawReview, { projectId, version: version + 1 })
  expect(await review()).toMatchObject({ state: 'none', round: 1 })
  await expect(sign(show, sound, 'sound')).rejects.toMatchObject({ code: 'not_found' })
})

test.each([
  ['Ingénieur son façade', 'sound'],
  ['Son', 'sound'],
  ['Chef lumière', 'light'],
  ['Opérateur de poursuite', 'light'],
  ['Opérateur vidéo', 'video'],
  ['Rigger', 'rigging'],
  ['Électricien de groupe électrogène', 'power'],
  ['Machiniste plateau', 'stage'],
  ['Backline', 'backline'],
  ['Cariste', 'logistics'],
  ['FOH sound engineer', 'sound'],
  ['Stage hand', 'stage'],
  ['Directeur technique', 'general'],
  ['Personne', 'general'],
])('the role %s is counted in %s', (label, department) => {
  expect(departmentOfRole(label)).toBe(department)
})
