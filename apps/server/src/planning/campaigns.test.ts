import { templateDraft } from '@regie/contract/catalog'
import { contractDraft } from '@regie/contract/contracts'
import { clearingDraft, handoverDraft, roundDraft } from '@regie/contract/planning-campaigns'
import { seriesDraft } from '@regie/contract/series'
import { describe, expect, test } from 'vitest'
import { createTemplate } from '../catalog/index.ts'
import { sql } from '../platform/db/sql.ts'
import { at, plannedCompany } from '../testing/planned-company.ts'
import { useWork } from '../testing/work.ts'
import {
  cancelWorkOrder,
  createContract,
  createSeries,
  findWorkOrder,
} from '../work-orders/index.ts'
import { applyCampaign, startHandover, startRound, undoCampaign } from './commands/campaigns.ts'
import { startClearing } from './commands/clear-days.ts'
import { releaseWork } from './commands/release-work.ts'
import { beginRun, storeProposal } from './commands/runs.ts'
import { otherDays } from './engine/other-days.ts'
import { getLoadAhead } from './queries/load-ahead.ts'
import { liveOnWorkOrders } from './store/assignments.ts'
import { findCampaign } from './store/campaigns.ts'
import { runWindows } from './store/clearings.ts'

const testing = useWork({ queue: true })
const { act, read } = testing
const MONDAY = '2026-11-23'

const emptyProposal = {
  assigned: 1,
  unassigned: [],
  kilometres: 0,
  travelMinutes: 0,
  kilometresBefore: 0,
  technicians: [],
  changed: 0,
  late: { before: 0, after: 0 },
  overtimeMinutes: 0,
  cost: {},
  costBefore: {},
  travel: { source: 'haversine' as const, fallback: false },
}

describe('a technician who leaves', () => {
  test('hands visits and wishes on as one, and takes them back as one', async () => {
    const company = await plannedCompany(testing)
    const { hire, order, assign, planner, client, site } = company
    const [ana, ben] = [await hire('Ana'), await hire('Ben')]
    const work = await order({ title: 'Passage' })
    const held = await assign(work, ana.id, at('09:00'))
    const contract = await act(
      planner,
      createContract,
      contractDraft.parse({ name: 'Entretien', clientId: client.id, startsOn: '2026-11-01' }),
    )
    const draft = seriesDraft.parse({
      siteId: site.id,
      work: { title: 'Entretien', durationMinutes: 60 },
      rule: {
        startsOn: '2026-11-01',
        seasons: [{ rhythm: { kind: 'weekly', every: 1, weekdays: [1] } }],
      },
      preferredTechnicianId: ana.id,
    })
    const { items } = await act(planner, createSeries, {
      contractId: contract.id,
      draft,
      otherSiteIds: [],
    })
    const campaign = await act(
      planner,
      startHandover,
      handoverDraft.parse({
        technicianId: ana.id,
        preferredToId: ben.id,
        from: MONDAY,
        until: MONDAY,
      }),
    )
    expect(campaign).toMatchObject({ kind: 'handover', visits: 1, staying: 0, series: 1 })
    const runId = campaign.runId ?? ''
    await act(planner, beginRun, { runId })
    const from = {
      technicianId: ana.id,
      technicianName: 'Ana',
      startsAt: held.startsAt,
      endsAt: held.endsAt,
    }
    const move = {
      positionId: held.positionId,
      workOrderId: work.id,
      reference: work.reference,
      title: work.title,
      siteName: site.name,
      assignmentId: held.id,
      assignmentVersion: held.version,
      from,
      to: { ...from, technicianId: ben.id, technicianName: 'Ben' },
      published: false,
      confirmed: false,
      clientConfirmed: false,
      known: null,
      appliedAt: null,
    }
    await act(planner, storeProposal, { runId, proposal: { ...emptyProposal, moves: [move] } })
    const holder = async () =>
      (await read(planner, (tx) => liveOnWorkOrders(tx, [work.id])))[0]?.technicianId
    const wish = () =>
      testing.rows(planner, async (rows) => {
        const found = await rows.rows(
          sql<{
            id: string
          }>`select preferred_technician_id as id from work_orders.v_series_visits limit 1`,
        )
        return found[0]?.id
      })
    const named = { campaignId: campaign.id }
    await act(planner, applyCampaign, { ...named, skipOvertaken: false })
    expect([await holder(), await wish()]).toEqual([ben.id, ben.id])
    expect(await act(planner, undoCampaign, named)).toMatchObject({ state: 'undone' })
    expect([await holder(), await wish()]).toEqual([ana.id, ana.id])
    expect(items).toHaveLength(1)
  })
})

