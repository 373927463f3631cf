import { projectDraft, type WorkOrderDraft, workOrderDraft } from '@regie/contract/work-orders'
import { describe, expect, test } from 'vitest'
import { newId } from '../platform/clock.ts'
import { poolCompany } from '../testing/pool-company.ts'
import { useWork } from '../testing/work.ts'
import { createProject } from './commands/projects.ts'
import { createWorkOrder, updateWorkOrder } from './commands/work-orders.ts'
import { getWorkOrder } from './queries/work-orders.ts'

const { act, read, told } = useWork()
const pool = () => poolCompany({ act })

describe('a work order', () => {
  test('comes back as it was given, with number, reference, state and where it is', async () => {
    const { planner, draft, asset, make } = await pool()
    const given = draft({
      assetIds: [asset.id],
      windows: [{ from: '2026-11-25T08:00:00+01:00', until: '2026-11-25T12:00:00+01:00' }],
      dueAt: '2026-11-30T12:00:00.000Z',
      requiredProducts: [{ label: 'Chlore', quantity: 2.5, unit: 'kg' }],
      contact: { name: 'Gardienne', phone: '01', email: '' },
    })
    const made = await act(planner, createWorkOrder, given)
    expect(made).toMatchObject({
      ...given,
      positions: [{ label: '', headcount: 1, mandatory: true, positionIds: [expect.any(String)] }],
      number: 1,
      reference: 'PROJ-2026-11-21-T01',
      status: 'qualified',
      gaps: [],
      siteName: 'Piscine Éclair',
      clientName: 'Mairie fictive',
      sitePosition: { latitude: 48.85, longitude: 2.35 },
      projectCode: null,
      version: 1,
    })
    expect(await make()).toMatchObject({ number: 2, reference: 'PROJ-2026-11-21-T02' })
    expect((await told(planner)).at(-1)).toMatchObject({
      name: 'work_order_created',
      payload: { reference: 'PROJ-2026-11-21-T02', status: 'qualified' },
    })
  })

  test('takes its reference from its project, and keeps it when it leaves', async () => {
    const { planner, draft } = await pool()
    const project = await act(
      planner,
      createProject,
      projectDraft.parse({ name: 'Festival', code: 'FESTIVAL-26' }),
    )
    const made = await act(planner, createWorkOrder, draft({ projectId: project.id }))
    expect(made).toMatchObject({ reference: 'FESTIVAL-26-T01', projectCode: 'FESTIVAL-26' })
    expect(
      await act(planner, updateWorkOrder, { workOrderId: made.id, version: 1, draft: draft() }),
    ).toMatchObject({ reference: 'FESTIVAL-26-T01', projectCode: null })
  })

  test('says what it lacks before it can be planned', async () => {
    const { nowhere, make } = await pool()
    expect(
      await make({ siteId: nowhere.id, durationMinutes: null, skills: [], priorityId: null }),
    ).toMatchObject({
      status: 'requested',
      gaps: ['no_position', 'no_duration', 'no_skill', 'no_priority'],
    })
    expect((await make({ skills: [], positions: [] })).gaps).toEqual(['no_skill'])
  })

  test('keeps the ids of the seats that are sent back, and names those that went', async () => {
    const { planner, draft } = await pool()
    const group = {
      label: 'Son',
      skills: [],
      certificationKindIds: [],
      mandatory: true,
      headcount: 3,
      positionIds: [],
    }
    const made = await act(planner, createWorkOrder, draft({ positions: [group] }))
    const seats = made.positions[0]?.positionIds ?? []
    expect(seats).toHaveLength(3)
    const positions = [
      { ...group, label: 'Lumière', headcount: 1 },
      { ...group, headcount: 2, positionIds: seats.slice(0, 2) },
    ]
    const changed = await act(planner, updateWorkOrder, {
      workOrderId: made.id,
      version: 1,
      draft: draft({ positions }),
    })
    expect(changed.positions.map(({ label, positionIds }) => [label, positionIds.length])).toEqual([
      ['Lumière', 1],
      ['Son', 2],
    ])
    expect(changed.positions[1]?.positionIds).toEqual(seats.slice(0, 2))
    expect((await told(planner)).at(-1)).toMatchObject({
      name: 'work_order_changed',
      payload: { removedPositionIds: [seats[2]] },
    })
  })

  test('does not take over a seat of another work order', async () => {
    const { planner, draft, make } = await pool()
    const [mine, other] = [await make(), await make()]
    const positions = draft({ positions: other.positions })
    await expect(
      act(planner, updateWorkOrder, { workOrderId: mine.id, version: 1, draft: positions }),
    ).rejects.toMatchObject({ code: 'not_found', details: { what: 'position' } })
  })

  test('refuses every contradiction at once, and a duration of 0', async () => {
    const { planner, draft } = await pool()
    const bad = draft({
      durationMinutes: null,
      earliestAt: '2026-11-26T08:00:00Z',
      dueAt: '2026-11-25T08:00:00Z',
    })
    await expect(
      act(planner, createWorkOrder, { ...bad, status: 'qualified' }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [{ path: 'durationMinutes' }, { path: 'dueAt' }],
    })
    const { error } = workOrderDraft.safeParse({
      siteId: 'x',
      title: '',
      durationMinutes: 0,
      windows: [{ from: '2026-11-26T08:00:00Z', until: '2026-11-26T08:00:00Z' }],
    })
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'siteId',
      'title',
      'durationMinutes',
      'windows.0.until',
    ])
  })

  test('changed by somebody else meanwhile is not overwritten', async () => {
    const { planner, draft, make } = await pool()
    const { id } = await make()
    await act(planner, updateWorkOrder, {
      workOrderId: id,
      version: 1,
      draft: draft({ title: 'Premier' }),
    })
    await expect(
      act(planner, updateWorkOrder, { workOrderId: id, version: 1, draft: draft() }),
    ).rejects.toMatchObject({
      code: 'stale_version',
      details: { current: { title: 'Premier', version: 2 } },
    })
  })

  test('names only what is of its own organisation', async () => {
    const { planner, draft, make, site, asset, regular, nowhere } = await pool()
    const stranger = await pool()
    const made = await make()
    const missing = (draftOf: WorkOrderDraft, what: string) =>
      expect(act(stranger.planner, createWorkOrder, draftOf)).rejects.toMatchObject({
        code: 'not_found',
        details: { what },
      })
    await missing(draft(), 'site')
    await missing(stranger.draft({ priorityId: regular.id }), 'priority')
    await missing(stranger.draft({ skills: draft().skills }), 'skill')
    await missing(stranger.draft({ assetIds: [asset.id] }), 'asset')
    await missing(
      stranger.draft({ dependencies: [{ afterId: made.id, lagMinutes: 0 }] }),
      'work order',
    )
    await missing(stranger.draft({ projectId: newId(1) }), 'project')
    await missing(stranger.draft({ templateId: newId(1) }), 'template')
    await expect(read(stranger.planner, (tx) => getWorkOrder(tx, made.id))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(
      act(planner, createWorkOrder, draft({ siteId: nowhere.id, assetIds: [asset.id] })),
    ).rejects.toMatchObject({ details: { what: 'asset' } })
    expect(site.id).toBe(made.siteId)
  })

  test('fifty made at once have fifty numbers', async () => {
    const { make } = await pool()
    const made = await Promise.all(Array.from({ length: 50 }, () => make()))
    expect(new Set(made.map(({ number }) => number)).size).toBe(50)
    expect(new Set(made.map(({ reference }) => reference)).size).toBe(50)
  })
})

