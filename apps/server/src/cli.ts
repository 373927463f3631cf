// What is asked of Régie at a terminal: `npm run regie -- import sites sites.csv --organization "Maintenance"`.
// Exit codes: 0 done, 1 refused or faulty, 2 not understood.
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { fileEncoding, importKind, separator } from '@regie/contract/integrations'
import type { Id } from '@regie/contract/kernel'
import { type Language, language } from '@regie/contract/roles'
import { findOrganization, organizationsNamed } from './identity/index.ts'
import { type FileImported, type FileToImport, importFile } from './integrations/index.ts'
import { type Actor, program as programActor } from './platform/actor.ts'
import { readConfig } from './platform/config.ts'
import { Refusal } from './platform/errors.ts'
import type { Services } from './platform/services.ts'
import { startProgram } from './program.ts'

const HELP = `Régie at the command line

  npm run regie -- import <sites|technicians|work-orders> FILE [options]
      --organization NAME     name (or part of it) or id; needed when there are several
      --map FIELD=COLUMN      which column feeds a field; several columns with +; may be repeated
      --encoding ENCODING     utf-8, windows-1252, utf-16le, utf-16be, macintosh; detected else
      --separator SIGN        ; , | or tab; detected else
      --create-missing        technicians: add skills and certifications that are not known
      --skip-faulty           import the other lines although some have faults
      --dry-run               tell faults and effects, import nothing
      --language fr|en        of the faults; en else
  npm run regie -- organizations
      lists them with their ids

The database is that of DATABASE_URL, or the embedded one in DATA_DIR; the server may run meanwhile.`

const MAX_BYTES = 10 * 1_048_576

/** Said to the person who typed, with what helps; exit code 2. */
class Misunderstood extends Error {}

const read = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        organization: { type: 'string', default: '' },
        map: { type: 'string', multiple: true, default: [] },
        encoding: { type: 'string' },
        separator: { type: 'string' },
        language: { type: 'string', default: 'en' },
        'create-missing': { type: 'boolean', default: false },
        'skip-faulty': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new Misunderstood((error as Error).message)
  }
}

type Values = ReturnType<typeof read>['values']

function oneOf<T extends string>(schema: { options: readonly T[] }, name: string, got: string): T {
  const value = schema.options.find((option) => option === got)
  if (value === undefined)
    throw new Misunderstood(
      `${name}: expected ${schema.options.map((option) => JSON.stringify(option)).join(', ')}; got ${JSON.stringify(got)}`,
    )
  return value
}

function readFile(path: string): Uint8Array {
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? {}
  if (size === undefined) throw new Misunderstood(`${path}: there is no such file`)
  if (size > MAX_BYTES)
    throw new Misunderstood(`${path}: ${(size / 1_048_576).toFixed(1)} MB, at most 10 MB; split it`)
  return readFileSync(path)
}

function columnsOf(maps: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(
    maps.map((map) => {
      const [, field, columns] = /^([\w.]+)=(.+)$/.exec(map) ?? []
      if (!field || !columns)
        throw new Misunderstood(`--map: expected FIELD=COLUMN, got ${JSON.stringify(map)}`)
      return [field, columns.split('+').map((column) => column.trim())]
    }),
  )
}

const toImport = (kind: string, path: string, values: Values): FileToImport => ({
  kind: oneOf(importKind, 'import', kind),
  encoding: values.encoding ? oneOf(fileEncoding, '--encoding', values.encoding) : undefined,
  separator: values.separator
    ? oneOf(separator, '--separator', values.separator.replace(/^(tab|\\t)$/, '\t'))
    : undefined,
  columns: columnsOf(values.map),
  createMissing: values['create-missing'],
  skipFaulty: values['skip-faulty'],
  dryRun: values['dry-run'],
  fileName: basename(path),
  bytes: readFile(path),
})

/** The program on behalf of the organisation, in its zone: files tell wall-clock times. */
async function actorOf(services: Services, wanted: string): Promise<Actor> {
  const id = await theOrganization(services, wanted)
  const actor = programActor(id, 'Ligne de commande')
  const organization = await services.work.read(actor, null, findOrganization)
  return { ...actor, timeZone: organization?.timeZone ?? actor.timeZone }
}

async function theOrganization({ database }: Services, wanted: string): Promise<Id> {
  const found = await organizationsNamed(database, wanted)
  const [one, ...others] = found
  const exact = found.find(({ name }) => name === wanted)
  if (exact) return exact.id
  if (one && others.length === 0) return one.id
  const list = found.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
  throw new Misunderstood(
    one
      ? `--organization: ${found.length} fit, name one of them:\n${list}`
      : `--organization: none is named ${JSON.stringify(wanted)}`,
  )
}

function tell({ check, result }: FileImported, spoken: Language): number {
  for (const { line, column, expected, got } of check.faults)
    console.error(
      spoken === 'fr'
        ? `ligne ${line}, ${column ? `colonne « ${column} »` : 'toute la ligne'} : attendu ${expected.fr} ; reçu ${JSON.stringify(got)}`
        : `line ${line}, ${column ? `column “${column}”` : 'whole line'}: expected ${expected.en}; got ${JSON.stringify(got)}`,
    )
  const { tallies, skippedLines } = result ?? { tallies: check.tallies, skippedLines: 0 }
  for (const [noun, { created, updated, unchanged }] of Object.entries(tallies))
    console.log(`${noun}: ${created} created, ${updated} updated, ${unchanged} unchanged`)
  if (!result)
    console.log(`${check.lines} lines, ${check.faultyLines} faulty; nothing was imported`)
  if (skippedLines) console.log(`${skippedLines} lines skipped`)
  if (result?.geocoding)
    console.log(`${result.geocoding} addresses wait to be looked up by the running server`)
  return check.faultCount > 0 && !result ? 1 : 0
}

type Task = (services: Services) => Promise<number>

/** What is asked; everything that can be told without the database is told before it is opened. */
function taskOf(positionals: readonly string[], values: Values): Task {
  const [verb, kind, path, ...rest] = positionals
  if (verb === 'organizations' && !kind) return listOrganizations
  if (verb !== 'import' || !kind || !path || rest.length) throw new Misunderstood(HELP)
  const file = toImport(kind, path, values)
  const spoken = oneOf(language, '--language', values.language)
  return async (services) => {
    const actor = await actorOf(services, values.organization)
    return tell(await importFile(services.work, actor, file), spoken)
  }
}

async function listOrganizations({ database }: Services): Promise<number> {
  for (const { id, name } of await organizationsNamed(database, '')) console.log(`${id}  ${name}`)
  return 0
}

async function main(): Promise<number> {
  const { positionals, values } = read()
  if (values.help || positionals.length === 0 || positionals[0] === 'help') {
    console.log(HELP)
    return 0
  }
  const task = taskOf(positionals, values)
  const config = { ...readConfig(process.env), roles: [], demo: false, logLevel: 'error' as const }
  const program = await startProgram(config)
  try {
    return await task(program.services)
  } finally {
    await program.stop()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof Refusal)
    for (const { expected, got } of error.faults ?? [])
      console.error(`expected ${expected}; got ${got}`)
  console.error((error as Error).message)
  process.exitCode = error instanceof Misunderstood ? 2 : 1
}
