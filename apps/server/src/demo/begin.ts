// At each start: fill what is missing of the demo, and say how to sign in to it.
import type { Id } from '@regie/contract/kernel'
import { findOrganization, hasOrganization } from '../identity/index.ts'
import type { FileStore } from '../platform/files.ts'
import type { Services } from '../platform/services.ts'
import { command, type Tx } from '../platform/work.ts'
import { seedFestival } from './festival/seed.ts'
import { demoActor, type Users } from './founding.ts'
import { seedMaintenance } from './maintenance/seed.ts'
import { demoNotes, makeUsers } from './people.ts'
import { type Week, weekOf } from './week.ts'

type Seed = (tx: Tx, users: Users, week: Week, files: FileStore) => Promise<void>

/** Ids are fixed, so that a start that was killed is gone on with and nothing comes twice. */
const organizations: readonly (readonly [Id, Seed])[] = [
  ['01900000-0000-7000-8000-00000000de01', seedMaintenance],
  ['01900000-0000-7000-8000-00000000de02', seedFestival],
]

export async function beginDemo(services: Services): Promise<string[]> {
  const { config, database } = services
  if (!config.demo) return []
  const missing = await missingOnes(services)
  const begun = missing.length < organizations.length
  if (!begun && (await hasOrganization(database))) return []
  if (missing.length) await fill(services, missing)
  return demoNotes(services.secret)
}

async function missingOnes({ work }: Services): Promise<typeof organizations> {
  const there = await Promise.all(
    organizations.map(([id]) => work.read(demoActor(id), null, (tx) => findOrganization(tx))),
  )
  return organizations.filter((_, index) => !there[index])
}

async function fill(services: Services, missing: typeof organizations): Promise<void> {
  const { work, clock, log, files } = services
  const users = await makeUsers(services)
  const week = weekOf(clock())
  for (const [id, seed] of missing) {
    const begun = performance.now()
    const fillOne = command('demo.fill', { permission: 'identity.provision' }, (tx: Tx) =>
      seed(tx, users, week, files).then(() => undefined),
    )
    await work.act(demoActor(id), fillOne, undefined)
    log.info({ organizationId: id, ms: Math.round(performance.now() - begun) }, 'demo filled')
  }
}
