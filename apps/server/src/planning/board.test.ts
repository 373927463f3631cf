// What the board, the backlog and the rules tell, on real PostgreSQL.
import { board, boardProblem } from '@regie/contract/planning'
import { toldBoard } from '@regie/contract/planning-board'
import { judgedRule, type PlacementRules } from '@regie/contract/planning-overrides'
import { buildProblem, estimateTravel, type Plan, type ProblemInput, verdict } from '@regie/solver'
import { expect, test } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { at, plannedCompany, seatOf } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import { cancelWorkOrder } from '../work-orders/index.ts'
import { archiveTechnician, createAbsence } from '../workforce/index.ts'
import { createAssignment } from './commands/assign.ts'
import { moveAssignment } from './commands/move.ts'
import { updatePlacementRules } from './commands/placement-rules.ts'
import { publishPlan } from './commands/publish.ts'
import { createPolicy, updateSettings } from './commands/settings.ts'
import { getCandidates, getProblem } from './queries/ask-rules.ts'
import { getBoard, getBoardJson } from './queries/board.ts'
import { checkPlacement } from './queries/judge-placement.ts'
import { type BacklogQuestion, pageOfBacklog } from './store/backlog.ts'
import { labelledById } from './store/labelled.ts'
import { readSettings } from './store/settings.ts'
import { readWords } from './store/words.ts'

const testing = useWork({ queue: true })
const { act, read } = testing
const day = { from: at('00:00'), until: at('00:00', '2026-11-24') }
const backlog = (actor: Actor, more: Partial<BacklogQuestion> = {}) =>
  read(actor, async (tx) => pageOfBacklog(tx, { limit: 50, ...more }, (await readWords(tx)).names))

test('the board shows who works when, what is planned, and the way to each visit', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const [ana, bob] = [await hire('Ana'), await hire('Bob')]
  await act(planner, createAbsence, {
    technicianId: bob.id,
    draft: {
      span: { kind: 'hours', from: at('12:00'), until: at('14:00') },
      reason: 'leave',
      note: '',
    },
  })
  await assign(await order(), ana.id, at('09:00'))
  await assign(await order(), ana.id, at('11:00'))
  const shown = await read(planner, (tx) => getBoard(tx, day))
  expect(shown.technicians.map(({ name }) => name)).toEqual(['Ana', 'Bob'])
  const [first, second] = shown.technicians
  // 08:00–20:00, but at most ten hours of work.
  expect(first?.days).toEqual([{ date: '2026-11-23', plannedMinutes: 97, capacityMinutes: 600 }])
  expect(second?.days).toEqual([{ date: '2026-11-23', plannedMinutes: 0, capacityMinutes: 600 }])
  expect(second?.shifts).toEqual([
    { startsAt: '2026-11-23T07:00:00.000Z', endsAt: '2026-11-23T19:00:00.000Z' },
  ])
  expect(second?.absences).toMatchObject([
    { startsAt: '2026-11-23T11:00:00.000Z', reason: 'leave' },
  ])
  expect(shown.bars.map((bar) => [bar.travelSecondsBefore, bar.travelSecondsAfter])).toEqual([
    [222, null],
    [0, 222],
  ])
  expect(shown.travel).toEqual({ source: 'haversine', fallback: false })
})

test('who was archived stays with the visits that are still theirs, without hours, until somebody takes them', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const [ana, bob] = [await hire('Ana'), await hire('Bob')]
  const visit = await assign(await order(), ana.id, at('09:00'))
  const owner = member('owner', { organizationId: planner.organizationId })
  await act(owner, archiveTechnician, {
    technicianId: ana.id,
    version: ana.version,
    archived: true,
  })
  const names = async () =>
    (await read(planner, (tx) => getBoard(tx, day))).technicians.map(
      ({ name, archived, shifts }) => `${name} ${archived} ${shifts.length}`,
    )
  expect(await names()).toEqual(['Bob false 1', 'Ana true 0'])
  const move = (technicianId: string) =>
    act(planner, moveAssignment, {
      assignmentId: visit.id,
      version: visit.version,
      technicianId,
      startsAt: at('11:00'),
    })
  await move(bob.id)
  expect(await names()).toEqual(['Bob false 1'])
  await expect(
    act(planner, moveAssignment, {
      assignmentId: visit.id,
      version: visit.version + 1,
      technicianId: ana.id,
    }),
  ).rejects.toMatchObject({ code: 'not_found', details: { what: 'technician' } })
})

