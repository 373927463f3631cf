import { projectDraft } from '@regie/contract/work-orders'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/clock.ts'
import { member, useWork } from '../testing/work.ts'
import { createProject, updateProject } from './commands/projects.ts'
import { pageOfProjects } from './store/projects.ts'

const { act, read, clock } = useWork()

describe('projects', () => {
  const make = (actor: Actor, more: object = {}) =>
    act(actor, createProject, projectDraft.parse({ name: 'Tournée', ...more }))

  test('get a code of the day they are made on, which stays', async () => {
    const planner = member('planner')
    const first = await make(planner)
    expect(first).toMatchObject({ code: 'PROJ-2026-11-21', workOrderCount: 0, version: 1 })
    expect((await make(planner)).code).toBe('PROJ-2026-11-21-2')
    expect((await make(planner, { code: 'PROJ-2026-11-21-3' })).code).toBe('PROJ-2026-11-21-3')
    expect((await make(planner)).code).toBe('PROJ-2026-11-21-4')
    clock.now += 86_400_000
    expect((await make(planner)).code).toBe('PROJ-2026-11-22')
    clock.now -= 86_400_000
    const { code: _, ...draft } = projectDraft.parse({
      name: 'Été',
      startsOn: '2026-07-01',
      endsOn: '2026-08-01',
      budgetCode: 'B-4711',
    })
    expect(
      await act(planner, updateProject, { projectId: first.id, version: 1, draft }),
    ).toMatchObject({ code: 'PROJ-2026-11-21', name: 'Été', startsOn: '2026-07-01', version: 2 })
    const found = await read(planner, (tx) =>
      pageOfProjects(tx, { limit: 50, archived: false, search: 'ete' }),
    )
    expect(found.items.map(({ name }) => name)).toEqual(['Été'])
    const paid = await read(planner, (tx) =>
      pageOfProjects(tx, { limit: 50, archived: false, search: 'b-4711' }),
    )
    expect(paid.items).toMatchObject([{ name: 'Été', budgetCode: 'B-4711' }])
  })

  test('refuse a code that is taken and an end before the start', async () => {
    const planner = member('planner')
    await make(planner, { code: 'ABC' })
    await expect(make(planner, { code: 'ABC' })).rejects.toMatchObject({
      code: 'already_exists',
      details: { field: 'code' },
    })
    await expect(
      make(planner, { startsOn: '2026-07-02', endsOn: '2026-07-01' }),
    ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'endsOn' }] })
    await expect(make(planner, { clientId: newId(1) })).rejects.toMatchObject({ code: 'not_found' })
    expect((await make(member('planner'), { code: 'ABC' })).code).toBe('ABC')
  })
})
