import { durationMinutes, templateDraft } from '@regie/contract/catalog'
import { describe, expect, test } from 'vitest'
import { program } from '../platform/actor.ts'
import { newId } from '../platform/clock.ts'
import { member, useWork } from '../testing/work.ts'
import { createSkill } from '../workforce/index.ts'
import { archivePriority, createPriority, updatePriority } from './commands/priorities.ts'
import { archiveTemplate, createTemplate, updateTemplate } from './commands/templates.ts'
import { addFirstPriorities } from './jobs.ts'
import { getTemplate } from './queries.ts'
import { allPriorities } from './store/priorities.ts'
import { pageOfTemplates } from './store/templates.ts'

const { act, read, rows } = useWork()
const red = { name: 'Choc', rank: 2, colour: '#d92d20', icon: 'zap' } as const

async function shock() {
  const planner = member('planner')
  const priority = await act(planner, createPriority, red)
  const skill = await act(planner, createSkill, { code: 'CHIM', name: 'Chimie de l’eau' })
  const draft = templateDraft.parse({
    name: 'Chlore choc',
    nature: 'Traitement',
    category: 'urgent',
    durationMinutes: 45,
    priorityId: priority.id,
    skills: [{ skillId: skill.id, level: 2 }],
    requiredProducts: [{ label: 'Chlore', quantity: 2.5, unit: 'kg' }],
    positions: [
      { label: 'Pisciniste', headcount: 2 },
      { label: 'Aide', mandatory: false },
    ],
    instructions: 'Fermer le bassin.',
  })
  return { planner, priority, draft, template: await act(planner, createTemplate, draft) }
}

describe('a template', () => {
  test('comes back as it was given, and is changed from the version that was read', async () => {
    const { planner, draft, template } = await shock()
    expect(template).toMatchObject({ ...draft, version: 1, archivedAt: null })
    const change = {
      templateId: template.id,
      version: 1,
      draft: { ...draft, name: 'Choc', positions: [] },
    }
    expect(await act(planner, updateTemplate, change)).toMatchObject({
      name: 'Choc',
      positions: [],
      version: 2,
    })
    await expect(act(planner, updateTemplate, change)).rejects.toMatchObject({
      code: 'stale_version',
    })
  })

  test('is found by search without accents and by category, unless archived', async () => {
    const { planner, draft, template } = await shock()
    await act(planner, createTemplate, { ...draft, name: 'Contrôle d’été', category: 'seasonal' })
    const names = async (filter: object) =>
      (
        await read(planner, (tx) => pageOfTemplates(tx, { limit: 50, archived: false, ...filter }))
      ).items.map(({ name }) => name)
    expect(await names({})).toEqual(['Chlore choc', 'Contrôle d’été'])
    expect(await names({ search: 'CONTROLE' })).toEqual(['Contrôle d’été'])
    expect(await names({ category: 'urgent' })).toEqual(['Chlore choc'])
    await act(planner, archiveTemplate, { templateId: template.id, version: 1, archived: true })
    expect(await names({})).toEqual(['Contrôle d’été'])
    expect(await names({ archived: true })).toEqual(['Chlore choc'])
  })

  test('of another organisation does not exist, nor do its priority and skills', async () => {
    const { template, draft } = await shock()
    const stranger = member('owner')
    await expect(read(stranger, (tx) => getTemplate(tx, template.id))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(act(stranger, createTemplate, draft)).rejects.toMatchObject({
      code: 'not_found',
      details: { what: 'priority' },
    })
    await expect(
      act(stranger, createTemplate, { ...draft, priorityId: null }),
    ).rejects.toMatchObject({ details: { what: 'skill' } })
    const inPosition = {
      ...draft,
      priorityId: null,
      skills: [],
      positions: [{ ...draft.positions[0], skills: draft.skills } as (typeof draft.positions)[0]],
    }
    await expect(act(stranger, createTemplate, inPosition)).rejects.toMatchObject({
      details: { what: 'skill' },
    })
  })

  test.each([0, -5, 1.5, 43_201])('lasts a whole number of minutes, not %d', (minutes) => {
    expect(durationMinutes.safeParse(minutes).success).toBe(false)
  })

  test('tells every fault at once', () => {
    const { error } = templateDraft.safeParse({
      name: ' ',
      durationMinutes: 0,
      category: 'daily',
      positions: [{ headcount: 0 }],
    })
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'name',
      'category',
      'durationMinutes',
      'positions.0.headcount',
    ])
  })
})

describe('priorities', () => {
  test('stand in the order of their rank', async () => {
    const planner = member('planner')
    const choc = await act(planner, createPriority, red)
    await act(planner, createPriority, { ...red, name: 'Urgente', rank: 1 })
    await act(planner, updatePriority, {
      priorityId: choc.id,
      version: 1,
      draft: { ...red, rank: 9, icon: 'star' },
    })
    const last = await act(planner, createPriority, { ...red, name: 'Audit', rank: 3 })
    await act(planner, archivePriority, { priorityId: last.id, version: 1, archived: true })
    const names = (archived: boolean) =>
      read(planner, async (tx) =>
        (await allPriorities(tx, { archived })).map(({ name, rank }) => `${rank} ${name}`),
      )
    expect(await names(false)).toEqual(['1 Urgente', '9 Choc'])
    expect(await names(true)).toEqual(['3 Audit'])
  })

  test('of a new organisation are four, once', async () => {
    const owner = member('owner')
    const { organizationId } = owner
    const event = {
      id: newId(0),
      organizationId,
      name: 'organization_created',
      payload: {},
      actorId: null,
      actorName: '',
      at: '2026-11-21T09:00:00.000Z',
    }
    for (let time = 0; time < 2; time++)
      await rows(owner, (one) =>
        addFirstPriorities.run(one, [event], program(organizationId, 'test'), async () => {}),
      )
    const made = await read(owner, (tx) => allPriorities(tx, { archived: false }))
    expect(made.map(({ name }) => name)).toEqual(['Urgente', 'Choc', 'Régulier', 'Audit qualité'])
  })

  test('are changed only by who may', async () => {
    await expect(act(member('accountant'), createPriority, red)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
