import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { useDatabase } from '../testing/database.ts'
import { type Actor, program } from './actor.ts'
import { newId, systemClock } from './clock.ts'
import { type Job, JobQueue, job } from './jobs.ts'
import { createLog } from './log.ts'
import { command, Work } from './work.ts'

const { database, url } = useDatabase()
const log = createLog('silent')
const done: { n: number; organizationId: string | null }[] = []
let failures = 0
const note = job<{ n: number }, unknown>(
  'tests.note',
  { payload: z.object({ n: z.int() }) },
  async (_services, { n }, { organizationId }) => {
    if (failures-- > 0) throw new Error('not now')
    done.push({ n, organizationId })
  },
)
const jobs = new JobQueue({ url, jobs: [note as Job<unknown>], log, cron: false })
const work = new Work({
  database,
  clock: systemClock,
  permissions: { 'tests.write': ['owner'] },
  jobs,
  onCommit: () => {},
})
const owner: Actor = {
  ...program(newId(Date.now()), 'Camille'),
  memberId: newId(Date.now()),
  role: 'owner',
}
const queue = command(
  'tests.queue',
  { permission: 'tests.write' },
  async (tx, { n, fails }: { n: number; fails?: boolean }) => {
    await tx.enqueue(note, { n })
    if (fails) throw new Error('rolled back')
  },
)

beforeAll(async () => {
  await jobs.start()
  await jobs.work({})
})
afterAll(() => jobs.stop())

test('a job runs soon after its command committed, for its organisation', async () => {
  await work.act(owner, queue, { n: 1 })
  await expect
    .poll(() => done, { timeout: 60_000 })
    .toContainEqual({ n: 1, organizationId: owner.organizationId })
})

test('a job of a command that was rolled back does not exist', async () => {
  await expect(work.act(owner, queue, { n: 2, fails: true })).rejects.toThrow('rolled back')
  await work.act(owner, queue, { n: 3 })
  await expect.poll(() => done.map(({ n }) => n), { timeout: 60_000 }).toContain(3)
  expect(done.map(({ n }) => n)).not.toContain(2)
})

test('a job that failed is tried again', async () => {
  failures = 1
  await work.act(owner, queue, { n: 4 })
  await expect.poll(() => done.map(({ n }) => n), { timeout: 60_000 }).toContain(4)
})

test('a payload that does not fit its schema is refused in the command', async () => {
  await expect(work.act(owner, queue, { n: 1.5 })).rejects.toThrow()
})
