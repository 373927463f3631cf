import type { Id } from '@regie/contract/kernel'
import {
  averageReason,
  heaviestAround,
  heaviestWith,
  nightReason,
  nightsOf,
  quotaReason,
  roomPerWeek,
  shortRests,
} from '@regie/contract/labour-hours'
import { agreements, labourRules } from '@regie/contract/labour-rules'
import { reasonSentence } from '@regie/contract/planning-reasons'
import { expect, test } from 'vitest'
import { concert } from '../testing/concert.ts'
import { at } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import { createAssignment } from './commands/assign.ts'
import { setLabour } from './commands/labour-rules.ts'
import { withMixes } from './engine/labour.ts'
import { rulesOfRun } from './engine/rulebook.ts'
import { calendarOf } from './local-days.ts'
import { getCandidates, getProblem } from './queries/ask-rules.ts'
import { checkPlacement } from './queries/judge-placement.ts'
import { getLabour } from './queries/labour.ts'
import { loadScene } from './queries/load-scene.ts'

const testWork = useWork()
const { act, read } = testWork
const zone = 'Europe/Paris'
const { event, labour_code: code } = agreements
const span = (from: string, until: string) => ({ from: Date.parse(from), until: Date.parse(until) })
const calendar = calendarOf(zone)
const asked = (hours: ReturnType<typeof span>, all: readonly ReturnType<typeof span>[]) => ({
  ...{ visit: 'seat', technician: 'ana', hours, otherWeeks: null },
  others: all.filter((one) => one !== hours),
})
const monday = (weeks: number) =>
  new Date(Date.parse('2026-11-23') + weeks * 7 * 86_400_000).toISOString().slice(0, 10)

test('rests between days are counted, in the week and in any seven days', () => {
  const nights = ['23', '24', '25', '26'].map((day) =>
    span(`2026-11-${day}T08:00:00Z`, `2026-11-${day}T22:00:00Z`),
  )
  expect(
    shortRests(nights, event.rules, calendar).map(({ date, seconds }) => [date, seconds]),
  ).toEqual([
    ['2026-11-24', 36_000],
    ['2026-11-25', 36_000],
    ['2026-11-26', 36_000],
  ])
  const [first, second, third, fourth] = nights as [never, never, never, never]
  expect(quotaReason(asked(third, [first, second, third]), event.rules, calendar)).toBeNull()
  expect(quotaReason(asked(fourth, nights), event.rules, calendar)).toMatchObject({
    rule: 'daily-rest',
    count: 3,
    limit: 2,
    days: 'week',
  })
  expect(quotaReason(asked(first, nights), event.rules, calendar)).toMatchObject({ count: 3 })
  const loose = { ...event.rules, shortRest: { minutes: 540, perWeek: 7, perSevenDays: 2 } }
  expect(quotaReason(asked(fourth, nights), loose, calendar)).toMatchObject({
    days: 'seven',
    limit: 2,
  })
  expect(quotaReason(asked(fourth, nights), code.rules, calendar)).toBeNull()
})

test('of several agreements the strictest figures hold, and nights are those of the wall clock', () => {
  const mixes = [{ rules: [event.rules, agreements.tour.rules], plain: true }]
  const policy = { version: 1, extends: 'DistanceAndSkills' } as const
  expect(withMixes(policy, mixes, { byHand: true, calendar }).rules).toMatchObject({
    workPerDay: { maxSeconds: 36_000 },
    span: { maxSeconds: 46_800 },
    dailyRest: { minSeconds: 39_600 },
  })
  const [, winter] = nightsOf('2026-10-24', event.rules.night, calendar)
  expect(((winter?.until ?? 0) - (winter?.from ?? 0)) / 3_600_000).toBe(8)
  const said = labourRules.safeParse({
    ...event.rules,
    shortRest: { minutes: 700, perWeek: 2, perSevenDays: 3 },
  })
  expect(said.error?.issues).toMatchObject([{ path: ['shortRest', 'minutes'] }])
})