test('a crew with holes tells them where it stands, or where its only window leaves no choice', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const [ana, bob] = [await hire('Ana'), await hire('Bob')]
  const seat = { skills: [], certificationKindIds: [], mandatory: true, positionIds: [] }
  const positions = [
    { ...seat, label: 'Son', headcount: 2 },
    { ...seat, label: 'Lumière', headcount: 1 },
  ]
  const window = (until: string) => ({ windows: [{ from: at('14:00'), until: at(until) }] })
  const crew = await order({ title: 'Montage', positions })
  await assign(crew, ana.id, at('10:00'))
  const fixed = await order({ title: 'Balances', positions, ...window('14:45') })
  // Several hours are possible, one seat waits in the list, and what is called off needs nobody.
  await order({ title: 'Libre', positions, ...window('18:00') })
  await order({ title: 'Seul', ...window('14:45') })
  const off = await order({ title: 'Annulé', positions, ...window('14:45') })
  await act(planner, cancelWorkOrder, { workOrderId: off.id, version: off.version, reason: 'non' })
  const open = async (range = day, technicianId?: string[]) =>
    (await read(planner, (tx) => getBoard(tx, { ...range, technicianId }))).openSeats.map(
      ({ title, positionName, startsAt, seats }) =>
        `${title} ${positionName} ${startsAt.slice(11, 16)} ${seats}`,
    )
  const all = [
    'Montage Son 09:00 3',
    'Montage Lumière 09:00 3',
    ...['Son', 'Son', 'Lumière'].map((name) => `Balances ${name} 13:00 3`),
  ]
  expect(await open()).toEqual(all)
  // Whoever is asked for, the holes are everybody's.
  expect(await open(day, [bob.id])).toEqual(all)
  expect(await open({ from: at('00:00', '2026-11-24'), until: at('00:00', '2026-11-25') })).toEqual(
    [],
  )
  await assign(fixed, bob.id, at('14:00'))
  expect(await open()).toEqual(all.filter((_, rank) => rank !== 2))
})

test('a board of the other organisation shows nothing of this one', async () => {
  const { hire, order, assign } = await plannedCompany(testing)
  const ana = await hire('Ana')
  await assign(await order(), ana.id, at('09:00'))
  const shown = await read(member('planner'), (tx) =>
    getBoard(tx, { ...day, technicianId: [ana.id] }),
  )
  expect([shown.technicians, shown.bars]).toEqual([[], []])
})

test('a shift over the night of the clock change has its true length', async () => {
  const { hire, planner } = await plannedCompany(testing)
  await hire('Nuit', {
    weeklyShifts: [{ weekday: 6, start: '22:00', end: '06:00' }],
    maxDaySeconds: 86_400,
  })
  const hours = async (from: string, until: string) =>
    (await read(planner, (tx) => getBoard(tx, { from, until }))).technicians[0]?.days.map((one) => [
      one.date,
      one.capacityMinutes,
    ])
  // Saturday 24 to Sunday 25 October 2026: 02:00–03:00 comes twice; 28 March 2026: it does not come.
  expect(await hours('2026-10-24T00:00:00+02:00', '2026-10-26T00:00:00+01:00')).toEqual([
    ['2026-10-24', 540],
    ['2026-10-25', 0],
  ])
  expect(await hours('2026-03-28T00:00:00+01:00', '2026-03-30T00:00:00+02:00')).toEqual([
    ['2026-03-28', 420],
    ['2026-03-29', 0],
  ])
})

test('work of fourteen days fills each day it covers, a night counts where it begins', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const [ana, bob] = [await hire('Ana'), await hire('Bob')]
  const allowed = judgedRule.options.map((rule) => [rule, 'allow'])
  const rules = Object.fromEntries(allowed) as PlacementRules['rules']
  await act(member('owner', { organizationId: planner.organizationId }), updatePlacementRules, {
    version: 0,
    rules,
    overriders: 'planners',
  })
  await assign(await order({ durationMinutes: 14 * 1440 }), ana.id, at('08:00'))
  await assign(await order({ durationMinutes: 240 }), bob.id, at('22:00'))
  const planned = async (from: string, until: string) =>
    (
      await read(planner, (tx) =>
        getBoard(tx, { from: at('00:00', from), until: at('00:00', until) }),
      )
    ).technicians.map(({ days }) => days.map(({ plannedMinutes }) => plannedMinutes))
  const [[first, second] = [], night] = await planned('2026-11-23', '2026-11-25')
  // The way there and back counts on the first day.
  expect([first, second, night?.[0], night?.[1]]).toEqual([960 + 7, 1440, 240 + 7, 0])
  expect((await planned('2026-12-07', '2026-12-08'))[0]).toEqual([480 + 7])
})