describe('order among work orders', () => {
  test('a circle is refused, and named', async () => {
    const { planner, draft, make } = await pool()
    const power = await make({ title: 'Électricité' })
    const sound = await make({ dependencies: [{ afterId: power.id, lagMinutes: 15 }] })
    const light = await make({ dependencies: [{ afterId: sound.id, lagMinutes: 0 }] })
    expect(light.dependencies).toEqual([{ afterId: sound.id, lagMinutes: 0 }])
    const waits = (afterId: string) =>
      act(planner, updateWorkOrder, {
        workOrderId: power.id,
        version: 1,
        draft: draft({ dependencies: [{ afterId, lagMinutes: 0 }] }),
      })
    await expect(waits(light.id)).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [
        {
          path: 'dependencies.0.afterId',
          expected: expect.stringContaining(
            'PROJ-2026-11-21-T01 → PROJ-2026-11-21-T03 → PROJ-2026-11-21-T02 → PROJ-2026-11-21-T01',
          ),
          got: 'PROJ-2026-11-21-T03',
        },
      ],
    })
    await expect(waits(power.id)).rejects.toMatchObject({ code: 'invalid_input' })
  })

  test('two changes at once cannot close a circle between them', async () => {
    const { planner, draft, make } = await pool()
    const [a, b] = [await make(), await make()]
    const change = (one: typeof a, other: typeof a) =>
      act(planner, updateWorkOrder, {
        workOrderId: one.id,
        version: 1,
        draft: draft({ dependencies: [{ afterId: other.id, lagMinutes: 0 }] }),
      })
    const results = await Promise.allSettled([change(a, b), change(b, a)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('may be turned round in one change', async () => {
    const { planner, draft, make } = await pool()
    const a = await make()
    const b = await make({ dependencies: [{ afterId: a.id, lagMinutes: 0 }] })
    await act(planner, updateWorkOrder, { workOrderId: b.id, version: 1, draft: draft() })
    expect(
      await act(planner, updateWorkOrder, {
        workOrderId: a.id,
        version: 1,
        draft: draft({ dependencies: [{ afterId: b.id, lagMinutes: 0 }] }),
      }),
    ).toMatchObject({ version: 2 })
  })
})
