// `npm start` and every other script begin here, on whatever Node the machine has (18 or later, plain JavaScript,
// builtins only): install from the lockfile when it changed, then run the rest under the pinned Node 24.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.installed-from')
const parentCheckMs = 500

/** The lockfile, and the machine: a node_modules copied from another system is not ours. */
function wanted() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  return hash.update(`${process.platform}-${process.arch}`).digest('hex')
}

function install() {
  const options = ['--include=dev', '--include=optional', '--engine-strict=false']
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const args = ['ci', ...options, ...quiet]
  const npm = process.env.npm_execpath // the very npm that called us, when it did
  const how = { cwd: root, stdio: ['ignore', 2, 2] }
  const done = /npm-cli\.c?js$/.test(npm ?? '')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], how)
    : spawnSync('npm', args, { ...how, shell: process.platform === 'win32' })
  if (done.error) fail(`npm could not be run: ${done.error.message}`)
  if (done.status !== 0) fail('npm ci failed; see above.', done.status ?? 1)
}

function pinnedNode() {
  const own = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(own)) return own
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 15)) return process.execPath
  return fail(
    `There is no packaged Node for ${process.platform}-${process.arch}, and this is Node ` +
      `${process.versions.node}. Install Node 24.15 or later and try again.`,
  )
}

function fail(message, status = 1) {
  console.error(message)
  process.exit(status)
}

function runUnder(node, args) {
  const folders = [join(modules, '.bin'), dirname(node), process.env.PATH ?? '']
  const child = spawn(node, args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      // Pictures are worked on in several threads: with an arena for each, glibc would keep a hundred megabytes more.
      MALLOC_ARENA_MAX: '2',
      // Types are stripped and code is compiled once: a start then takes half the work.
      NODE_COMPILE_CACHE: join(modules, '.cache/node'),
      ...process.env,
      PATH: folders.join(delimiter),
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      // Ctrl+C at a terminal already reaches the child: twice would cut its orderly stop short.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  // npm and dash may die of a signal without passing it on: a vanished parent means stop.
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, parentCheckMs).unref()
  child.on('error', (error) => fail(`${node} could not be run: ${error.message}`))
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
  })
}

const have = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
const want = wanted()
if (have !== want) {
  console.error('Installing dependencies from package-lock.json …')
  install()
  mkdirSync(modules, { recursive: true })
  writeFileSync(stamp, want)
}
runUnder(pinnedNode(), process.argv.slice(2))
