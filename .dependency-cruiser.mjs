// The walls of the house. The order of the list in apps/server/src/modules.ts IS the floor plan, on the server and on
// the web. tools/boundaries.test.ts plants a forbidden import for each rule here and expects it to bite.
import { readFileSync } from 'node:fs'

const server = 'apps/server/src'
const web = 'apps/web/src'
const solver = 'packages/solver/src'
const nothing = '^$'
const tests = '\\.test\\.tsx?$'

const any = (names) => (names.length ? `(${names.join('|')})` : nothing)
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const list =
  /modules\b[^=]*=\s*\[([^\]]*)\]/.exec(readFileSync(`${server}/modules.ts`, 'utf8'))?.[1] ?? ''
const modules = list
  .replaceAll(/\/\/.*/g, '')
  .split(',')
  .map((name) => kebab(name.trim()))
  .filter(Boolean)
if (modules.length < 2)
  throw new Error('modules.ts lists no modules: the walls would be passed in silence')

const rule = (name, from, to, comment) => ({ name, severity: 'error', from, to, comment })

/** No name in the list may import a later one: `floors('x', base, ['a', 'b'])` forbids a → b. */
const floors = (name, base, names) =>
  names.slice(0, -1).map((floor, index) => {
    const above = names.slice(index + 1)
    return rule(
      `${name}:${floor}`,
      { path: `^${base}/${floor}/` },
      { path: `^${base}/${any(above)}/` },
      `${floor} stands below ${above.join(', ')}`,
    )
  })

/** A folder of `base` may be entered from another one by its index.ts only; `open` folders everywhere. */
const frontDoor = (name, base, open) => [
  rule(
    name,
    { path: `^${base}/([^/]+)/` },
    {
      path: `^${base}/[^/]+/`,
      pathNot: [`^${base}/$1/`, `^${base}/[^/]+/index\\.ts$`, `^${base}/${any(open)}/`],
    },
    'enter another room by its front door, index.ts',
  ),
  rule(
    `${name}-from-the-street`,
    { path: `^${base}/[^/]+\\.tsx?$` },
    { path: `^${base}/[^/]+/`, pathNot: [`^${base}/[^/]+/index\\.ts$`, `^${base}/${any(open)}/`] },
    'main.ts, modules.ts and their like enter a room by its front door, index.ts',
  ),
]

/** Inside a server module a file may import only roles that stand before its own in this list. */
const roles = [
  '(model|events|permissions)',
  'store',
  'queries',
  'commands',
  'jobs',
  'routes',
  'index',
]
const roleRules = roles
  .slice(0, -1)
  .map((role, index) =>
    rule(
      `role:${role}`,
      { path: `^${server}/([^/]+)/${role}(\\.ts|/)`, pathNot: [tests, `^${server}/platform/`] },
      { path: `^${server}/$1/${any(roles.slice(index + 1))}(\\.ts|/)` },
      `${role} stands above ${roles.slice(index + 1).join(', ')} in the table of files`,
    ),
  )

const solves = [`^${server}/planning/`, `^${web}/(planning|portal|fieldwork)/`]

export default {
  forbidden: [
    rule('no-circle', {}, { circular: true }, 'files that import each other are one file'),
    rule(
      'no-orphan',
      {
        orphan: true,
        pathNot: [
          tests,
          '/(main|cli)\\.tsx?$',
          '\\.d\\.ts$',
          '\\.config\\.ts$',
          '\\.css$',
          // What a phone's page and its worker begin with, put into them as it stands.
          '^apps/web/field/',
        ],
      },
      {},
      'nothing imports it and it imports nothing: it is dead',
    ),
    rule(
      'solver-is-pure',
      { path: `^${solver}`, pathNot: tests },
      { pathNot: `^${solver}` },
      'the engine has no dependency: it runs in a browser, a phone and a server alike',
    ),
    ...floors('solver', solver, ['problem', 'solution', '(rules|objectives)', 'moves', 'search']),
    rule(
      'checker-is-independent',
      { path: `^${solver}/check/`, pathNot: tests },
      { path: `^${solver}/`, pathNot: `^${solver}/(check|problem)/` },
      'a checker that shares code with what it checks shares its mistakes',
    ),
    rule(
      'contract-knows-only-zod',
      { path: '^packages/contract/src', pathNot: tests },
      { pathNot: ['^packages/contract/src', 'node_modules/zod/'] },
    ),
    rule(
      'only-planning-solves',
      { path: '^apps/', pathNot: solves },
      { path: `^${solver}/` },
      'availability is asked by planning and by the screens that ask "may this technician do this then?"',
    ),
    rule(
      'platform-knows-no-module',
      { path: `^${server}/platform/`, pathNot: tests },
      { path: `^${server}/`, pathNot: `^${server}/platform/` },
    ),
    rule(
      'testing-is-for-tests',
      { path: `^${server}/`, pathNot: [tests, `^${server}/testing/`] },
      { path: `^${server}/testing/` },
    ),
    ...frontDoor('server-front-door', server, ['platform', 'testing']),
    ...frontDoor('web-front-door', web, ['ui', 'lib']),
    ...floors('server', server, modules),
    ...floors('web', web, ['(ui|lib)', ...modules, 'surfaces']),
    ...roleRules,
    rule('web-and-server-meet-in-the-contract', { path: '^apps/web/' }, { path: '^apps/server/' }),
    rule('server-and-web-meet-in-the-contract', { path: '^apps/server/' }, { path: '^apps/web/' }),
    rule('packages-know-no-app', { path: '^packages/', pathNot: tests }, { path: '^apps/' }),
  ],
  options: {
    parser: 'swc', // TypeScript 7 has no JavaScript API: without swc nothing is read, and all is said to be well
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^apps/web/(dist|public)/', '\\.(css|svg|woff2|png)$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
