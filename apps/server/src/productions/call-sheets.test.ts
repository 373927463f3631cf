import { type DetailsDraft, detailsDraft } from '@regie/contract/call-sheet-details'
import type { Id } from '@regie/contract/kernel'
import { type PhaseDraft, phaseDraft } from '@regie/contract/productions'
import { projectDraft } from '@regie/contract/work-orders'
import { expect, test } from 'vitest'
import { createAssignment, publishPlan } from '../planning/index.ts'
import { newId } from '../platform/clock.ts'
import { pagesOf } from '../testing/pdf-text.ts'
import { at, plannedCompany } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import { createProject } from '../work-orders/index.ts'
import { markOwnSheet, publishSheets, saveSheetDetails } from './commands/call-sheets.ts'
import { addPhase, updatePhase } from './commands/phases.ts'
import { addStage } from './commands/stages.ts'
import { writeSheets } from './pdf/write-sheets.ts'
import {
  allSheets,
  getOwnSheet,
  getPersonSheet,
  getSheetDesk,
  ownSheets,
} from './queries/call-sheets.ts'
import { getProduction } from './queries/production.ts'

const testWork = useWork()
const { act, read } = testWork
const lineId = () => newId(Date.now())

/** A concert with a sound check and a show; Ana and Émile do both, Zoé only the show. */
async function aConcert() {
  const company = await plannedCompany(testWork)
  const { planner, site, hire } = company
  const { id: projectId } = await act(
    planner,
    createProject,
    projectDraft.parse({ name: 'Concert fictif', kind: 'production' }),
  )
  const { stages } = await act(planner, addStage, {
    projectId,
    draft: { name: 'Grande scène', siteId: site.id },
  })
  const stageId = stages[0]?.id ?? ''
  const add = (kind: PhaseDraft['kind'], from: string, until: string, seats: number) =>
    act(planner, addPhase, {
      projectId,
      draft: phaseDraft.parse({
        ...{ stageId, kind, startsAt: at(from), endsAt: at(until) },
        positions: [{ label: 'Son', headcount: seats }],
      }),
    })
  await add('sound_check', '10:00', '11:00', 2)
  const { phases } = await add('show', '14:00', '16:00', 3)
  const people = [await hire('Ana'), await hire('Émile'), await hire('Zoé')] as const
  const [ana, emile, zoe] = people
  const put = async (phase: number, technicianId: Id) => {
    const { phases } = await read(planner, (tx) => getProduction(tx, projectId))
    const seat = phases[phase]?.seats.find((one) => one.technicianId === null)
    await act(planner, createAssignment, {
      positionId: seat?.positionId ?? '',
      ...{ technicianId, startsAt: phases[phase]?.startsAt ?? '', locked: false },
    })
  }
  for (const one of [ana, emile]) await put(0, one.id)
  for (const one of people) await put(1, one.id)
  const publish = () =>
    act(planner, publishPlan, { from: at('00:00'), until: at('23:59'), technicianIds: [] })
  const desk = () => read(planner, (tx) => getSheetDesk(tx, projectId))
  const make = async (note = '') => {
    const { versions, seen } = await desk()
    const after = versions[0]?.number ?? 0
    return await act(planner, publishSheets, { projectId, after, seen, note })
  }
  const save = async (more: Partial<DetailsDraft>) => {
    const { version } = (await desk()).details
    return await act(planner, saveSheetDetails, {
      ...{ projectId, version },
      draft: detailsDraft.parse(more),
    })
  }
  return { ...company, projectId, stageId, phases, ana, emile, zoe, publish, desk, make, save }
}

const bus = (technicianIds: readonly Id[]) => ({
  ...{ id: lineId(), means: 'Minibus 9 places', from: 'Dépôt', to: 'Zénith' },
  ...{ departsAt: at('08:00'), who: 'only' as const, technicianIds: [...technicianIds] },
})

