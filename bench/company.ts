// A started program on a throwaway PostgreSQL, with the real sports facilities of Paris as work to plan.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { clientDraft, siteDraft } from '@regie/contract/clients'
import type { Id } from '@regie/contract/kernel'
import { workOrderDraft } from '@regie/contract/work-orders'
import { technicianDraft } from '@regie/contract/workforce'
import pg from 'pg'
import { createPriority } from '../apps/server/src/catalog/index.ts'
import { createClient, createSite } from '../apps/server/src/clients/index.ts'
import type { Actor } from '../apps/server/src/platform/actor.ts'
import { readConfig } from '../apps/server/src/platform/config.ts'
import type { Tx } from '../apps/server/src/platform/work.ts'
import { type Program, startProgram } from '../apps/server/src/program.ts'
import { anOrganization } from '../apps/server/src/testing/people.ts'
import { startTestPostgres } from '../apps/server/src/testing/postgres.ts'
import { createWorkOrder } from '../apps/server/src/work-orders/index.ts'
import { createSkill, createTechnician } from '../apps/server/src/workforce/index.ts'

export const MONDAY = '2026-11-23'
/** The clock stands on the Saturday before, so that every day of the week is still to come. */
const NOW = Date.parse('2026-11-21T09:00:00Z')

export type Bench = {
  readonly program: Program
  readonly url: string
  stop(): Promise<void>
}

/** `frozen`: the clock of the program stands still at `now`; else it is the machine's. */
export async function startBench({
  frozen = true,
  now = NOW,
  roles = 'web,worker,cron',
} = {}): Promise<Bench> {
  const postgres = await startTestPostgres()
  const client = new pg.Client({ connectionString: postgres.url() })
  await client.connect()
  await client.query('create database bench')
  await client.end()
  const directory = mkdtempSync(path.join(tmpdir(), 'regie-bench-'))
  const config = readConfig({
    DATABASE_URL: postgres.url('bench'),
    DATA_DIR: directory,
    DEMO: 'off',
    LOG_LEVEL: 'error',
    PORT: '0',
    ROLES: roles,
    RATE_LIMIT_PER_MINUTE: '0',
  })
  const program = await startProgram(config, frozen ? { clock: () => now } : {})
  return {
    program,
    url: postgres.url('bench'),
    stop: async () => {
      await program.stop()
      await postgres.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** What `people.ts` wants to know of a program. */
export const asTestProgram = ({ program, url, stop }: Bench) => ({
  address: program.address,
  services: program.services,
  url,
  stop,
  lettersTo: () => [],
})

type Facility = { name: string; kind: string; latitude: number; longitude: number }

export function facilities(): Facility[] {
  const file = path.join(import.meta.dirname, '../apps/server/src/demo/data/facilities.csv')
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, ''))
    const at = (column: number) => cells?.[column] ?? ''
    return {
      name: `${at(1)} · ${at(2)}`.slice(0, 200),
      kind: at(3),
      longitude: Number(at(8)),
      latitude: Number(at(9)),
    }
  })
}

export type Company = { readonly owner: Actor; readonly technicianIds: readonly Id[] }

type Demand = {
  readonly sites: readonly Facility[]
  readonly technicians: number
  readonly minutes: number
}

/** An organisation with one visit to plan at each site, and technicians who live spread over the sites. */
export async function fillCompany(bench: Bench, demand: Demand): Promise<Company> {
  const { owner } = await anOrganization(asTestProgram(bench))
  const technicianIds = await bench.program.services.work.act(
    owner,
    { name: 'bench.fill', permission: 'planning.write', run: (tx: Tx) => fill(tx, demand) },
    undefined,
  )
  return { owner, technicianIds }
}

async function fill(tx: Tx, { sites, technicians, minutes }: Demand): Promise<Id[]> {
  const client = await createClient.run(tx, clientDraft.parse({ name: 'Ville fictive' }))
  const skill = await createSkill.run(tx, { code: 'POOL', name: 'Piscine' })
  const priority = await createPriority.run(tx, {
    name: 'Régulier',
    rank: 3,
    colour: '#2f6fde',
    icon: 'repeat',
  })
  for (const { name, latitude, longitude } of sites) {
    const site = await createSite.run(
      tx,
      siteDraft.parse({ clientId: client.id, name, position: { latitude, longitude } }),
    )
    await createWorkOrder.run(
      tx,
      workOrderDraft.parse({
        siteId: site.id,
        title: 'Visite',
        durationMinutes: minutes,
        priorityId: priority.id,
        skills: [{ skillId: skill.id, level: 1 }],
      }),
    )
  }
  const ids: Id[] = []
  for (let n = 0; n < technicians; n++) {
    const near = sites[Math.floor((n * sites.length) / technicians)]
    const technician = await createTechnician.run(
      tx,
      technicianDraft.parse({
        name: `Technicien ${String(n + 1).padStart(3, '0')}`,
        homePosition: near && { latitude: near.latitude, longitude: near.longitude },
        skills: [{ skillId: skill.id, level: 1 + (n % 3) }],
      }),
    )
    ids.push(technician.id)
  }
  return ids
}
