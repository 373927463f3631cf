// Kept views of the board, the grouped backlog and the load of a month, on real PostgreSQL.
import { boardLoad, type ViewDraft } from '@regie/contract/board-views'
import type { BacklogGrouping } from '@regie/contract/planning-backlog'
import { expect, test } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { at, plannedCompany } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import {
  chooseDefaultView,
  createView,
  removeView,
  restoreView,
  updateView,
} from './commands/board-views.ts'
import { getLoad } from './queries/load.ts'
import { groupsOfBacklog, pageOfBacklog } from './store/backlog.ts'
import { listBoardViews } from './store/board-views.ts'
import { readWords } from './store/words.ts'

const testing = useWork({ queue: true })
const { act, read, told } = testing

const draft = (more: Partial<ViewDraft> = {}): ViewDraft => ({
  name: 'Équipe Nord',
  shared: false,
  board: { view: 'week', rows: 'team', team: 'Nord' },
  ...more,
})
const namesFor = async (actor: Actor) =>
  (await read(actor, listBoardViews)).map(({ name, mine }) => [name, mine])

test('a personal view is its author’s alone, a shared one everybody’s', async () => {
  const ana = member('planner')
  const { organizationId } = ana
  const bob = member('planner', { organizationId })
  const mine = await act(ana, createView, draft())
  expect(await namesFor(ana)).toEqual([['Équipe Nord', true]])
  expect(await namesFor(bob)).toEqual([])
  const foreign = { viewId: mine.id, version: 1, draft: draft({ shared: true }) }
  await expect(act(bob, updateView, foreign)).rejects.toMatchObject({ code: 'not_found' })
  expect(await told(ana)).toEqual([])

  await act(ana, updateView, foreign)
  expect(await namesFor(bob)).toEqual([['Équipe Nord', false]])
  expect((await told(ana)).map(({ name }) => name)).toEqual(['board_view_changed'])
  expect(await namesFor(member('planner'))).toEqual([])
})

test('two who change the same view: the second is told and loses nothing', async () => {
  const ana = member('planner')
  const view = await act(ana, createView, draft({ shared: true }))
  await act(ana, updateView, {
    viewId: view.id,
    version: 1,
    draft: draft({ name: 'Nord', shared: true }),
  })
  await expect(
    act(ana, updateView, { viewId: view.id, version: 1, draft: draft({ name: 'Sud' }) }),
  ).rejects.toMatchObject({ code: 'stale_version', details: { current: { name: 'Nord' } } })
})