test('a sheet has what is published and what is filled in, for whom it is', async () => {
  const { desk, save, publish, ana, emile, zoe, planner, projectId } = await aConcert()
  expect(await desk()).toMatchObject({
    people: [],
    drafts: 5,
    versions: [],
    seen: expect.any(String),
  })
  await publish()
  const lunch = { id: lineId(), kind: 'lunch' as const, startsAt: at('12:30'), place: 'Catering' }
  const nextDay = { ...lunch, id: lineId(), startsAt: '2026-11-24T12:30:00+01:00' }
  const hotel = {
    ...{ id: lineId(), name: 'Hôtel du Parc', from: '2026-11-23', until: '2026-11-24' },
    ...{ who: 'except' as const, technicianIds: [zoe.id] },
  }
  await save({
    contacts: [{ id: lineId(), name: 'Régie générale', phone: '06 12 34 56 78' }],
    meals: [lunch, nextDay],
    lodging: [hotel],
    transport: [bus([ana.id, emile.id])],
  } as never)
  const sheet = (id: Id) =>
    read(planner, (tx) => getPersonSheet(tx, { projectId, technicianId: id }))
  expect((await sheet(ana.id)).content).toMatchObject({
    duties: [
      { kind: 'sound_check', withWhom: [{ name: 'Émile', role: 'Son' }] },
      { kind: 'show', withWhom: [{ name: 'Émile' }, { name: 'Zoé' }] },
    ],
    places: [{ name: 'Grande scène', access: expect.any(String) }],
    contacts: [{ name: 'Régie générale', phone: '+33612345678' }],
    meals: [{ place: 'Catering' }],
    lodging: [{ name: 'Hôtel du Parc', withWhom: ['Émile'] }],
    transport: [{ means: 'Minibus 9 places', withWhom: ['Émile'] }],
  })
  expect((await sheet(zoe.id)).content).toMatchObject({ lodging: [], transport: [], meals: [{}] })
  expect((await desk()).idle).toEqual([nextDay.id])
})

test('every fault of the details is told at once, and a colleague who was faster', async () => {
  const { save, planner, projectId } = await aConcert()
  const stranger = newId(1)
  await expect(
    save({
      safety: [
        { id: stranger, text: 'Casque', stageId: stranger, who: 'only', technicianIds: [stranger] },
      ],
      documents: [{ id: stranger, name: 'Plan' }],
    } as never),
  ).rejects.toMatchObject({
    faults: [
      { path: 'safety.0.technicianIds' },
      { path: 'safety.0.stageId' },
      { path: 'documents.0.id' },
    ],
  })
  await save({})
  const draft = detailsDraft.parse({})
  await expect(
    act(planner, saveSheetDetails, { projectId, version: 0, draft }),
  ).rejects.toMatchObject({ code: 'stale_version', details: { current: { version: 1 } } })
})

test('a version tells only those whose lines changed; nothing new makes none', async () => {
  const { make, desk, save, publish, planner, projectId, phases, ana, emile, zoe } =
    await aConcert()
  await publish()
  expect(await make('Bienvenue')).toMatchObject({ made: { number: 1, told: 3, note: 'Bienvenue' } })
  expect(await make()).toEqual({ made: null })
  await save({ transport: [bus([zoe.id])] } as never)
  const [, , changed] = (await desk()).people
  expect(changed).toMatchObject({
    ...{ name: 'Zoé', kind: 'changed', number: 1 },
    changes: [
      {
        part: 'transport',
        kind: 'added',
        was: '',
        now: expect.stringMatching(/08:00 · Dépôt → Zénith/),
      },
    ],
  })
  expect(await make()).toMatchObject({ made: { number: 2, told: 1 } })
  // The sound check moves: Zoé, who is not on it, hears nothing.
  const [check] = phases
  if (!check) throw new Error('there is no sound check')
  await act(planner, updatePhase, {
    ...{ projectId, phaseId: check.id, version: check.version },
    draft: { ...check, startsAt: at('11:00'), endsAt: at('12:00') },
  })
  const told = (await testWork.told(planner)).filter(({ name }) => name === 'call_sheets_published')
  expect(told.map(({ payload }) => (payload.technicianIds as Id[]).length)).toEqual([3, 1])
  const kinds = (await desk()).people.map(({ name, kind }) => [name, kind])
  // Assignments keep their hours until somebody moves them: then those two have another sheet.
  expect(kinds).toContainEqual(['Zoé', 'same'])
  const older = await read(planner, (tx) =>
    getPersonSheet(tx, { projectId, technicianId: zoe.id, number: 1 }),
  )
  expect(older).toMatchObject({ number: 1, since: 1, content: { transport: [] }, changes: [] })
  const newer = await read(planner, (tx) =>
    getPersonSheet(tx, { projectId, technicianId: ana.id, number: 2 }),
  )
  expect(newer).toMatchObject({ number: 2, since: 1 })
  expect(emile.name).toBe('Émile')
})