test('who works at night twice in a week is held to eight hours then, and to none else', () => {
  const night = (day: string, hours: number) => ({
    from: Date.parse(`2026-11-${day}T18:00:00Z`),
    until: Date.parse(`2026-11-${day}T18:00:00Z`) + hours * 3_600_000,
  })
  const long = night('24', 9)
  const reasonFor = (some: readonly ReturnType<typeof span>[]) =>
    nightReason(asked(some[0] ?? long, some), code.rules, calendar)
  expect(reasonFor([long, night('25', 7)])).toMatchObject({
    ...{ rule: 'night-worker', value: 9 * 3600, limit: 8 * 3600, nights: 2 },
  })
  expect(reasonFor([night('25', 7), long])).toMatchObject({ value: 9 * 3600 })
  expect(reasonFor([long])).toBeNull()
  expect(reasonFor([long, night('25', 4)])).toBeNull()
  expect(reasonFor([long, night('30', 9)])).toBeNull()
  expect(reasonFor([span('2026-11-25T07:00:00Z', '2026-11-25T17:00:00Z'), long])).toBeNull()
})

test('forty-four hours hold over any twelve weeks in a row, those to come too', () => {
  const sums = new Map(Array.from({ length: 11 }, (_, rank) => [monday(rank + 1), 45 * 60]))
  sums.set(monday(-1), 10 * 60)
  const otherWeeks = heaviestWith(monday(0), sums)
  expect(otherWeeks).toEqual({ minutes: 495 * 60, since: monday(0) })
  const hours = span('2026-11-23T07:00:00Z', '2026-11-23T17:00:00Z')
  const rest = [24, 25, 26].map((day) =>
    span(`2026-11-${day}T07:00:00Z`, `2026-11-${day}T17:00:00Z`),
  )
  const reasonFor = (others: typeof rest) =>
    averageReason({ ...asked(hours, [hours, ...others]), otherWeeks }, code.rules, calendar)
  expect(reasonFor(rest.slice(0, 2))).toBeNull()
  expect(reasonFor(rest)).toMatchObject({ rule: 'average-week', limit: 158_400, value: 160_500 })
  // Nobody planned for the week itself: eleven of forty-five are the most around it.
  expect(heaviestAround([monday(0)], sums)).toEqual({ minutes: 41.25 * 60, since: monday(0) })
  expect(roomPerWeek([monday(0)], sums, 44 * 60)).toBe(33 * 60)
  // Two of the twelve to plan: what ten others leave, for each.
  expect(roomPerWeek([monday(0), monday(1)], sums, 44 * 60)).toBe(39 * 60)
})

/** Ten hours and three quarters of work for whoever takes both seats. */
async function longDay() {
  const show = await concert(testWork)
  const { planner, add, hire, projectId } = show
  await add('set_up', '09:00', '14:30')
  const { phases } = await add('show', '15:30', '20:45')
  const ana = await hire('Ana', {
    weeklyShifts: [{ weekday: 1, start: '06:00', end: '23:59' }],
  })
  const seat = (rank: number) => phases[rank]?.seats[0]?.positionId ?? ''
  const put = (positionId: Id, from: string) =>
    act(planner, createAssignment, {
      positionId,
      technicianId: ana.id,
      startsAt: at(from),
      locked: false,
    })
  const choose = (version: number, chosen: Parameters<typeof setLabour.run>[1]['chosen']) =>
    act(planner, setLabour, { projectId, version, chosen })
  return { ...show, ana, phases, seat, put, choose }
}