test('work in the hour that comes twice is one hour long and clashes only with itself', async () => {
  const { hire, order, assign } = await plannedCompany(testing)
  const night = await hire('Nuit', { weeklyShifts: [{ weekday: 6, start: '22:00', end: '06:00' }] })
  const first = await assign(await order(), night.id, '2026-10-25T02:00:00+02:00')
  expect(first.endsAt).toBe('2026-10-25T00:45:00.000Z')
  const second = await assign(await order(), night.id, '2026-10-25T02:00:00+01:00')
  expect(second.startsAt).toBe('2026-10-25T01:00:00.000Z')
  await expect(assign(await order(), night.id, '2026-10-25T02:30:00+02:00')).rejects.toMatchObject({
    code: 'slot_taken',
  })
})

test('the backlog has what somebody must still be found for, the most urgent first', async () => {
  const { hire, order, assign, planner, urgent, nowhere } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const regular = await order({ title: 'Régulier' })
  const taken = await order({ title: 'Pris' })
  const now = await order({ title: 'Fuite', priorityId: urgent.id })
  const lost = await order({ title: 'Sans adresse', siteId: nowhere.id, skills: [] })
  await assign(taken, ana.id, at('09:00'))
  const page = await backlog(planner)
  expect(page.items.map(({ title }) => title)).toEqual(['Fuite', 'Régulier', 'Sans adresse'])
  expect(page.total).toBe(3)
  expect(page.items[0]).toMatchObject({
    workOrderId: now.id,
    colour: '#c2410c',
    icon: 'flame',
    open: [{ positionId: seatOf(now), skills: [{ name: 'Chimie', level: 2 }], declined: null }],
    gaps: [],
  })
  expect(page.items[2]?.gaps).toEqual(['no_position', 'no_skill'])
  const titles = async (more: Partial<BacklogQuestion>) =>
    (await backlog(planner, more)).items.map(({ title }) => title)
  expect(await titles({ quality: 'incomplete' })).toEqual(['Sans adresse'])
  expect(await titles({ quality: 'ready' })).toEqual(['Fuite', 'Régulier'])
  expect(await titles({ search: 'REGUL' })).toEqual(['Régulier'])
  expect(await titles({ maxRank: 1 })).toEqual(['Fuite'])
  expect(await titles({ skillId: now.skills[0]?.skillId })).toEqual(['Fuite', 'Régulier'])
  const first = await backlog(planner, { limit: 1 })
  const second = await backlog(planner, { limit: 2, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items].map(({ workOrderId }) => workOrderId)).toEqual([
    now.id,
    regular.id,
    lost.id,
  ])
})

test('the browser judges a drag with the very numbers of the server', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const ana = await hire('Ana')
  await assign(await order(), ana.id, at('10:00'))
  const work = await order({ windows: [{ from: at('08:00'), until: at('12:00') }] })
  const { problem, plan, names, estimate } = await read(planner, (tx) => getProblem(tx, day))
  // As a browser has it: through JSON, with the tables it estimates itself.
  const input = JSON.parse(JSON.stringify(problem)) as ProblemInput
  const points = input.locations.map(({ latitude = 0, longitude = 0 }) => ({ latitude, longitude }))
  const built = buildProblem({ ...input, travel: [estimateTravel(points, estimate ?? {})] })
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  expect(names[seatOf(work)]).toBe('Contrôle · Piscine Éclair')
  for (const time of ['07:30', '08:30', '09:10', '10:30', '10:50', '11:00', '11:30']) {
    const here = verdict(built.problem, plan as unknown as Plan, {
      visit: seatOf(work),
      technician: ana.id,
      start: Date.parse(at(time)) / 1000,
    })
    const question = { positionId: seatOf(work), technicianId: ana.id, startsAt: at(time) }
    const there = await read(planner, (tx) => checkPlacement(tx, question))
    expect([time, here.refusals.map(({ rule }) => rule)]).toEqual([
      time,
      there.reasons.map(({ rule }) => rule),
    ])
  }
})