test('two planners at once: the second hears who was first; what was not previewed is not published', async () => {
  const { make, desk, save, publish, planner, projectId } = await aConcert()
  await publish()
  const { seen } = await desk()
  const stale = { projectId, after: 0, seen, note: '' }
  await save({ notes: [{ id: lineId(), text: 'Pluie annoncée' }] } as never)
  await expect(act(planner, publishSheets, stale)).rejects.toMatchObject({ code: 'sheets_changed' })
  await make()
  await expect(act(planner, publishSheets, stale)).rejects.toMatchObject({
    ...{ code: 'sheets_published', details: { number: 1, by: planner.name } },
  })
})

test('people see their own sheet, and the planner sees that they read it', async () => {
  const { make, desk, save, publish, planner, projectId, ana, zoe, technicianActor } =
    await aConcert()
  await publish()
  await make()
  const [own, other] = [technicianActor(ana.id), technicianActor(zoe.id)]
  const mark = (number: number, isConfirmed = false) =>
    act(own, markOwnSheet, { projectId, number, isConfirmed })
  expect(await read(own, ownSheets)).toMatchObject([{ name: 'Ana', number: 1, readAt: null }])
  expect((await mark(1)).readAt).not.toBeNull()
  await save({ transport: [bus([ana.id])] } as never)
  await make()
  expect(await read(own, (tx) => getOwnSheet(tx, projectId))).toMatchObject({
    ...{ number: 2, since: 2, readAt: null, changes: [{ part: 'transport', kind: 'added' }] },
  })
  // A phone that was offline confirms what it had: that was read, and is not what stands now.
  expect((await mark(1, true)).acknowledgedAt).toBeNull()
  expect((await mark(2, true)).acknowledgedAt).not.toBeNull()
  expect((await desk()).people).toMatchObject([
    { name: 'Ana', readAt: expect.any(String), acknowledgedAt: expect.any(String) },
    { name: 'Émile', readAt: null },
    { name: 'Zoé', number: 1, readAt: null },
  ])
  expect(await read(other, (tx) => getOwnSheet(tx, projectId))).toMatchObject({ name: 'Zoé' })
  const stranger = member('technician', { organizationId: planner.organizationId })
  await expect(read(stranger, (tx) => getOwnSheet(tx, projectId))).rejects.toMatchObject({
    code: 'not_found',
  })
  const foreign = member('planner')
  await expect(read(foreign, (tx) => getSheetDesk(tx, projectId))).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('the paper of all has a page for each, in full, with what changed', async () => {
  const { make, save, publish, planner, projectId, ana } = await aConcert()
  await publish()
  await make()
  await save({
    transport: [bus([ana.id])],
    safety: [{ id: lineId(), text: 'Casque et chaussures obligatoires. '.repeat(105) }],
  } as never)
  await make('Attention : départ avancé')
  const sheets = await read(planner, (tx) => allSheets(tx, { projectId, number: 2 }))
  const pages = await pagesOf(
    await writeSheets({
      sheets,
      organization: { name: 'Sons & Lumières', timeZone: 'Europe/Paris' },
      phoneUrl: 'https://regie.example/field/call-sheet/x',
      at: new Date('2026-11-21T09:00:00Z'),
      plans: new Map(),
    }),
  )
  expect(pages.length).toBeGreaterThan(3)
  const [first = ''] = pages
  for (const text of [
    'Ana',
    'Concert fictif',
    'Version 2',
    'départ avancé',
    '10:00 – 11:00',
    'Dépôt → Zénith',
    'Nouveau',
    'Avec : Émile (Son)',
  ])
    expect(first.replaceAll('\u00a0', ' ')).toContain(text)
  expect(pages.some((page) => page.includes('Émile') && !page.includes('Dépôt'))).toBe(true)
})
