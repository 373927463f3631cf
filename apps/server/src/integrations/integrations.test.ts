import { readFileSync } from 'node:fs'
import type { ImportKind } from '@regie/contract/integrations'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { sql } from '../platform/db/sql.ts'
import { member, useWork } from '../testing/work.ts'
import { changeImport, discardImport, openImport, runImport } from './commands.ts'
import { checkImport } from './dry-run.ts'
import { findUpload } from './store.ts'

const { act, read, rows, told } = useWork()
const paris = readFileSync(new URL('../demo/data/facilities.csv', import.meta.url))

const bring = (actor: Actor, text: string | Buffer, kind?: ImportKind) =>
  act(actor, openImport, { fileName: 'fichier.csv', bytes: Buffer.from(text), kind })
const check = (actor: Actor, importId: string) =>
  read(actor, async (tx) => {
    const upload = await findUpload(tx, importId)
    if (!upload) throw new Error('gone')
    return await checkImport(tx, upload)
  })
const run = (actor: Actor, importId: string, skipFaulty = false) =>
  act(actor, runImport, { importId, skipFaulty })
type SeenSite = { name: string; address_line: string; latitude: number | null }
const sitesOf = (actor: Actor) =>
  rows(actor, (tx) =>
    tx.rows(sql<SeenSite>`
      select name, address_line, latitude from clients.v_sites
      where organization_id = ${actor.organizationId} order by name`),
  )

const mapped = (headers: string) => `${headers}\n`
const facilities = (columns: readonly string[]) => {
  const at = (name: string) => columns.indexOf(name)
  return {
    'client.name': [at('installation')],
    'site.name': [at('installation'), at('equipment')],
    'site.externalId': [at('facility_id')],
    'asset.name': [at('equipment')],
    'asset.kind': [at('equipment_type')],
    'asset.attributes': [at('surface'), at('basin_length_m'), at('operator')],
    longitude: [at('longitude')],
    latitude: [at('latitude')],
  }
}

describe('the real facilities of Paris', () => {
  const owner = member('owner')

  test('are mapped by themselves, imported in under 3 s, and not doubled by the second time', async () => {
    const draft = await bring(owner, paris)
    expect(draft).toMatchObject({
      kind: 'sites',
      encoding: 'utf-8',
      separator: ',',
      lineCount: 547,
    })
    const columns = draft.columns.map(({ header }) => header)
    const { 'asset.attributes': _, ...guessed } = facilities(columns)
    expect(draft.mapping).toEqual(guessed)

    await act(owner, changeImport, { importId: draft.id, mapping: facilities(columns) })
    const dry = await check(owner, draft.id)
    expect(dry.faults).toEqual([])
    expect(dry.tallies).toEqual({
      clients: { created: 311, updated: 0, unchanged: 0 },
      sites: { created: 547, updated: 0, unchanged: 0 },
      assets: { created: 547, updated: 0, unchanged: 0 },
    })
    expect(dry.preview[0]).toMatchObject({
      line: 2,
      outcome: 'create',
      values: { 'site.name': 'Gymnase Suzanne Berlioux – Gymnase de Type C', latitude: '48.86181' },
    })

    const done = await run(owner, draft.id)
    expect(done).toMatchObject({
      state: 'done',
      result: { tallies: dry.tallies, skippedLines: 0, withoutPosition: 0, geocoding: 0 },
    })
    const seen = await sitesOf(owner)
    expect(seen).toHaveLength(547)
    expect(seen.every(({ latitude }) => latitude !== null)).toBe(true)
    expect((await told(owner)).filter(({ name }) => name === 'site_created')).toHaveLength(547)

    const again = await bring(owner, paris)
    expect(again.remembered).toBe(true)
    expect(again.mapping).toEqual(facilities(columns))
    const second = await run(owner, again.id)
    expect(second.result?.tallies).toEqual({
      clients: { created: 0, updated: 0, unchanged: 311 },
      sites: { created: 0, updated: 0, unchanged: 547 },
      assets: { created: 0, updated: 0, unchanged: 547 },
    })
  })

  test('are nobody else’s', async () => {
    expect(await sitesOf(member('owner'))).toEqual([])
  })
})

