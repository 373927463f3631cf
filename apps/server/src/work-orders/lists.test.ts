import { describe, expect, test } from 'vitest'
import { poolCompany } from '../testing/pool-company.ts'
import { useWork } from '../testing/work.ts'
import { cancelWorkOrder } from './commands/moves.ts'
import { workOrdersToPlan } from './queries/work-orders.ts'
import { pageOfWorkOrders, type WorkOrderFilter } from './store/work-orders.ts'

const { act, read } = useWork()
const pool = () => poolCompany({ act })

type Pool = Awaited<ReturnType<typeof pool>>

describe('lists', () => {
  const titles = async (
    { planner }: Pick<Pool, 'planner'>,
    filter: Partial<WorkOrderFilter> = {},
  ) => {
    const query = { limit: 50, sort: 'recent' as const, ...filter }
    return (await read(planner, (tx) => pageOfWorkOrders(tx, query))).items.map(
      ({ title }) => title,
    )
  }

  test('are filtered and searched without accents, also by site and client', async () => {
    const here = await pool()
    const { make, urgent, nowhere, skill, client, planner } = here
    await make({
      title: 'Contrôle',
      windows: [{ from: '2026-11-25T08:00:00Z', until: '2026-11-25T12:00:00Z' }],
    })
    await make({
      title: 'Fuite',
      category: 'urgent',
      priorityId: urgent.id,
      siteId: nowhere.id,
      skills: [],
      dueAt: '2026-11-22T12:00:00Z',
    })
    const cancelled = await make({ title: 'Annulée' })
    await act(planner, cancelWorkOrder, { workOrderId: cancelled.id, version: 1, reason: '' })
    expect(await titles(here)).toEqual(['Annulée', 'Fuite', 'Contrôle'])
    expect(await titles(here, { status: ['qualified', 'planned'] })).toEqual(['Fuite', 'Contrôle'])
    expect(await titles(here, { category: 'urgent' })).toEqual(['Fuite'])
    expect(await titles(here, { priorityId: [urgent.id] })).toEqual(['Fuite'])
    expect(await titles(here, { gaps: 'some' })).toEqual(['Fuite'])
    expect(await titles(here, { gaps: 'none' })).toEqual(['Annulée', 'Contrôle'])
    expect(await titles(here, { skillId: skill.id })).toEqual(['Annulée', 'Contrôle'])
    expect(await titles(here, { siteId: nowhere.id })).toEqual(['Fuite'])
    expect(await titles(here, { clientId: client.id, search: 'CONTROLE' })).toEqual(['Contrôle'])
    expect(await titles(here, { search: 'eclair' })).toEqual(['Annulée', 'Contrôle'])
    expect(await titles(here, { search: 'mairie' })).toHaveLength(3)
    expect(await titles(here, { search: ' controle  ECLAIR mairie ' })).toEqual(['Contrôle'])
    expect(await titles(here, { search: 'controle nulle part' })).toEqual([])
    expect(await titles(here, { search: '%' })).toEqual([])
    expect(await titles(here, { search: 'T02' })).toEqual(['Fuite'])
    expect(await titles(here, { from: '2026-11-23', until: '2026-11-24' })).toEqual(['Annulée'])
    expect(await titles(here, { from: '2026-11-25', until: '2026-11-25' })).toEqual([
      'Annulée',
      'Contrôle',
    ])
  })

  test('the backlog has the most urgent first, page after page', async () => {
    const here = await pool()
    const { make, urgent, planner } = here
    await make({ title: '5 sans priorité', priorityId: null })
    await make({ title: '4 sans échéance' })
    await make({ title: '3 tard', dueAt: '2026-12-24T12:00:00Z' })
    await make({ title: '2 tôt', dueAt: '2026-11-24T12:00:00Z' })
    await make({ title: '1 urgent', priorityId: urgent.id })
    for (const sort of ['urgent', 'recent'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await read(planner, (tx) => pageOfWorkOrders(tx, { limit: 2, sort, cursor }))
        seen.push(...page.items.map(({ title }) => title.slice(0, 1)))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(seen).toEqual(['1', '2', '3', '4', '5'])
    }
  })
})

describe('what planning asks for', () => {
  test('is what may be done then, with every seat and all it needs', async () => {
    const { planner, make, skill, urgent } = await pool()
    const window = (from: string, until: string) => ({
      from: `2026-11-${from}:00Z`,
      until: `2026-11-${until}:00Z`,
    })
    await make({ title: 'libre' })
    await make({ title: 'jeudi', windows: [window('26T08:00', '26T12:00')] })
    await make({
      title: 'lundi ou vendredi',
      windows: [window('23T08:00', '23T12:00'), window('27T08:00', '27T12:00')],
    })
    await make({
      title: 'urgent',
      priorityId: urgent.id,
      positions: [
        {
          label: 'Chef',
          skills: [{ skillId: skill.id, level: 4 }],
          certificationKindIds: [],
          mandatory: true,
          headcount: 1,
          positionIds: [],
        },
        {
          label: 'Aide',
          skills: [],
          certificationKindIds: [],
          mandatory: false,
          headcount: 2,
          positionIds: [],
        },
      ],
    })
    const request = await make({ title: 'pas encore', durationMinutes: null })
    const plan = (more: object) =>
      read(planner, (tx) =>
        workOrdersToPlan(tx, {
          from: '2026-11-25T23:00:00Z',
          until: '2026-11-26T23:00:00Z',
          ...more,
        }),
      )
    const found = await plan({})
    expect(found.map(({ title, priorityRank }) => [title, priorityRank])).toEqual([
      ['urgent', 1],
      ['jeudi', 3],
      ['libre', 3],
    ])
    expect(found[0]?.seats).toMatchObject([
      { label: 'Chef', mandatory: true, skills: [{ skillId: skill.id, level: 4 }] },
      { label: 'Aide', mandatory: false, skills: [{ skillId: skill.id, level: 2 }] },
      { label: 'Aide' },
    ])
    expect((await plan({ ids: [request.id] })).map(({ gaps }) => gaps)).toEqual([['no_duration']])
    expect(await plan({ statuses: ['done'] })).toEqual([])
  })
})
