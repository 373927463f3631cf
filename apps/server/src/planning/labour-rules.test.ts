import type { Id } from '@regie/contract/kernel'
import { agreements, labourRules } from '@regie/contract/labour-rules'
import { reasonSentence } from '@regie/contract/planning-reasons'
import { expect, test } from 'vitest'
import { concert } from '../testing/concert.ts'
import { at } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import { createAssignment } from './commands/assign.ts'
import { setLabour } from './commands/labour-rules.ts'
import { nightsOf, quotaReason, shortRests, strictestOf } from './engine/labour.ts'
import { getCandidates } from './queries/ask-rules.ts'
import { getLabour } from './queries/labour.ts'

const testWork = useWork()
const { act, read } = testWork
const zone = 'Europe/Paris'
const { event, labour_code: code } = agreements
const span = (from: string, until: string) => ({ from: Date.parse(from), until: Date.parse(until) })
const subject = { visit: 'seat', technician: 'ana', timeZone: zone }

test('rests between days are counted, in the week and in any seven days', () => {
  const nights = ['23', '24', '25', '26'].map((day) =>
    span(`2026-11-${day}T08:00:00Z`, `2026-11-${day}T22:00:00Z`),
  )
  expect(shortRests(nights, event.rules, zone).map(({ date, seconds }) => [date, seconds])).toEqual(
    [
      ['2026-11-24', 36_000],
      ['2026-11-25', 36_000],
      ['2026-11-26', 36_000],
    ],
  )
  const [first, second, third, fourth] = nights as [never, never, never, never]
  expect(quotaReason(third, [first, second, third], event.rules, subject)).toBeNull()
  expect(quotaReason(fourth, nights, event.rules, subject)).toMatchObject({
    rule: 'daily-rest',
    count: 3,
    limit: 2,
    days: 'week',
  })
  expect(quotaReason(first, nights, event.rules, subject)).toMatchObject({ count: 3 })
  const loose = { ...event.rules, shortRest: { minutes: 540, perWeek: 7, perSevenDays: 2 } }
  expect(quotaReason(fourth, nights, loose, subject)).toMatchObject({ days: 'seven', limit: 2 })
  expect(quotaReason(fourth, nights, code.rules, subject)).toBeNull()
})

test('of several agreements the strictest figures hold, and nights are those of the wall clock', () => {
  const both = strictestOf([event.rules, agreements.tour.rules])
  expect(both).toMatchObject({
    dayMinutes: 720,
    spanMinutes: 780,
    restMinutes: 660,
    shortRest: null,
  })
  const [, winter] = nightsOf('2026-10-24', event.rules.night, zone)
  expect(((winter?.end ?? 0) - (winter?.start ?? 0)) / 3600).toBe(8)
  const said = labourRules.safeParse({
    ...event.rules,
    shortRest: { minutes: 700, perWeek: 2, perSevenDays: 3 },
  })
  expect(said.error?.issues).toMatchObject([{ path: ['shortRest', 'minutes'] }])
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