describe('faults', () => {
  const owner = member('owner')

  test('are all told, each with line, column, what was expected and what came', async () => {
    const draft = await bring(
      owner,
      `${mapped('Code site;Client;Site;Latitude;Longitude;SIRET;E-mail')}A1;Ville;Piscine;200;2,35;;
A2;Ville;"Stade
du parc";48,86;;732;pas-une-adresse
A3;Ville;;48,86;2,35;12;
A1;Ville;Gymnase;48,86;2,35
A5;Ville;Patinoire;48,87;2,36;73282932000074;a@b.fr
A5;Ville;Autre;48,87;2,36;73282932000074;a@b.fr
`,
    )
    const { faults, faultyLines, lines } = await check(owner, draft.id)
    const short = faults.map(({ line, column, got, expected }) => [line, column, got, expected.en])
    expect(short).toEqual([
      [2, 'Latitude', '200', 'a latitude from −90 to 90, e.g. 48.8566'],
      [3, 'Longitude', '', 'a longitude with the latitude'],
      [3, 'SIRET', '732', 'the 14 digits of the SIRET (column formatted as text)'],
      [3, 'E-mail', 'pas-une-adresse', 'an e-mail address, e.g. name@example.com'],
      [5, 'Site', '', 'a value'],
      [5, 'SIRET', '12', 'the 14 digits of the SIRET (column formatted as text)'],
      [6, '', '5 : A1 | Ville | Gymnase | 48,86 | 2,35', '7 columns'],
      [8, 'Code site', 'A5', 'the same values as on line 7, which has the same identifier or name'],
    ])
    expect([lines, faultyLines]).toEqual([6, 5])
  })

  test('let nothing in, unless their lines are skipped', async () => {
    const draft = await bring(
      owner,
      `${mapped('Client;Site;Latitude;Longitude')}V;A;48;2\nV;B;200;2\n`,
    )
    await expect(run(owner, draft.id)).rejects.toMatchObject({
      code: 'import_has_faults',
      details: { count: 1 },
    })
    expect(await sitesOf(owner)).toEqual([])
    const done = await run(owner, draft.id, true)
    expect(done.result).toMatchObject({ skippedLines: 1, tallies: { sites: { created: 1 } } })
    expect((await sitesOf(owner)).map(({ name }) => name)).toEqual(['A'])
  })

  test('of a column nobody mapped stop the whole file, also when lines are skipped', async () => {
    const draft = await bring(owner, 'foo;bar\n1;2\n', 'sites')
    const { faults } = await check(owner, draft.id)
    expect(faults.map(({ expected }) => expected.en)).toEqual([
      'a column for “Site name”',
      'a column for “Client name”',
    ])
    await expect(run(owner, draft.id, true)).rejects.toMatchObject({ code: 'import_has_faults' })
  })

  test('do not hang an import whose every line is faulty', async () => {
    const draft = await bring(
      owner,
      `${mapped('Client;Site;Latitude;Longitude')}V;A;x;2\nV;B;200;2\n`,
    )
    const { faultyLines, tallies } = await check(owner, draft.id)
    expect(faultyLines).toBe(2)
    expect(tallies.sites).toEqual({ created: 0, updated: 0, unchanged: 0 })
  })
})

