import { definitionFaults } from '@regie/contract/form-checks'
import { readForm } from '@regie/contract/form-rules'
import { type FormDefinition, formDefinition, formPack } from '@regie/contract/forms'
import { describe, expect, test } from 'vitest'
import { member, useWork } from '../testing/work.ts'
import { createForm, installFormPack, updateForm } from './commands/forms.ts'
import { createTemplate } from './commands/templates.ts'
import { packDefinition } from './packs/packs.ts'
import { getForm } from './queries.ts'
import {
  formNumbersAt,
  formsOfTemplates,
  formVersionsNamed,
  formVersionsOf,
  pageOfForms,
} from './store/forms.ts'

const small = (title: string): FormDefinition =>
  formDefinition.parse({
    title: { fr: title },
    sections: [
      { title: { fr: 'Tout' }, fields: [{ kind: 'text', key: 'note', label: { fr: 'Note' } }] },
    ],
  })

describe('forms', () => {
  const { act, read, told } = useWork()

  test('a saved change is a new version, and the earlier one stays', async () => {
    const planner = member('planner')
    const made = await act(planner, createForm, small('Avant'))
    const changed = await act(planner, updateForm, {
      formId: made.id,
      version: made.version,
      definition: small('Après'),
    })
    expect(changed).toMatchObject({ number: 2, definition: { title: { fr: 'Après' } } })
    const versions = await read(planner, (tx) => formVersionsOf(tx, made.id))
    expect(versions.map(({ number, definition }) => [number, definition.title.fr])).toEqual([
      [2, 'Après'],
      [1, 'Avant'],
    ])
    const named = await read(planner, (tx) =>
      formVersionsNamed(tx, [{ formId: made.id, number: 1 }]),
    )
    expect(named[0]?.definition.title.fr).toBe('Avant')
    const [after, before] = versions.map(({ savedAt }) => ({ formId: made.id, at: savedAt }))
    const asked = [before, after].filter((one) => one !== undefined)
    const numbers = await read(planner, (tx) => formNumbersAt(tx, asked))
    expect(new Map(numbers.map(({ at, number }) => [at, number]))).toEqual(
      new Map([
        [before?.at, before?.at === after?.at ? 2 : 1],
        [after?.at, 2],
      ]),
    )
    expect((await told(planner)).at(-1)).toMatchObject({
      name: 'form_changed',
      payload: { number: 2 },
    })
  })

  test('the same definition makes no version; a stale one is refused with the present', async () => {
    const planner = member('planner')
    const made = await act(planner, createForm, small('Une'))
    const same = { formId: made.id, version: 1, definition: small('Une') }
    expect(await act(planner, updateForm, same)).toMatchObject({ number: 1, version: 1 })
    await act(planner, updateForm, { ...same, definition: small('Deux') })
    await expect(
      act(planner, updateForm, { ...same, definition: small('Trois') }),
    ).rejects.toMatchObject({
      code: 'stale_version',
      details: { current: { number: 2 } },
    })
  })

  test('every fault of a definition is told at once, where it is', async () => {
    const broken = formDefinition.parse({
      title: { fr: 'Faux' },
      settings: [{ key: 'x', label: { fr: 'X' }, value: 1 }],
      sections: [
        {
          title: { fr: 'A' },
          fields: [
            { kind: 'number', key: 'x', label: { fr: 'X' }, min: 5, max: 1 },
            { kind: 'computed', key: 'a', label: { fr: 'A' }, expression: 'b + 1' },
            { kind: 'computed', key: 'b', label: { fr: 'B' }, expression: 'a + nothing' },
            { kind: 'text', key: 'c', label: { fr: 'C' }, visibleWhen: 'a >' },
          ],
        },
      ],
    })
    await expect(act(member('planner'), createForm, broken)).rejects.toMatchObject({
      code: 'invalid_input',
      faults: [
        { path: 'sections.0.fields.0.key' },
        { path: 'sections.0.fields.0.max' },
        { path: 'sections.0.fields.2.expression' },
        { path: 'sections.0.fields.3.visibleWhen' },
        { path: 'sections.0.fields.1.key' },
        { path: 'sections.0.fields.2.key' },
      ],
    })
  })

  test('a template names its forms; strange ones are refused, other tenants see none', async () => {
    const planner = member('planner')
    const form = await act(planner, installFormPack, { pack: 'pool' })
    const draft = {
      name: 'Visite',
      nature: '',
      category: 'recurrent' as const,
      durationMinutes: 45,
      priorityId: null,
      skills: [],
      certificationKindIds: [],
      requiredProducts: [],
      equipment: [],
      positions: [],
      instructions: '',
      formIds: [form.id],
    }
    const template = await act(planner, createTemplate, draft)
    expect(template.formIds).toEqual([form.id])
    const asked = await read(planner, (tx) => formsOfTemplates(tx, [template.id]))
    expect(asked).toMatchObject([{ templateId: template.id, formId: form.id, number: 1 }])
    const stranger = member('planner')
    await expect(act(stranger, createTemplate, draft)).rejects.toMatchObject({ code: 'not_found' })
    await expect(read(stranger, (tx) => getForm(tx, form.id))).rejects.toMatchObject({
      code: 'not_found',
    })
    const list = await read(stranger, (tx) => pageOfForms(tx, { archived: false, limit: 50 }))
    expect(list.total).toBe(0)
  })
})