test('candidates come best first, and the others with every reason', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const near = await hire('Près')
  await hire('Loin', { homePosition: { latitude: 48.95, longitude: 2.5 } })
  const novice = await hire('Novice', { skills: [] })
  await assign(await order(), near.id, at('08:30'))
  const work = await order()
  const { items, refused } = await read(planner, (tx) =>
    getCandidates(tx, { ...day, workOrderId: work.id, limit: 10 }),
  )
  expect(items[0]).toMatchObject({
    technicianName: 'Près',
    positionId: seatOf(work),
    addedTravelSeconds: 0,
  })
  expect(items.some(({ technicianName }) => technicianName === 'Loin')).toBe(true)
  expect(refused).toMatchObject([
    { technicianId: novice.id, reasons: [{ rule: 'skills', missing: [{ level: 2, held: 0 }] }] },
  ])
  const [best] = items
  if (!best) throw new Error('no candidate')
  await assign(work, best.technicianId, best.startsAt)
})

test('a candidate for work without a duration is not made up', async () => {
  const { hire, order, planner } = await plannedCompany(testing)
  await hire('Ana')
  const work = await order({ durationMinutes: null })
  const answer = await read(planner, (tx) =>
    getCandidates(tx, { ...day, workOrderId: work.id, limit: 10 }),
  )
  expect(answer).toEqual({ items: [], refused: [], gaps: ['no_duration'] })
})

test('a policy with unknown or impossible parts is refused with all its faults', async () => {
  const { planner } = await plannedCompany(testing)
  const refusal = await act(planner, createPolicy, {
    name: 'Nuit',
    policy: { version: 1, rules: { bufers: { on: true } }, objectives: { speed: {} }, extra: 1 },
  }).catch((error) => error)
  expect(refusal.faults.map(({ path }: { path: string }) => path)).toEqual([
    'body.policy.extra',
    'body.policy.rules.bufers',
    'body.policy.objectives.speed',
  ])
})

test('a policy of the house rules what may be done, once it is chosen', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const ana = await hire('Ana')
  await act(planner, createPolicy, {
    name: 'Sans battement',
    policy: { version: 1, extends: 'Balanced', rules: { buffers: { on: false } } },
  })
  await assign(await order(), ana.id, at('10:00'))
  const work = await order()
  await expect(assign(work, ana.id, at('10:45'))).rejects.toMatchObject({
    code: 'override_needed',
  })
  const settings = await read(planner, readSettings)
  await act(planner, updateSettings, { ...settings, policy: 'Sans battement' })
  await expect(assign(work, ana.id, at('10:45'))).resolves.toMatchObject({ state: 'offered' })
  await expect(
    act(planner, updateSettings, { ...settings, policy: 'Distance' }),
  ).rejects.toMatchObject({ code: 'stale_version' })
})

test('the board and the problem are sent as they are, exactly what the contract says; a bar tells what its assignment tells', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const [ana, bob] = [await hire('Ana'), await hire('Bob')]
  const seat = { skills: [], certificationKindIds: [], mandatory: true, positionIds: [] }
  const positions = [{ ...seat, label: 'Son "façade"', headcount: 3 }]
  const crew = await order({ title: 'Montage \\ balances', positions })
  const visit = await assign(await order({ priorityId: null }), ana.id, at('09:00'))
  const seats = [
    await assign(crew, ana.id, at('11:00'), true),
    await act(planner, createAssignment, {
      ...{
        positionId: seatOf(crew, 1),
        technicianId: bob.id,
        startsAt: at('11:00'),
        locked: false,
      },
    }),
  ]
  await act(planner, publishPlan, { ...day, technicianIds: null })
  await act(planner, moveAssignment, {
    ...{ assignmentId: visit.id, version: visit.version + 1, startsAt: at('08:30') },
  })
  const [sent, shown, alone, problem] = await read(planner, async (tx) => [
    JSON.parse((await getBoardJson(tx, day)).toString()),
    await getBoard(tx, day),
    await labelledById(
      tx,
      [visit, ...seats].map(({ id }) => id),
    ),
    await getProblem(tx, day),
  ])
  expect(toldBoard.parse(sent)).toMatchObject(sent)
  expect(board.parse(shown)).toEqual(shown)
  expect(shown.bars).toMatchObject(JSON.parse(JSON.stringify(alone)))
  expect(boardProblem.parse(JSON.parse(JSON.stringify(problem)))).toBeTruthy()
})
