import { templateDraft } from '@regie/contract/catalog'
import { describe, expect, test } from 'vitest'
import { createTemplate } from '../../catalog/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { sql } from '../../platform/db/sql.ts'
import { poolCompany } from '../../testing/pool-company.ts'
import { useWork } from '../../testing/work.ts'
import { markPlanned, markStarted } from '../../work-orders/index.ts'
import { openImport, runImport } from '../commands.ts'
import { checkImport } from '../dry-run.ts'
import { findUpload } from '../store.ts'

const testWork = useWork()
const { act, read, rows, work } = testWork
const bring = (actor: Actor, text: string) =>
  act(actor, openImport, {
    fileName: 'interventions.csv',
    bytes: Buffer.from(text),
    kind: undefined,
  })
const check = (actor: Actor, importId: string) =>
  read(actor, async (tx) => {
    const upload = await findUpload(tx, importId)
    if (!upload) throw new Error('gone')
    return await checkImport(tx, upload)
  })
const run = (actor: Actor, importId: string) =>
  act(actor, runImport, { importId, skipFaulty: false })
type Row = {
  id: string
  number: number
  reference: string
  title: string
  status: string
  duration_minutes: number | null
  windows: unknown
  seats: number
  version: number
}
const all = (actor: Actor) =>
  rows(actor, (tx) =>
    tx.rows(sql<Row>`
      select id, number, reference, title, status, duration_minutes, windows, version,
        (select count(*) from work_orders.v_positions as seat where seat.work_order_id = work_order.id) as seats
      from work_orders.v_work_orders as work_order
      where organization_id = ${actor.organizationId} order by number`),
  )

const header =
  'N° intervention;Intitulé;Nom du site;Date;Heure début;Heure fin;Durée;Priorité;Compétences;Nb personnes'

describe('work orders from a file', () => {
  test('are recognised, placed in the zone’s time and numbered; twice changes nothing', async () => {
    const { planner } = await poolCompany(testWork)
    const file = `${header}
I-1;Contrôle chlore;piscine eclair;30/03/2026;8h;12h;1h30;urgente;Chimie:2;2
I-2;Vidange;Piscine Éclair;;;;;;;
`
    const draft = await bring(planner, file)
    expect(draft.kind).toBe('work-orders')
    expect((await check(planner, draft.id)).faults).toEqual([])
    const done = await run(planner, draft.id)
    expect(done.result?.tallies).toEqual({
      'work-orders': { created: 2, updated: 0, unchanged: 0 },
    })
    const [first, second] = await all(planner)
    expect(first).toMatchObject({
      number: 1,
      reference: 'PROJ-2026-11-21-T01',
      status: 'qualified',
      duration_minutes: 90,
      windows: [{ from: '2026-03-30T06:00:00.000Z', until: '2026-03-30T10:00:00.000Z' }],
      seats: 2,
    })
    expect(second).toMatchObject({
      number: 2,
      status: 'requested',
      duration_minutes: null,
      seats: 1,
    })
    const again = await run(planner, (await bring(planner, file)).id)
    expect(again.result?.tallies['work-orders']).toEqual({ created: 0, updated: 0, unchanged: 2 })
  })

  test('change what the file tells; without identifier they are known by place, title and day', async () => {
    const { planner } = await poolCompany(testWork)
    await run(
      planner,
      (await bring(planner, `${header}\n;Contrôle;Piscine Éclair;21/12/2026;;;60;;;1\n`)).id,
    )
    const second = await run(
      planner,
      (await bring(planner, `${header}\n;Contrôle;Piscine Éclair;21/12/2026;;;75;;;3\n`)).id,
    )
    expect(second.result?.tallies['work-orders']).toEqual({ created: 0, updated: 1, unchanged: 0 })
    expect(await all(planner)).toMatchObject([{ duration_minutes: 75, seats: 3, version: 2 }])
  })

  test('start with the values of their template', async () => {
    const { planner, skill } = await poolCompany(testWork)
    await act(
      planner,
      createTemplate,
      templateDraft.parse({
        name: 'Visite hebdomadaire',
        durationMinutes: 40,
        skills: [{ skillId: skill.id, level: 1 }],
        positions: [{ label: 'Technicien', headcount: 2 }],
      }),
    )
    await run(
      planner,
      (
        await bring(
          planner,
          'Modèle;Nom du site;Échéance\nvisite HEBDOMADAIRE;Piscine Éclair;31/12/2026\n',
        )
      ).id,
    )
    expect(await all(planner)).toMatchObject([
      { title: 'Visite hebdomadaire', duration_minutes: 40, seats: 2 },
    ])
  })

  test('have every fault told', async () => {
    const { planner, make } = await poolCompany(testWork)
    const started = await make({ externalId: 'I-9' })
    await work.act(
      planner,
      {
        name: 'test.start',
        permission: 'work-orders.write',
        run: async (tx) => {
          await markPlanned(tx, [started.id])
          await markStarted(tx, [started.id])
        },
      },
      undefined,
    )
    const draft = await bring(
      planner,
      `${header}
I-1;Contrôle;Piscine inconnue;31/02/2026;;;0;Nulle;Plongée;0
I-2;;Piscine Éclair;30/03/2026;12h;8h;60;;;
I-3;Contrôle;Piscine Éclair;30/03/2026;8h;9h;120;;;
I-9;Autre titre;Piscine Éclair;;;;60;;;
I-5;Contrôle;;;8h;;60;;;
I-6;Contrôle;Piscine Éclair;;;;60;;;
I-6;Contrôle;Piscine Éclair;;;;60;;;
`,
    )
    const { faults } = await check(planner, draft.id)
    expect(
      faults.map(({ line, column, got, expected }) => [line, column, got, expected.fr]),
    ).toEqual([
      [2, 'Nom du site', 'Piscine inconnue', "un site connu (importez d'abord les sites)"],
      [2, 'Date', '31/02/2026', 'une date qui existe, p. ex. 21/11/2026 ou 2026-11-21'],
      [2, 'Durée', '0', 'une durée de plus de 0 et de 24 h au plus, p. ex. 90, 1h30 ou 1,5 h'],
      [2, 'Priorité', 'Nulle', "l'un de : Urgente, Régulier"],
      [2, 'Compétences', 'Plongée', 'une compétence connue (Chimie)'],
      [2, 'Nb personnes', '0', 'un nombre entier de 1 à 200'],
      [3, 'Intitulé', '', 'un intitulé ou un modèle'],
      [3, 'Heure fin', '8h', 'une heure après 12:00'],
      [4, 'Heure fin', '9h', 'Ce créneau est plus court que la durée (120 min).'],
      [
        5,
        'N° intervention',
        'in_progress',
        'une intervention encore ouverte (celle-ci est faite, close ou annulée)',
      ],
      [6, 'Nom du site', '', 'un site (nom ou identifiant)'],
      [6, 'Date', '', 'un jour avec les heures'],
      [
        8,
        'N° intervention',
        'I-6',
        'only once; already on line 7'.replace(
          'only once; already on line',
          'une seule fois ; déjà à la ligne',
        ),
      ],
    ])
  })

  test('3,000 of them are all in', async () => {
    const { planner } = await poolCompany(testWork)
    const lines = Array.from(
      { length: 3_000 },
      (_, i) => `I-${i};Contrôle;Piscine Éclair;21/12/2026;;;60;;Chimie:1;1`,
    )
    const draft = await bring(planner, `${header}\n${lines.join('\n')}\n`)
    const done = await run(planner, draft.id)
    expect(done.result?.tallies['work-orders']?.created).toBe(3_000)
  })
})