test('the agreement of the production judges before somebody is put there, and tells who breaks it', async () => {
  const { planner, projectId, phases, ana, seat, put, choose } = await longDay()
  await put(seat(0), '09:00')
  const candidates = () =>
    read(planner, (tx) =>
      getCandidates(tx, {
        workOrderId: phases[1]?.id ?? '',
        positionId: seat(1),
        from: at('15:30'),
        until: at('20:45'),
        limit: 10,
      }),
    )
  const refusedFor = async () =>
    (await candidates()).refused.flatMap(({ reasons }) => reasons.map(({ rule }) => rule))
  expect(await refusedFor()).toContain('work-per-day')
  const tighter = { ...event.rules, spanMinutes: 600 }
  await choose(0, { agreement: 'event', rules: event.rules })
  expect((await candidates()).items.map(({ technicianId }) => technicianId)).toContain(ana.id)
  await put(seat(1), '15:30')
  expect(await read(planner, (tx) => getLabour(tx, projectId))).toMatchObject({
    agreement: 'event',
    breaches: [],
  })
  const now = await choose(1, { agreement: 'event', rules: tighter })
  expect(now.breaches).toMatchObject([
    { technicianName: 'Ana', reason: { rule: 'span', limit: 36_000 } },
  ])
  await expect(choose(1, null)).rejects.toMatchObject({ code: 'stale_version' })
  const stranger = read(member('planner'), (tx) => getLabour(tx, projectId))
  await expect(stranger).rejects.toMatchObject({ code: 'not_found' })
})

test('work of another kind that day brings the stricter day, on the board, by hand and in a run', async () => {
  const { planner, ana, seat, put, choose, phases, order, assign, hire } = await longDay()
  const bob = await hire('Bob', { skills: [] })
  await choose(0, { agreement: 'event', rules: event.rules })
  await put(seat(0), '09:00')
  const range = { from: at('00:00'), until: at('00:00', '2026-11-24') }
  const ask = () =>
    read(planner, (tx) =>
      checkPlacement(tx, { positionId: seat(1), technicianId: ana.id, startsAt: at('15:30') }),
    )
  expect(await ask()).toMatchObject({ enforcement: 'allow' })
  const mixOf = async (technicianId: Id) => {
    const asking = { ...range, technicianIds: null, workOrderIds: phases.map(({ id }) => id) }
    const scene = await read(planner, (tx) => loadScene(tx, asking))
    const movable = new Set(asking.workOrderIds)
    const rules = await read(planner, (tx) => rulesOfRun(tx, null, scene, movable))
    return rules.mixOf?.(technicianId)
  }
  expect(await mixOf(ana.id)).toMatchObject({ plain: false, rules: [{ dayMinutes: 720 }] })
  await assign(await order({ durationMinutes: 20 }), ana.id, at('21:10'))
  expect(await ask()).toMatchObject({
    enforcement: 'block',
    reasons: [{ rule: 'work-per-day', limit: 36_000 }],
  })
  expect(await mixOf(ana.id)).toMatchObject({ plain: true, rules: [{ dayMinutes: 720 }] })
  expect(await mixOf(bob.id)).toMatchObject({ plain: false, rules: [{ dayMinutes: 720 }] })
  const { labour } = await read(planner, (tx) => getProblem(tx, range))
  expect(labour).toMatchObject({ rules: [{ dayMinutes: 720 }], weeks: {} })
  expect(labour.seats[seat(1)]).toBe(0)
  const candidates = await read(planner, (tx) =>
    getCandidates(tx, {
      ...{ workOrderId: phases[1]?.id ?? '', positionId: seat(1), limit: 10 },
      ...{ from: at('15:30'), until: at('20:45') },
    }),
  )
  const refused = candidates.refused.find(({ technicianId }) => technicianId === ana.id)
  expect(refused?.reasons.map(({ rule }) => rule)).toContain('work-per-day')
})

test('a rest reduced too often says how often and how much is allowed', () => {
  const words = { language: 'fr', timeZone: zone, names: {} } as const
  const reason = {
    ...{ rule: 'daily-rest', cause: 'quota', visit: 'seat', technician: 'ana' },
    ...{ count: 3, limit: 2, days: 'week', restSeconds: 34_200, minSeconds: 39_600 },
  }
  expect(reasonSentence(reason, words)).toBe(
    'Repos de 9 h 30 au lieu de 11 h 00 : 3 fois dans la semaine, au plus 2',
  )
})
