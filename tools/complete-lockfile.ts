// `node tools/complete-lockfile.ts`: adds to package-lock.json the platform packages that npm left out.
// npm writes only what it could fetch where it ran, and `npm ci` then refuses the lockfile elsewhere, or at all. A missing
// entry needs no more than name, version and platform: where it fits, npm looks the rest up; elsewhere it is passed over.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps/step.ts'

type Entry = {
  version?: string
  resolved?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  dev?: boolean
  link?: boolean
  optionalDependencies?: Record<string, string>
}
type Lockfile = { packages: Record<string, Entry> }

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/** The platform a package is for, told by its name, as in `@swc/core-linux-x64-gnu`. */
export function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const parts = name.replace('gnueabihf', 'gnu').replace('musleabihf', 'musl').split(/[-/.]/)
  const os = parts.filter((part) => systems.includes(part))
  const cpu = parts.filter((part) => processors.includes(part))
  const libc = parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : []
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && os.includes('linux') && { libc }),
    ...(os.length > 0 && { os }),
  }
}

/** Where Node would find `name` for the package at `from`: in its own node_modules, or in one further up. */
function isLocked(lock: Lockfile, from: string, name: string): boolean {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
  ) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true
    if (!folder.includes('node_modules/'))
      return lock.packages[`node_modules/${name}`] !== undefined
  }
}

/** Optional dependencies of locked packages that are not locked themselves, as `[name, version, dev]`. */
export function missingEntries(lock: Lockfile): { name: string; version: string; dev: boolean }[] {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(lock, path, name))
      .map(([name, version]) => ({ name, version, dev: dev ?? false })),
  )
}

if (import.meta.main) {
  const file = join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lockfile
  for (const { name, version, dev } of missingEntries(lock)) {
    if (!/^\d/.test(version))
      throw new Error(`${name}@${version}: only an exact version can be added`)
    const platform = platformOf(name)
    if (!platform.os && !platform.cpu) throw new Error(`${name}: its name tells no platform`)
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(dev && { dev }),
      optional: true,
      ...platform,
    }
    console.log(`${name}@${version}`)
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) =>
    a === '' ? -1 : a.localeCompare(b, 'en'),
  )
  lock.packages = Object.fromEntries(sorted)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
