import { describe, expect, test } from 'vitest'
import type { Actor } from '../../platform/actor.ts'
import { member, useWork } from '../../testing/work.ts'
import { createSkill, technicians } from '../../workforce/index.ts'
import { changeImport, openImport, runImport } from '../commands.ts'
import { checkImport } from '../dry-run.ts'
import { findUpload } from '../store.ts'

const { act, read } = useWork()
const bring = (actor: Actor, text: string) =>
  act(actor, openImport, { fileName: 'techniciens.csv', bytes: Buffer.from(text), kind: undefined })
const check = (actor: Actor, importId: string) =>
  read(actor, async (tx) => {
    const upload = await findUpload(tx, importId)
    if (!upload) throw new Error('gone')
    return await checkImport(tx, upload)
  })
const run = (actor: Actor, importId: string) =>
  act(actor, runImport, { importId, skipFaulty: false })
const all = (actor: Actor) => read(actor, (tx) => technicians(tx, null))

const header =
  'Matricule;Nom;Prénom;Statut;Téléphone;Compétences;Habilitations;Lundi;Mardi;Samedi;Max heures'

describe('technicians from a file', () => {
  test('are recognised, with skills, certificates and their week', async () => {
    const owner = member('owner')
    await act(owner, createSkill, { code: 'PIS', name: 'Piscine' })
    const draft = await bring(
      owner,
      `${header}
T1;Fictif;Zoé;CDI;06 12 34 56 78;Piscine:3, Électricité (2);B2V:31/10/2027;08:00-12:00 13:00-17:00;8h-16h;;9h
T2;Fictif;Noé;sous-traitant;;pis;;;;20h-2h;
`,
    )
    expect(draft.kind).toBe('technicians')
    const refused = await check(owner, draft.id)
    expect(
      refused.faults.map(({ line, column, got, expected }) => [line, column, got, expected.fr]),
    ).toEqual([
      [2, 'Compétences', 'Électricité', 'une compétence connue (Piscine)'],
      [2, 'Habilitations', 'B2V', 'une habilitation connue (aucune pour le moment)'],
    ])
    await act(owner, changeImport, { importId: draft.id, choices: { createMissing: true } })
    const done = await run(owner, draft.id)
    expect(done.result?.tallies).toEqual({
      technicians: { created: 2, updated: 0, unchanged: 0 },
      skills: { created: 1, updated: 0, unchanged: 0 },
      certifications: { created: 1, updated: 0, unchanged: 0 },
    })
    const [noe, zoe] = await all(owner)
    expect(zoe).toMatchObject({
      name: 'Zoé Fictif',
      externalId: 'T1',
      kind: 'employee',
      phone: '+33612345678',
      maxDaySeconds: 32_400,
      weeklyShifts: [
        { weekday: 1, start: '08:00', end: '12:00' },
        { weekday: 1, start: '13:00', end: '17:00' },
        { weekday: 2, start: '08:00', end: '16:00' },
      ],
    })
    expect(zoe?.skills.map(({ level }) => level)).toEqual([3, 2])
    expect(zoe?.certifications[0]).toMatchObject({ validUntil: '2027-10-31' })
    expect(noe).toMatchObject({
      kind: 'subcontractor',
      weeklyShifts: [{ weekday: 6, start: '20:00', end: '02:00' }],
    })
  })

  test('come twice without a change, and change only what the file tells', async () => {
    const owner = member('owner')
    const file = `${header}\nT1;Fictif;Zoé;CDI;612345678;;;8h-12h;;;\nT2;Fictif;Noé;;;;;;;;\n`
    await run(owner, (await bring(owner, file)).id)
    const again = await run(owner, (await bring(owner, file)).id)
    expect(again.result?.tallies.technicians).toEqual({ created: 0, updated: 0, unchanged: 2 })
    const second = await run(
      owner,
      (await bring(owner, 'Matricule;Nom;Équipe\nT1;Zoé Fictif;Nord\n')).id,
    )
    expect(second.result?.tallies.technicians).toEqual({ created: 0, updated: 1, unchanged: 0 })
    const [noe, zoe] = await all(owner)
    expect(zoe).toMatchObject({ team: 'Nord', phone: '+33612345678', version: 2 })
    expect(zoe?.weeklyShifts).toEqual([{ weekday: 1, start: '08:00', end: '12:00' }])
    expect(noe?.weeklyShifts).toHaveLength(5)
  })

  test('have every fault told', async () => {
    const owner = member('owner')
    const draft = await bring(
      owner,
      `${header}
T1;Fictif;Zoé;stagiaire;;;;08:00-12:00 11:00-13:00;;;0
T1;Fictif;Noé;;;;;20h-4h;3h-9h;;
T3;Fictif;Léo;;;;;;;;
T3;Fictif;Léa;;;;;;;;
;;;;;;;;8h-8h;;
`,
    )
    const { faults } = await check(owner, draft.id)
    expect(faults.map(({ line, column, expected }) => [line, column, expected.en])).toEqual([
      [2, 'Max heures', 'a duration above 0 and up to 24 h, e.g. 90, 1:30 or 1.5 h'],
      [2, 'Statut', 'one of: employee, freelance, subcontractor'],
      [2, 'Lundi', 'working hours that do not overlap'],
      [3, 'Mardi', 'working hours that do not overlap those of the day before or after'],
      [3, 'Matricule', 'only once; already on line 2'],
      [5, 'Matricule', 'only once; already on line 4'],
      [6, 'Prénom + Nom', 'a value'],
      [6, 'Mardi', 'working hours, e.g. 08:00-12:00 13:00-17:00'],
    ])
  })

  test('3,000 of them are all in', async () => {
    const owner = member('owner')
    const lines = Array.from(
      { length: 3_000 },
      (_, i) => `T${i};Fictif${i};A;CDI;0612345678;Piscine:2;;8h-17h;8h-17h;;`,
    )
    const draft = await bring(owner, `${header}\n${lines.join('\n')}\n`)
    await act(owner, changeImport, { importId: draft.id, choices: { createMissing: true } })
    const done = await run(owner, draft.id)
    expect(done.result?.tallies.technicians?.created).toBe(3_000)
  })
})