describe('a second file', () => {
  const owner = member('owner')
  const header = 'Code site;Client;Site;Adresse;CP;Ville;Latitude;Longitude;Téléphone'

  test('updates by external id, leaves what it does not tell, and drops a position that moved', async () => {
    const first = await bring(
      owner,
      `${header}\nX1;Ville;Bassin;1 rue A;75001;Paris;48,1;2,1;01 23 45 67 89\nX2;Ville;Halle;2 rue A;75001;Paris;48,2;2,2;0123456789\n`,
    )
    await run(owner, first.id)
    const second = await bring(
      owner,
      'Code site;Client;Site;Ville;Latitude;Longitude\nX1;VILLE;Bassin nord;;48,1;2,1\n',
    )
    const done = await run(owner, second.id)
    expect(done.result?.tallies).toMatchObject({
      clients: { created: 0, updated: 0, unchanged: 1 },
      sites: { created: 0, updated: 1, unchanged: 0 },
    })
    expect(await sitesOf(owner)).toEqual([
      { name: 'Bassin nord', address_line: '1 rue A', latitude: 48.1 },
      { name: 'Halle', address_line: '2 rue A', latitude: 48.2 },
    ])
  })

  test('cannot take a site from its client', async () => {
    const draft = await bring(owner, 'Code site;Client;Site\nX1;Quelqu’un;Bassin\n')
    const { faults } = await check(owner, draft.id)
    expect(faults.map(({ column, expected }) => [column, expected.en])).toEqual([
      ['Code site', 'a free identifier; it already stands for “Bassin nord” elsewhere'],
    ])
  })

  test('with several assets of a site makes the site once', async () => {
    const draft = await bring(
      owner,
      'Client;Site;Équipement;Type équipement\nV;Piscine;Bassin 25 m;Bassin\nV;Piscine;Pataugeoire;Bassin\nV;Piscine;Pataugeoire;Bassin\n',
    )
    const { faults, tallies } = await check(owner, draft.id)
    expect(tallies).toMatchObject({ sites: { created: 1 }, assets: { created: 2 } })
    expect(faults.map(({ line, expected }) => [line, expected.en])).toEqual([
      [4, 'only once; already on line 3'],
    ])
  })
})

describe('an upload', () => {
  const owner = member('owner')

  test('can be read otherwise', async () => {
    const draft = await bring(owner, Buffer.from('Client;Site\nMus\xe9e;Caf\xe9\n', 'latin1'))
    expect(draft.encoding).toBe('windows-1252')
    const changed = await act(owner, changeImport, {
      importId: draft.id,
      separator: ',',
      encoding: 'utf-8',
    })
    expect(changed.columns.map(({ header }) => header)).toEqual(['Client;Site'])
    const { faults } = await check(owner, draft.id)
    expect(faults[0]?.expected.en).toMatch(/a column for/)
    const back = await act(owner, changeImport, { importId: draft.id, separator: ';' })
    expect(back.mapping).toEqual({ 'client.name': [0], 'site.name': [1] })
    expect((await check(owner, draft.id)).faults.map(({ got }) => got)).toEqual([
      'Mus\uFFFDe',
      'Caf\uFFFD',
    ])
  })

  test('is another organisation’s secret, and gone once dropped or imported', async () => {
    const draft = await bring(owner, 'Client;Site\nA;B\n')
    await expect(run(member('owner'), draft.id)).rejects.toMatchObject({ code: 'not_found' })
    await act(owner, discardImport, { importId: draft.id })
    await expect(run(owner, draft.id)).rejects.toMatchObject({ code: 'not_found' })
    const other = await bring(owner, 'Client;Site\nA;B\n')
    await run(owner, other.id)
    await expect(run(owner, other.id)).rejects.toMatchObject({ code: 'wrong_state' })
    const kept = await rows(owner, (tx) =>
      tx.rows(
        sql<{ content: unknown }>`select content from integrations.imports where id = ${other.id}`,
      ),
    )
    expect(kept).toEqual([{ content: null }])
  })

  test('is not for technicians or accountants', async () => {
    for (const role of ['technician', 'accountant'] as const)
      await expect(bring(member(role), 'a;b\n1;2\n')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('of no table is refused with the reason', async () => {
    await expect(bring(owner, '%PDF-1.7 …')).rejects.toMatchObject({
      code: 'unreadable_file',
      details: { reason: 'PDF' },
    })
  })

  test('of 3,000 lines is imported within some seconds', async () => {
    const many = member('owner')
    const lines = Array.from(
      { length: 3_000 },
      (_, i) => `S${i};Client ${i % 900};Site ${i};48,${10_000 + i};2,${10_000 + i}`,
    )
    const draft = await bring(
      many,
      `Code site;Client;Site;Latitude;Longitude\n${lines.join('\n')}\n`,
    )
    const done = await run(many, draft.id)
    expect(done.result?.tallies.sites?.created).toBe(3_000)
  })
})
