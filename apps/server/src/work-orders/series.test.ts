import { contractDraft } from '@regie/contract/contracts'
import type { Rhythm } from '@regie/contract/recurrence'
import { type SeriesDraft, seriesDraft } from '@regie/contract/series'
import { describe, expect, test } from 'vitest'
import { createTemplate } from '../catalog/index.ts'
import { poolCompany } from '../testing/pool-company.ts'
import { useWork } from '../testing/work.ts'
import {
  createContract,
  endContract,
  pauseContract,
  resumeContract,
  updateContract,
} from './commands/contracts.ts'
import { changeSeries, createSeries, endSeries, previewSeriesChange } from './commands/series.ts'
import { makeBatchOfVisits } from './commands/series-settings.ts'
import { moveVisit, restoreVisit, skipVisit } from './commands/visits.ts'
import { warnOfRenewals } from './commands/warn-of-renewals.ts'
import { updateWorkOrder } from './commands/work-orders.ts'
import { getContract, getSeriesOfWorkOrder, listVisits } from './queries/series.ts'
import { getWorkOrder } from './queries/work-orders.ts'

const { act, read, told, clock } = useWork()
const mondays: Rhythm = { kind: 'weekly', every: 1, weekdays: [1] }

// Today is Saturday 21 November 2026: the horizon of eight weeks ends on 16 January 2027.
async function company() {
  const pool = await poolCompany({ act })
  const contract = await act(
    pool.planner,
    createContract,
    contractDraft.parse({
      name: 'Entretien annuel',
      clientId: pool.client.id,
      startsOn: '2026-11-01',
      renewsOn: '2027-01-10',
    }),
  )
  const draft = (rhythm: Rhythm, rule = {}, work = {}): SeriesDraft =>
    seriesDraft.parse({
      siteId: pool.site.id,
      work: {
        title: 'Entretien',
        durationMinutes: 60,
        priorityId: pool.regular.id,
        skills: [{ skillId: pool.skill.id, level: 2 }],
        ...work,
      },
      rule: { startsOn: '2026-11-02', seasons: [{ rhythm }], ...rule },
    })
  const add = async (one: SeriesDraft) => {
    const { items } = await act(pool.planner, createSeries, {
      contractId: contract.id,
      draft: one,
      otherSiteIds: [],
    })
    const [series] = items
    if (!series) throw new Error('no series was made')
    return series
  }
  const visits = async (seriesId: string, until = '2027-01-16') =>
    (await read(pool.planner, (tx) => listVisits(tx, { seriesId, from: '2026-11-01', until })))
      .items
  const days = async (seriesId: string) => (await visits(seriesId)).map(({ on }) => on)
  const order = async (workOrderId: string | null) =>
    await read(pool.planner, (tx) => getWorkOrder(tx, workOrderId ?? ''))
  return { ...pool, contract, draft, add, visits, days, order }
}

describe('a series', () => {
  test('makes its visits ahead, once: a second night changes nothing', async () => {
    const { planner, add, draft, visits, order } = await company()
    const series = await add(draft(mondays, { time: { start: '14:15', end: '15:30' } }))
    const made = await visits(series.id)
    expect(made.map(({ on }) => on)).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
      '2026-12-21',
      '2026-12-28',
      '2027-01-04',
      '2027-01-11',
    ])
    expect((await order(made[0]?.workOrderId ?? null)).windows).toEqual([
      { from: '2026-11-23T13:15:00.000Z', until: '2026-11-23T14:30:00.000Z' },
    ])
    expect(await act(planner, makeBatchOfVisits, undefined)).toEqual({ series: 0, visits: 0 })
    clock.now += 7 * 86_400_000
    const nights = await Promise.all([
      act(planner, makeBatchOfVisits, undefined),
      act(planner, makeBatchOfVisits, undefined),
    ])
    clock.now -= 7 * 86_400_000
    expect(nights.reduce((sum, night) => sum + night.visits, 0)).toBe(1)
    expect((await told(planner)).filter(({ name }) => name === 'visits_made')).toHaveLength(2)
  })

  test('hands on everything that is asked: template with its forms, skills, seats, parts, contact', async () => {
    const { planner, skill, add, draft, visits, order } = await company()
    const template = await act(planner, createTemplate, {
      name: 'Ouverture',
      nature: 'entretien',
      category: 'seasonal',
      durationMinutes: 90,
      priorityId: null,
      skills: [],
      certificationKindIds: [],
      requiredProducts: [],
      equipment: [],
      positions: [],
      instructions: '',
      formIds: [],
    })
    const series = await add(
      draft(
        mondays,
        {},
        {
          templateId: template.id,
          description: 'Rincer le filtre',
          requiredProducts: [{ label: 'Chlore', quantity: 2, unit: 'kg' }],
          positions: [
            { label: 'Chef', headcount: 1 },
            { label: 'Aide', headcount: 2 },
          ],
          contact: { name: 'Gardien', phone: '06 00 00 00 00' },
        },
      ),
    )
    const [first] = await visits(series.id)
    const made = await order(first?.workOrderId ?? null)
    expect(made).toMatchObject({
      status: 'qualified',
      category: 'recurrent',
      templateId: template.id,
      description: 'Rincer le filtre',
      durationMinutes: 60,
      skills: [{ skillId: skill.id, level: 2 }],
      requiredProducts: [{ label: 'Chlore', quantity: 2, unit: 'kg' }],
      contact: { name: 'Gardien' },
      gaps: [],
    })
    expect(made.positions.map(({ label, headcount }) => [label, headcount])).toEqual([
      ['Chef', 1],
      ['Aide', 2],
    ])
  })

  test('refuses what never comes, and hours too short, all at once', async () => {
    const { draft } = await company()
    const bad = {
      ...draft(mondays),
      rule: {
        startsOn: '2026-01-01',
        time: { start: '08:00', end: '08:30' },
        seasons: [{ rhythm: { kind: 'yearly', month: 2, day: 30 } }, { rhythm: mondays }],
      },
    }
    const { error } = seriesDraft.safeParse(bad)
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'rule.time.end',
      'rule.seasons.0.rhythm',
    ])
  })
})