test('a round makes its work at every site, and takes it back', async () => {
  const { planner, site } = await plannedCompany(testing)
  const template = await act(
    planner,
    createTemplate,
    templateDraft.parse({ name: 'Ouverture', durationMinutes: 90 }),
  )
  const campaign = await act(
    planner,
    startRound,
    roundDraft.parse({
      name: 'Ouverture 2027',
      templateId: template.id,
      siteIds: [site.id],
      from: MONDAY,
      until: '2026-11-27',
    }),
  )
  const { workOrderIds } = (await read(planner, (tx) => findCampaign(tx, campaign.id))) ?? {}
  const made = () => read(planner, (tx) => findWorkOrder(tx, workOrderIds?.[0] ?? ''))
  expect(await made()).toMatchObject({
    title: 'Ouverture 2027',
    templateId: template.id,
    windows: [{ from: '2026-11-22T23:00:00.000Z', until: '2026-11-27T23:00:00.000Z' }],
  })
  await act(planner, undoCampaign, { campaignId: campaign.id })
  expect(await made()).toMatchObject({ status: 'cancelled' })
})

test('work that is called off lets go of whoever is on it', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const work = await order({ title: 'Annulée' })
  await assign(work, ana.id, at('09:00'))
  expect(await act(planner, releaseWork, { workOrderIds: [work.id] })).toBe(0)

  const { version } = (await read(planner, (tx) => findWorkOrder(tx, work.id))) ?? { version: 0 }
  await act(planner, cancelWorkOrder, { workOrderId: work.id, version, reason: '' })
  expect(await act(planner, releaseWork, { workOrderIds: [work.id] })).toBe(1)
  expect(await read(planner, (tx) => liveOnWorkOrders(tx, [work.id]))).toEqual([])
  expect(await read(planner, (tx) => findWorkOrder(tx, work.id))).toMatchObject({
    status: 'cancelled',
  })
})

test('the load ahead counts what is asked, what series add, and who is there', async () => {
  const { planner, client, site, hire, order } = await plannedCompany(testing)
  await hire('Ana')
  // Callable from midnight to 23:00, and yet to be given no more than his nine hours; Ana no more than a week's 48.
  const allDay = { start: '00:00', end: '23:00' }
  const weeklyShifts = [1, 2, 3, 4].map((weekday) => ({ ...allDay, weekday }))
  await hire('Bob', { weeklyShifts, maxDaySeconds: 9 * 3600 })
  await order({ title: 'Sans date', windows: [], durationMinutes: 90 })
  const contract = await act(
    planner,
    createContract,
    contractDraft.parse({ name: 'Entretien', clientId: client.id, startsOn: '2026-11-01' }),
  )
  await act(planner, createSeries, {
    contractId: contract.id,
    otherSiteIds: [],
    draft: seriesDraft.parse({
      siteId: site.id,
      work: { title: 'Entretien', durationMinutes: 60, positions: [{ headcount: 2 }] },
      rule: {
        startsOn: '2026-11-01',
        seasons: [{ rhythm: { kind: 'weekly', every: 1, weekdays: [3] } }],
      },
    }),
  })
  const load = await read(planner, (tx) => getLoadAhead(tx, { weeks: 12 }))
  expect(load.weeks).toHaveLength(12)
  expect(load.undatedMinutes).toBe(90)
  expect(load.weeks[2]).toMatchObject({ monday: '2026-11-30', askedMinutes: 120, seriesMinutes: 0 })
  expect(load.weeks[11]).toMatchObject({ askedMinutes: 0, seriesMinutes: 120 })
  expect(load.weeks[1]?.availableMinutes).toBe((48 + 4 * 9) * 60)
})

