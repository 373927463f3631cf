// Plants one forbidden import for each wall in a copy of the house and expects the wall to bite there:
// a wall that cannot fail is no wall. What else the copy shows is the house itself, which must be clean.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { copyHouse } from './steps/copy-house.ts'
import { listedModules } from './steps/listed-modules.ts'
import { root } from './steps/step.ts'

const server = 'apps/server/src'
const web = 'apps/web/src'
const solver = 'packages/solver/src'
const [lower = '', upper = ''] = [listedModules()[0], listedModules().at(-1)]

type Case = { rule: string; from: string; to: string }
const planted = (rule: string, from: string, to: string): Case => ({ rule, from, to })

// Each plants its import in a file of its own, so that no two can cover for each other.
const cases: readonly Case[] = [
  planted(
    'no-circle',
    `${server}/${lower}/planted-circle.ts`,
    `${server}/${lower}/planted-round.ts`,
  ),
  planted('solver-is-pure', `${solver}/search/planted-node.ts`, 'node:fs'),
  planted(
    'solver-is-pure',
    `${solver}/problem/planted-package.ts`,
    'packages/contract/src/kernel.ts',
  ),
  planted('solver:problem', `${solver}/problem/planted.ts`, `${solver}/solution/target.ts`),
  planted('solver:solution', `${solver}/solution/planted.ts`, `${solver}/search/target.ts`),
  planted('solver:(rules|objectives)', `${solver}/rules/planted.ts`, `${solver}/moves/target.ts`),
  planted(
    'solver:(rules|objectives)',
    `${solver}/objectives/planted.ts`,
    `${solver}/search/target.ts`,
  ),
  planted('solver:moves', `${solver}/moves/planted.ts`, `${solver}/search/target.ts`),
  planted('checker-is-independent', `${solver}/check/planted.ts`, `${solver}/rules/target.ts`),
  planted('contract-knows-only-zod', 'packages/contract/src/planted.ts', `${solver}/index.ts`),
  planted('contract-knows-only-zod', 'packages/contract/src/planted-package.ts', 'kysely'),
  planted('packages-know-no-app', 'packages/contract/src/planted-app.ts', `${server}/modules.ts`),
  planted('only-planning-solves', `${server}/${lower}/planted-solver.ts`, `${solver}/index.ts`),
  planted('only-planning-solves', `${web}/ui/planted-solver.ts`, `${solver}/index.ts`),
  planted(
    'platform-knows-no-module',
    `${server}/platform/planted.ts`,
    `${server}/${lower}/index.ts`,
  ),
  planted(
    'testing-is-for-tests',
    `${server}/${lower}/planted-test.ts`,
    `${server}/testing/target.ts`,
  ),
  planted(
    'server-front-door',
    `${server}/${upper}/planted-window.ts`,
    `${server}/${lower}/store.ts`,
  ),
  planted(
    'server-front-door-from-the-street',
    `${server}/planted.ts`,
    `${server}/${lower}/store.ts`,
  ),
  planted('web-front-door', `${web}/${upper}/planted-window.ts`, `${web}/${lower}/api.ts`),
  planted('web-front-door-from-the-street', `${web}/planted.ts`, `${web}/${lower}/api.ts`),
  planted(`server:${lower}`, `${server}/${lower}/planted-up.ts`, `${server}/${upper}/index.ts`),
  planted('web:(ui|lib)', `${web}/ui/planted.ts`, `${web}/${lower}/index.ts`),
  planted(`web:${lower}`, `${web}/${lower}/planted-up.ts`, `${web}/${upper}/index.ts`),
  planted(`web:${upper}`, `${web}/${upper}/planted-out.ts`, `${web}/surfaces/index.ts`),
  planted(
    'role:(model|events|permissions)',
    `${server}/${lower}/model/planted.ts`,
    `${server}/${lower}/store.ts`,
  ),
  planted(
    'role:(model|events|permissions)',
    `${server}/${lower}/events/planted.ts`,
    `${server}/${lower}/jobs.ts`,
  ),
  planted('role:store', `${server}/${lower}/store/planted.ts`, `${server}/${lower}/queries.ts`),
  planted(
    'role:queries',
    `${server}/${lower}/queries/planted.ts`,
    `${server}/${lower}/commands.ts`,
  ),
  planted(
    'role:commands',
    `${server}/${lower}/commands/planted.ts`,
    `${server}/${lower}/routes.ts`,
  ),
  planted('role:jobs', `${server}/${lower}/jobs/planted.ts`, `${server}/${lower}/routes.ts`),
  planted('role:routes', `${server}/${lower}/routes/planted.ts`, `${server}/${lower}/index.ts`),
  planted(
    'web-and-server-meet-in-the-contract',
    `${web}/${lower}/planted-server.ts`,
    `${server}/modules.ts`,
  ),
  planted(
    'server-and-web-meet-in-the-contract',
    `${server}/${lower}/planted-web.ts`,
    `${web}/${lower}/index.ts`,
  ),
]