describe('exceptions', () => {
  test('are kept when all visits are edited, each in its week', async () => {
    const { planner, add, draft, visits, order } = await company()
    const series = await add(draft(mondays))
    const named = { seriesId: series.id }
    await act(planner, skipVisit, { ...named, occursOn: '2026-12-21', reason: 'Fermé' })
    await act(planner, moveVisit, {
      ...named,
      occursOn: '2026-12-07',
      on: '2026-12-10',
      time: null,
    })
    const byHand = await order(
      (await visits(series.id)).find(({ on }) => on === '2026-11-30')?.workOrderId ?? null,
    )
    await act(planner, updateWorkOrder, {
      workOrderId: byHand.id,
      version: byHand.version,
      draft: { ...byHand, title: 'Avec le client' },
    })
    const edit = {
      ...named,
      version: 1,
      scope: 'all' as const,
      from: null,
      draft: draft({ kind: 'weekly', every: 1, weekdays: [2] }, {}, { description: 'Nouveau' }),
    }
    const preview = await act(planner, previewSeriesChange, edit)
    expect(preview).toEqual({ kept: 3, changed: 0, moved: 5, made: 0, removed: 0 })
    const { change } = await act(planner, changeSeries, edit)
    expect(change).toEqual(preview)
    const after = await visits(series.id)
    expect(after.map(({ on, exception }) => [on, exception])).toEqual([
      ['2026-11-24', null],
      ['2026-11-30', 'changed'],
      ['2026-12-10', 'moved'],
      ['2026-12-15', null],
      ['2026-12-22', 'skipped'],
      ['2026-12-29', null],
      ['2027-01-05', null],
      ['2027-01-12', null],
    ])
    expect(await order(after[0]?.workOrderId ?? null)).toMatchObject({ description: 'Nouveau' })
    expect(await order(byHand.id)).toMatchObject({ title: 'Avec le client', description: '' })
    await expect(act(planner, changeSeries, edit)).rejects.toMatchObject({ code: 'stale_version' })
  })

  test('can be put back; a skipped visit that was never made is made then', async () => {
    const { planner, add, draft, visits, order } = await company()
    const series = await add(draft(mondays))
    const named = { seriesId: series.id, occursOn: '2026-12-07' }
    const workOrderId = (await visits(series.id))[2]?.workOrderId ?? null
    await act(planner, skipVisit, { ...named, reason: '' })
    expect(await order(workOrderId)).toMatchObject({ status: 'cancelled' })
    expect(await act(planner, restoreVisit, named)).toMatchObject({ exception: null, workOrderId })
    expect(await order(workOrderId)).toMatchObject({ status: 'qualified', cancelReason: '' })
    const far = { seriesId: series.id, occursOn: '2027-02-01' }
    await act(planner, skipVisit, { ...far, reason: '' })
    await act(planner, moveVisit, {
      seriesId: series.id,
      occursOn: '2027-02-08',
      on: '2027-01-14',
      time: { start: '08:00', end: '09:00' },
    })
    const soon = (await visits(series.id)).at(-1)
    expect(soon).toMatchObject({ occursOn: '2027-02-08', on: '2027-01-14', exception: 'moved' })
    expect((await order(soon?.workOrderId ?? null)).windows[0]?.from).toBe(
      '2027-01-14T07:00:00.000Z',
    )
    expect(
      (await visits(series.id, '2027-02-28')).map(({ on, exception }) => [on, exception]).slice(-5),
    ).toEqual([
      ['2027-01-18', null],
      ['2027-01-25', null],
      ['2027-02-01', 'skipped'],
      ['2027-02-15', null],
      ['2027-02-22', null],
    ])
    await expect(
      act(planner, skipVisit, { seriesId: series.id, occursOn: '2027-02-02', reason: '' }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  test('of the following visits go over to the series that takes them', async () => {
    const { planner, add, draft, days, visits } = await company()
    const series = await add(draft({ kind: 'weekly', every: 2, weekdays: [1] }))
    expect(await days(series.id)).toEqual(['2026-11-30', '2026-12-14', '2026-12-28', '2027-01-11'])
    await act(planner, skipVisit, { seriesId: series.id, occursOn: '2026-12-28', reason: '' })
    const { series: next, change } = await act(planner, changeSeries, {
      seriesId: series.id,
      version: 1,
      scope: 'following',
      from: '2026-12-14',
      draft: draft({ kind: 'weekly', every: 2, weekdays: [3] }),
    })
    expect(next).toMatchObject({ followsId: series.id, version: 1 })
    expect(change).toEqual({ kept: 1, changed: 0, moved: 2, made: 0, removed: 0 })
    expect(await days(series.id)).toEqual(['2026-11-30'])
    expect((await visits(next.id)).map(({ on, exception }) => [on, exception])).toEqual([
      ['2026-12-16', null],
      ['2026-12-30', 'skipped'],
      ['2027-01-13', null],
    ])
  })
})

describe('a contract', () => {
  test('warns before its renewal, sleeps, wakes and ends; its visits follow', async () => {
    const { planner, contract, add, draft, days, visits } = await company()
    expect(contract).toMatchObject({ reference: 'C-2026-001', state: 'running', renewal: 'soon' })
    const series = await add(draft(mondays))
    const named = { contractId: contract.id }
    const asleep = await act(planner, pauseContract, {
      ...named,
      version: 1,
      from: '2026-12-01',
      until: '2026-12-31',
    })
    expect(asleep).toMatchObject({ version: 2, openVisits: 4 })
    expect(await days(series.id)).toEqual(['2026-11-23', '2026-11-30', '2027-01-04', '2027-01-11'])
    const awake = await act(planner, resumeContract, { ...named, version: 2 })
    expect(awake).toMatchObject({ openVisits: 8, pausedFrom: null })
    await act(planner, endContract, { ...named, version: 3, on: '2026-12-15', reason: 'Vendu' })
    expect((await visits(series.id)).at(-1)?.on).toBe('2026-12-14')
    const ended = await read(planner, (tx) => getContract(tx, contract.id))
    expect(ended).toMatchObject({ endsOn: '2026-12-15', endReason: 'Vendu', openVisits: 4 })
    const { clientName: _, ...known } = ended
    await act(planner, updateContract, { ...named, version: 4, draft: { ...known, endsOn: null } })
    expect(await days(series.id)).toHaveLength(8)
    await act(planner, endSeries, { seriesId: series.id, version: 1, on: '2026-11-24', reason: '' })
    expect(await days(series.id)).toEqual(['2026-11-23'])
  })

  test('is warned of once for each renewal date, from its notice on, with or without series', async () => {
    const { planner, contract, client } = await company()
    const later = { name: 'Plus tard', clientId: client.id, startsOn: '2026-11-01', noticeDays: 30 }
    await act(planner, createContract, contractDraft.parse({ ...later, renewsOn: '2026-12-22' }))
    const warned = async () => {
      await act(planner, warnOfRenewals, undefined)
      return (await told(planner)).flatMap(({ name, payload }) =>
        name === 'contract_renewal_due' ? [[payload.name, payload.renewsOn]] : [],
      )
    }
    expect(await warned()).toEqual([['Entretien annuel', '2027-01-10']])
    expect(await warned()).toHaveLength(1)
    clock.now += 86_400_000
    expect((await warned()).slice(1)).toEqual([['Plus tard', '2026-12-22']])
    const { clientName: _, ...known } = await read(planner, (tx) => getContract(tx, contract.id))
    await act(planner, updateContract, {
      contractId: contract.id,
      version: 1,
      draft: { ...known, renewsOn: '2027-01-15' },
    })
    expect((await warned()).slice(2)).toEqual([['Entretien annuel', '2027-01-15']])
    clock.now -= 86_400_000
  })

  test('names the visit that a work order is', async () => {
    const { planner, add, draft, visits, make } = await company()
    const series = await add(draft(mondays))
    const [first] = await visits(series.id)
    const its = await read(planner, (tx) => getSeriesOfWorkOrder(tx, first?.workOrderId ?? ''))
    expect(its).toMatchObject({ series: { id: series.id }, visit: { occursOn: '2026-11-23' } })
    const alone = await make()
    expect(await read(planner, (tx) => getSeriesOfWorkOrder(tx, alone.id))).toEqual({
      series: null,
      visit: null,
    })
  })

  test('keeps an edit and the night apart: both at once make each visit once', async () => {
    const { planner, add, draft, days } = await company()
    const series = await add(draft(mondays))
    clock.now += 28 * 86_400_000
    await Promise.all([
      act(planner, makeBatchOfVisits, undefined),
      act(planner, changeSeries, {
        seriesId: series.id,
        version: 1,
        scope: 'all',
        from: null,
        draft: draft({ kind: 'weekly', every: 1, weekdays: [4] }),
      }),
      act(planner, makeBatchOfVisits, undefined),
    ])
    clock.now -= 28 * 86_400_000
    const found = await days(series.id)
    expect(new Set(found).size).toBe(found.length)
    expect(found.filter((on) => on >= '2026-12-19')).toEqual([
      '2026-12-24',
      '2026-12-31',
      '2027-01-07',
      '2027-01-14',
    ])
  })
})