test('a manager keeps views of their own but shares none and changes nobody’s', async () => {
  const ana = member('planner')
  const manager = member('manager', { organizationId: ana.organizationId })
  await act(manager, createView, draft({ name: 'La mienne' }))
  await expect(act(manager, createView, draft({ shared: true }))).rejects.toMatchObject({
    code: 'forbidden',
  })
  const view = await act(ana, createView, draft({ shared: true }))
  await expect(act(manager, removeView, { viewId: view.id, version: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(act(member('technician'), createView, draft())).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('a removed view comes back as it was, default included', async () => {
  const ana = member('planner')
  const view = await act(ana, createView, draft())
  await act(ana, chooseDefaultView, { viewId: view.id })
  const gone = await act(ana, removeView, { viewId: view.id, version: 1 })
  expect(await read(ana, listBoardViews)).toEqual([])
  await expect(
    act(ana, updateView, { viewId: view.id, version: gone.version, draft: draft() }),
  ).rejects.toMatchObject({ code: 'not_found' })
  await act(ana, restoreView, { viewId: view.id })
  expect(await read(ana, listBoardViews)).toMatchObject([
    { name: 'Équipe Nord', isDefault: true, board: { team: 'Nord' } },
  ])
  await act(ana, chooseDefaultView, { viewId: null })
  expect(await read(ana, listBoardViews)).toMatchObject([{ isDefault: false }])
})

test('the load of days is planned hours against capacity, of all, by team and by skill', async () => {
  const { hire, order, assign, planner, skill } = await plannedCompany(testing)
  const ana = await hire('Ana', { team: 'Nord' })
  await hire('Bob', { team: 'Sud' })
  await hire('Zoé', { skills: [] })
  await assign(await order(), ana.id, at('09:00'))
  const range = { from: at('00:00'), until: at('00:00', '2026-11-25') }
  const all = await read(planner, (tx) => getLoad(tx, { ...range, by: 'team' }))
  expect(boardLoad.parse(all)).toEqual(all)
  expect(all.groups).toEqual([
    { key: 'Nord', name: 'Nord', technicians: 1 },
    { key: 'Sud', name: 'Sud', technicians: 1 },
    { key: '', name: '', technicians: 1 },
  ])
  // 45 minutes of work and the way there and back; three people of ten hours.
  expect(all.days[0]).toMatchObject({
    date: '2026-11-23',
    plannedMinutes: 52,
    capacityMinutes: 1800,
    visits: 1,
    groups: [{ plannedMinutes: 52, capacityMinutes: 600, visits: 1 }, {}, {}],
  })
  expect(all.days[1]).toMatchObject({ plannedMinutes: 0, visits: 0 })
  const bySkill = await read(planner, (tx) => getLoad(tx, { ...range, by: 'skill' }))
  expect(bySkill.groups).toEqual([{ key: skill.id, name: 'Chimie', technicians: 2 }])
  const north = await read(planner, (tx) => getLoad(tx, { ...range, by: 'all', team: 'Nord' }))
  expect(north.days[0]).toMatchObject({ capacityMinutes: 600 })
})

test('the backlog stands under headings, page after page, and every filter counts the same', async () => {
  const { order, planner, urgent, regular, nowhere, site } = await plannedCompany(testing)
  await order({ title: 'a' })
  await order({ title: 'b', priorityId: urgent.id, dueAt: at('12:00', '2026-11-20') })
  await order({ title: 'c', siteId: nowhere.id, skills: [], dueAt: at('18:00', '2026-11-21') })
  await order({ title: 'd', priorityId: null, durationMinutes: null })
  const listed = async (groupBy: BacklogGrouping) => {
    const items: { title: string; key: string | undefined }[] = []
    let cursor: string | undefined
    do {
      const page = await read(planner, async (tx) =>
        pageOfBacklog(tx, { limit: 1, cursor, groupBy }, (await readWords(tx)).names),
      )
      items.push(...page.items.map(({ title, group }) => ({ title, key: group?.key })))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    const groups = await read(planner, (tx) => groupsOfBacklog(tx, { groupBy }))
    // The headings come in the order of the list, with as many as stand under each.
    expect(groups.flatMap(({ key, count }) => Array(count).fill(key))).toEqual(
      items.map(({ key }) => key),
    )
    return {
      order: items.map(({ title }) => title).join(''),
      groups: groups.map(({ name }) => name),
    }
  }
  expect(await listed('priority')).toEqual({ order: 'bcad', groups: ['Urgente', 'Régulier', ''] })
  expect(await listed('site')).toEqual({ order: 'cbad', groups: [nowhere.name, site.name] })
  expect(await listed('skill')).toEqual({ order: 'badc', groups: ['Chimie', ''] })
  expect(await listed('client')).toMatchObject({ order: 'bcad' })
  expect(await listed('project')).toMatchObject({ order: 'bcad', groups: [''] })
  expect(await listed('territory')).toMatchObject({ order: 'bcad' })
  expect(await listed('due')).toMatchObject({ order: 'bcad' })
  const due = await read(planner, (tx) => groupsOfBacklog(tx, { groupBy: 'due' }))
  expect(due.map(({ key }) => key)).toEqual(['1-overdue', '2-today', '6-none'])
  const titles = async (filter: Parameters<typeof pageOfBacklog>[1]) =>
    (await read(planner, async (tx) => pageOfBacklog(tx, filter, {}))).items.map(
      ({ title }) => title,
    )
  expect(await titles({ limit: 9, gap: 'no_duration' })).toEqual(['d'])
  expect(await titles({ limit: 9, gap: 'no_position' })).toEqual(['c'])
  expect(await titles({ limit: 9, priorityId: regular.id })).toEqual(['c', 'a'])
  expect(await titles({ limit: 9, clientId: site.clientId, gap: 'no_priority' })).toEqual(['d'])
})