describe('the forms that are shipped', () => {
  test.each(formPack.options)('%s holds together and speaks both languages', (pack) => {
    const definition = packDefinition(pack)
    expect(definitionFaults(definition)).toEqual([])
    const labels = definition.sections.flatMap(({ title, fields }) => [
      title,
      ...fields.map(({ label }) => label),
    ])
    expect(labels.filter(({ fr, en }) => fr === '' || en === '')).toEqual([])
  })

  const water = {
    volume: 50,
    basin: 'pool',
    water: 'fresh',
    clear: 'yes',
    temperature: 28,
    ph: 7.4,
    free_chlorine: 1.2,
    total_chlorine: 1.5,
    stabiliser: 0,
    alkalinity: 100,
    hardness: 250,
    solids: 1000,
  }
  const pool = packDefinition('pool')
  const found = (answers: Record<string, number | string>) =>
    readForm(pool, { ...water, ...answers }).findings.map(({ key, kind }) => `${key} ${kind}`)

  test('the saturation index and the active share of chlorine are those of the published formulas', () => {
    const { values } = readForm(pool, { ...water, temperature: 25 })
    expect(values.share).toBeCloseTo(0.578, 3)
    expect(readForm(pool, water).values.saturation).toBeCloseTo(-0.133, 2)
    expect(values.combined_chlorine).toBe(0.3)
  })

  test('which chlorine counts depends on the stabiliser', () => {
    expect(found({})).toEqual([])
    expect(found({ free_chlorine: 0.5, total_chlorine: 0.5 })).toEqual(['active_chlorine low'])
    expect(found({ stabiliser: 14.9, free_chlorine: 3, total_chlorine: 3 })).toEqual([
      'active_chlorine high',
    ])
    expect(found({ stabiliser: 15, free_chlorine: 3, total_chlorine: 3 })).toEqual([])
    expect(found({ stabiliser: 15 })).toEqual(['free_chlorine low'])
    expect(found({ stabiliser: 80, free_chlorine: 5.1, total_chlorine: 5.1 })).toEqual([
      'free_chlorine high',
      'stabiliser high',
    ])
    expect(readForm(pool, { ...water, stabiliser: 40 }).shown.has('active_chlorine')).toBe(false)
  })

  test('what lies outside comes with its dose for this very volume', () => {
    const { findings, values } = readForm(pool, { ...water, alkalinity: 60, hardness: 80 })
    expect(values).toMatchObject({ dose_bicarbonate: 1680, dose_calcium: 1470 })
    expect(findings.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      'alkalinity low',
      'hardness low',
      'saturation low',
    ])
    expect(findings[0]?.advice).toEqual({
      fr: 'Ajouter 1 680 g de bicarbonate de sodium, en plusieurs fois.'.replace(
        '1 680',
        '1\u202f680',
      ),
      en: 'Add 1,680 g of sodium bicarbonate, in several goes.',
    })
  })

  test('salt counts where fresh water is electrolysed, and is dosed by the volume', () => {
    expect(found({ salt: 3 })).toEqual(['salt low'])
    expect(readForm(pool, { ...water, salt: 3 }).values.dose_salt).toBe(50_000)
    expect(found({ salt: 8 })).toEqual(['salt high'])
    expect(found({ salt: 35, water: 'sea', ph: 8 })).not.toContain('salt high')
  })

  test('combined chlorine over the limit asks for a shock, sea water has its own pH', () => {
    expect(found({ total_chlorine: 1.9 })).toEqual(['combined_chlorine high'])
    expect(found({ water: 'sea' })).toEqual(['ph low'])
    expect(found({ basin: 'spa', temperature: 37, free_chlorine: 1 })).toEqual(['temperature high'])
  })

  test('answers that cannot be are refused, missing ones counted', () => {
    const { faults, progress } = readForm(pool, { ph: 15, volume: 'much' })
    expect(faults.find(({ key }) => key === 'ph')?.fr).toBe('Au moins 0, au plus 14 ; reçu 15.')
    expect(faults.find(({ key }) => key === 'volume')?.en).toMatch(/does not fit/)
    expect(progress).toEqual({ done: 2, of: 15 })
  })

  test('a leak asks where it is, and for its repair', () => {
    const hvac = packDefinition('hvac')
    const shown = (leak: string) => readForm(hvac, { refrigerant: 'r410a', charge: 3, leak }).shown
    expect(shown('yes').has('leak_place')).toBe(true)
    expect(shown('no').has('leak_place')).toBe(false)
    expect(readForm(hvac, { refrigerant: 'r410a', charge: 2.3 }).shown.has('leak')).toBe(false)
  })

  test('points loaded beyond their limit are not lifted', () => {
    const points = [
      { name: 'A', limit: 500, load: 700 },
      { name: 'B', limit: 500, load: 400 },
    ]
    const { values, findings } = readForm(packDefinition('lifting'), { points })
    expect(values).toMatchObject({ total: 1100, use: 110 })
    expect(findings.map(({ key }) => key)).toEqual(['use'])
  })
})
