import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { organizationDraft } from '@regie/contract/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrganization, findOrCreateUser } from './identity/index.ts'
import { program as programActor } from './platform/actor.ts'
import { newId } from './platform/clock.ts'
import { useProgram } from './testing/program.ts'

const program = useProgram()
const folder = mkdtempSync(path.join(tmpdir(), 'regie-cli-'))
const organizationId = newId(Date.now())

beforeAll(async () => {
  const person = { name: 'Camille Exemple', email: 'camille@cli.example' }
  const { userId } = await findOrCreateUser(program.services, person)
  const draft = organizationDraft.parse({ name: 'Bassins Exemple' })
  const actor = programActor(organizationId, 'Test')
  await program.services.work.act(actor, createOrganization, {
    draft,
    owner: { ...person, userId },
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Buffer): string => {
  const place = path.join(folder, name)
  writeFileSync(place, content)
  return place
}

type Said = { code: number; out: string; err: string }
const regie = (...words: string[]): Promise<Said> =>
  new Promise((done) => {
    const env = { ...process.env, DATABASE_URL: program.url, DATA_DIR: folder }
    const cli = path.join(import.meta.dirname, 'cli.ts')
    execFile(process.execPath, [cli, ...words], { env }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })

describe('the command line', () => {
  test('imports, tells what it did, and does nothing the second time', async () => {
    const place = file(
      'sites.csv',
      'Code site;Client;Site;Latitude;Longitude\nA1;V;Piscine;48,86;2,35\n',
    )
    const first = await regie('import', 'sites', place, '--organization', 'bassins')
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain('sites: 1 created, 0 updated, 0 unchanged')
    const second = await regie('import', 'sites', place)
    expect(second.out).toContain('sites: 0 created, 0 updated, 1 unchanged')
  }, 120_000)

  test('tells faults with line and column, imports nothing, and says so by its exit code', async () => {
    const place = file('bad.csv', 'Code site;Client;Site;Latitude;Longitude\nB1;V;Stade;200;2,35\n')
    const said = await regie('import', 'sites', place, '--language', 'fr')
    expect(said.code).toBe(1)
    expect(said.err).toContain('ligne 2, colonne « Latitude » : attendu une latitude de −90 à 90')
    expect(said.out).toContain('nothing was imported')
  }, 120_000)

  test('explains what it does not understand', async () => {
    const unknown = await regie('import', 'cows', file('x.csv', 'a;b\n1;2\n'))
    expect(unknown).toMatchObject({ code: 2 })
    expect(unknown.err).toContain('expected "sites", "technicians", "work-orders"; got "cows"')
  }, 120_000)
})