const report = z.object({
  summary: z.object({
    totalCruised: z.int(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
  }),
})
type Report = z.infer<typeof report>

const house = copyHouse()
const isPlant = (file: string): boolean => file.includes('/planted') || file.includes('/target.ts')

function plant({ from, to }: Case): void {
  const file = join(house, from)
  const isPath = to.includes('/')
  const target = isPath ? join(house, to) : to
  if (isPath && !existsSync(target)) {
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, 'export const target = 1\n')
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    `import type { target } from '${target}'\nexport type Planted = typeof target\n`,
  )
}

function cruise(): Report {
  const depcruise = join(root, 'node_modules/.bin/depcruise')
  const args = ['packages', 'apps', '--config', '.dependency-cruiser.mjs', '--output-type', 'json']
  const done = spawnSync(process.execPath, [depcruise, ...args], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 1_000_000_000,
  })
  if (done.stdout === '') throw new Error(done.stderr)
  return report.parse(JSON.parse(done.stdout))
}

let seen: Report
beforeAll(() => {
  for (const one of cases) plant(one)
  plant(planted('', `${server}/${lower}/planted-round.ts`, `${server}/${lower}/planted-circle.ts`))
  writeFileSync(join(house, solver, 'planted-orphan.ts'), 'export const alone = 1\n')
  seen = cruise()
}, 60_000)
afterAll(() => rmSync(house, { recursive: true, force: true }))

test.each(cases)('$rule bites in $from', ({ rule, from, to }) => {
  const bites = seen.summary.violations.filter((violation) => violation.from === from)
  expect(bites.map((violation) => violation.rule.name)).toContain(rule)
  const bite = bites.find((violation) => violation.rule.name === rule)
  expect(bite?.to).toContain(to.replace('node:', ''))
})

test('every rule of the walls is bitten by a case', () => {
  const proven = new Set(cases.map(({ rule }) => rule.replace(/^(server|web):.*/, '$1:')))
  const config = readFileSync(join(root, '.dependency-cruiser.mjs'), 'utf8')
  const named = [...config.matchAll(/\brule\(\s*'([a-z-]+)'/g)].map(([, name]) => name ?? '')
  expect(named.filter((name) => !proven.has(name) && name !== 'no-orphan')).toEqual([])
  expect(named.length).toBeGreaterThan(10)
})

test('an orphan is told', () => {
  const orphans = seen.summary.violations.filter(({ rule }) => rule.name === 'no-orphan')
  expect(orphans.map(({ from }) => from)).toContain(`${solver}/planted-orphan.ts`)
})

test('the house as it stands breaks no wall, and was really read', () => {
  const own = seen.summary.violations.filter(({ from, to }) => !isPlant(from) && !isPlant(to))
  expect(own).toEqual([])
  const sources = ['packages', 'apps'].flatMap((kind) =>
    readdirSync(join(root, kind), { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\/src\/.*\.tsx?$/.test(file) && !file.includes('node_modules'),
    ),
  )
  expect(seen.summary.totalCruised).toBeGreaterThan(sources.length + cases.length)
})