describe('days that are emptied', () => {
  const closed = {
    ...{ from: '2026-03-25', until: '2026-03-27', before: 1, after: 2 },
    timeZone: 'Europe/Paris',
  }

  test.each([
    [
      'at its hours of the clock, also after a change of clocks',
      [{ from: '2026-03-25T08:00:00.000Z', until: '2026-03-25T11:00:00.000Z' }],
      [
        ['2026-03-24T08:00:00.000Z', '2026-03-24T11:00:00.000Z'],
        ['2026-03-28T08:00:00.000Z', '2026-03-28T11:00:00.000Z'],
        ['2026-03-29T07:00:00.000Z', '2026-03-29T10:00:00.000Z'],
      ],
    ],
    [
      'at any time of the days around',
      [],
      [
        ['2026-03-23T23:00:00.000Z', '2026-03-24T23:00:00.000Z'],
        ['2026-03-27T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
      ],
    ],
  ])('work may be done %s', (_, windows, expected) => {
    const found = otherDays(windows, closed)
    expect(found.map(({ from, until }) => [from, until])).toEqual(expected)
  })

  test('the visits go to the days around with their hours, pinned ones stay, and all comes back', async () => {
    const { planner, hire, order, assign } = await plannedCompany(testing)
    const [ana, ben] = [await hire('Ana'), await hire('Ben')]
    const morning = [{ from: at('09:00'), until: at('12:00') }]
    const work = await order({ title: 'Passage', windows: morning })
    const held = await assign(work, ana.id, at('09:00'))
    const pinned = await order({ title: 'Épinglé' })
    await assign(pinned, ben.id, at('09:00'), true)
    const draft = { name: 'Fermeture', from: MONDAY, until: MONDAY, before: 0, after: 2 }
    const campaign = await act(planner, startClearing, clearingDraft.parse(draft))
    expect(campaign).toMatchObject({ kind: 'clearing', visits: 1, staying: 1, state: 'preview' })
    const windowsOf = async () =>
      (await read(planner, (tx) => findWorkOrder(tx, work.id)))?.windows.map(({ from }) =>
        new Date(from).toISOString(),
      )
    const before = await windowsOf()
    const runId = campaign.runId ?? ''
    const hours = await read(planner, (tx) => runWindows(tx, runId))
    expect(hours?.[work.id]?.map(({ from }) => from)).toEqual([
      '2026-11-24T08:00:00.000Z',
      '2026-11-25T08:00:00.000Z',
    ])
    expect(await windowsOf()).toEqual(before)
    await act(planner, beginRun, { runId })
    const { startsAt: heldFrom, endsAt: heldUntil } = held
    const from = {
      ...{ technicianId: ana.id, technicianName: 'Ana' },
      ...{ startsAt: heldFrom, endsAt: heldUntil },
    }
    const to = { startsAt: at('09:00', '2026-11-24'), endsAt: at('10:00', '2026-11-24') }
    const move = {
      ...{ positionId: held.positionId, workOrderId: work.id, reference: work.reference },
      ...{ title: work.title, siteName: '', assignmentId: held.id, clientConfirmed: false },
      ...{
        assignmentVersion: held.version,
        published: false,
        confirmed: false,
        known: null,
        appliedAt: null,
      },
      from,
      to: { ...from, ...to },
    }
    await act(planner, storeProposal, { runId, proposal: { ...emptyProposal, moves: [move] } })
    const named = { campaignId: campaign.id }
    const startsAt = async () =>
      (await read(planner, (tx) => liveOnWorkOrders(tx, [work.id])))[0]?.startsAt
    await act(planner, applyCampaign, { ...named, skipOvertaken: false })
    expect([await startsAt(), await windowsOf()]).toEqual([
      '2026-11-24T08:00:00.000Z',
      ['2026-11-24T08:00:00.000Z', '2026-11-25T08:00:00.000Z'],
    ])
    expect(await act(planner, undoCampaign, named)).toMatchObject({ state: 'undone' })
    expect([await startsAt(), await windowsOf()]).toEqual([held.startsAt, before])
  })

  test('with the days around it is 31 days at most', async () => {
    const { planner } = await plannedCompany(testing)
    const draft = { name: 'Été', from: '2026-12-01', until: '2026-12-20', before: 10, after: 10 }
    await expect(act(planner, startClearing, clearingDraft.parse(draft))).rejects.toMatchObject({
      faults: [{ path: 'until', got: '40' }],
    })
  })
})
