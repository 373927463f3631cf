import { execFile } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../apps/server/src/testing/database.ts'
import { namingOf } from './new-module/naming.ts'
import { copyHouse } from './steps/copy-house.ts'
import { staticSteps } from './steps/static-steps.ts'
import { tenancyFaults } from './tenancy.ts'

const { url } = useDatabase()
const house = copyHouse()
const run = promisify(execFile)
const make = async (...args: string[]) =>
  await run(process.execPath, ['tools/new-module.ts', ...args], { cwd: house })

let said = ''
beforeAll(async () => {
  said = (await make('parking-lots')).stdout
}, 300_000)
afterAll(() => rmSync(house, { recursive: true, force: true }))

test('writes the contract, the server folder, the web folder and its lines elsewhere', () => {
  const server = ['README.md', 'model.ts', 'events.ts', 'permissions.ts', 'store.ts', 'queries.ts']
  const below = [...server, 'commands.ts', 'jobs.ts', 'routes.ts', 'index.ts']
  for (const file of [
    'packages/contract/src/parking-lots.ts',
    ...below.map((name) => `apps/server/src/parking-lots/${name}`),
    'apps/server/src/parking-lots/migrations/0001-parking-lots.sql',
    'apps/web/src/parking-lots/api.ts',
    'apps/web/src/parking-lots/words.ts',
    'apps/web/src/parking-lots/index.ts',
    'apps/web/src/parking-lots/screens/parking-lot-list.tsx',
  ]) {
    expect(existsSync(join(house, file)), file).toBe(true)
    expect(said).toContain(file)
  }
  const text = (file: string): string => readFileSync(join(house, file), 'utf8')
  expect(text('apps/server/src/modules.ts')).toMatch(/\bparkingLots,?\s*\]/)
  expect(text('packages/contract/src/permissions.ts')).toContain("'parking-lots.write': sentence(")
  expect(text('apps/web/src/surfaces/board/router.tsx')).toMatch(/\.\.\.parkingLotsScreens,?\s*\]/)
})

const itsFiles = /parking-lots|src\/(modules|permissions)\.ts|board\/router\.tsx/
const itsFolders = [
  'packages/contract/src/parking-lots.ts',
  'apps/server/src/parking-lots',
  'apps/web/src/parking-lots',
]
const itsLines = [
  'packages/contract/src/permissions.ts',
  'apps/server/src/modules.ts',
  'apps/web/src/surfaces/board/router.tsx',
]
const lint = ['biome', 'ci', '--colors=off', '--error-on-warnings', ...itsFolders, ...itsLines]

/** The settings of the house for its files alone: all that stood before is checked by the house's own steps. */
const typed = (folder: string, include: readonly string[]): readonly string[] => {
  const settings = join(folder, 'tsconfig.parking-lots.json')
  writeFileSync(join(house, settings), JSON.stringify({ extends: './tsconfig.json', include }))
  return ['tsc', '-p', settings, '--checkers', '1']
}
const whole = staticSteps.filter(({ name }) => /walls|table ownership/.test(name))

// Dead code is left out: nothing uses a capability that is new.
test.each([
  ['format and lint', lint],
  ['types', typed('.', itsFolders.slice(0, 2))],
  ['types of its screens', typed('apps/web', ['src/parking-lots'])],
  ...whole.map(({ name, command }) => [name, command] as const),
] as const)(
  'the new capability passes: %s',
  async (_name, [program = '', ...args]) => {
    const file = program === 'node' ? process.execPath : join(house, 'node_modules/.bin', program)
    const output = await run(file, args, { cwd: house, maxBuffer: 100_000_000 }).then(
      () => '',
      ({ stdout, stderr, message }: Error & { stdout: string; stderr: string }) =>
        stdout + stderr || message,
    )
    // Faults that stood in the house before are told by their own steps.
    expect(output.split('\n').filter((line) => itsFiles.test(line))).toEqual([])
  },
  300_000,
)

test('its table keeps tenants apart', async () => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const migration = 'apps/server/src/parking-lots/migrations/0001-parking-lots.sql'
  await client.query(readFileSync(join(house, migration), 'utf8'))
  const faults = await tenancyFaults(client, [])
  await client.end()
  expect(faults.filter((fault) => fault.startsWith('parking_lots'))).toEqual([])
})

test('refuses a name that is none, and one that is taken', async () => {
  await expect(make('Parking Lots')).rejects.toMatchObject({
    stderr: expect.stringContaining('lower-case words joined by hyphens'),
  })
  await expect(make('parking-lots')).rejects.toMatchObject({
    stderr: expect.stringContaining('There already is: packages/contract/src/parking-lots.ts'),
  })
})

test.each([
  ['parking-lots', 'parking-lot'],
  ['companies', 'company'],
  ['stock', 'stock'],
  ['addresses-glass', 'addresses-glass'],
])('the noun of %s is %s', (module, noun) => {
  expect(namingOf(module).noun).toBe(noun)
})
