// Numbered .sql files, applied once each, in the order of the floor plan, under one advisory lock.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** A folder of `0001-name.sql` files and the name its migrations are recorded under. */
export type MigrationFolder = { readonly owner: string; readonly directory: string }

const LOCK = 7_263_451

/**
 * Brings the database at `url` up to date and returns what it applied. Each file is one transaction.
 * Throws when a file that was applied has changed since: migrations are never edited.
 */
export async function migrate(url: string, folders: readonly MigrationFolder[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`create schema if not exists platform;
      create table if not exists platform.migrations (
        name text primary key, hash text not null, applied_at timestamptz not null default now())`)
    const known = new Map(
      (
        await client.query<{ name: string; hash: string }>(
          'select name, hash from platform.migrations',
        )
      ).rows.map((row) => [row.name, row.hash]),
    )
    const applied: string[] = []
    for (const { name, text } of folders.flatMap(filesOf)) {
      const hash = createHash('sha256').update(text).digest('hex')
      const before = known.get(name)
      if (before && before !== hash)
        throw new Error(`migration ${name} was changed after it was applied; add a new one instead`)
      if (before) continue
      await applyOne(client, name, text, hash)
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}

async function applyOne(
  client: pg.Client,
  name: string,
  text: string,
  hash: string,
): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into platform.migrations (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

function filesOf({ owner, directory }: MigrationFolder): { name: string; text: string }[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: `${owner}/${file}`,
      text: readFileSync(path.join(directory, file), 'utf8'),
    }))
}
