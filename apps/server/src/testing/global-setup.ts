// Runs once before the server's tests: one PostgreSQL, and a template database with every migration applied.
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrationFolders } from '../migrations.ts'
import { migrate } from '../platform/db/migrate.ts'
import { startTestPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the server of this run, of its database `postgres`. */
    postgresUrl: string
  }
}

export const templateDatabase = 'template_regie'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres()
  const client = new pg.Client({ connectionString: server.url() })
  await client.connect()
  await client.query(`create database ${templateDatabase}`)
  await migrate(server.url(templateDatabase), migrationFolders)
  await client.query(
    `alter database ${templateDatabase} with is_template true allow_connections false`,
  )
  await client.end()
  project.provide('postgresUrl', server.url())
  return server.stop
}
