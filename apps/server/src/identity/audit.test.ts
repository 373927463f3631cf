import { expect, test } from 'vitest'
import { sql } from '../platform/db/sql.ts'
import { signIn } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'

const program = useProgram()
type Entry = { name: string; by: { name: string }; payload: { name: string } }

async function history() {
  const owner = await signIn(program, 'owner')
  const { organizationId } = owner.actor
  const planner = await signIn(program, 'planner', { organizationId })
  const one = await planner.post('/api/clients', { name: 'Piscine Démo' })
  const other = await owner.post('/api/clients', { name: 'Gymnase Démo' })
  const entries = async (query = ''): Promise<Entry[]> =>
    (await owner.get(`/api/audit${query}`)).body.items
  await expect
    .poll(async () => (await entries('?name=client_created')).length, { timeout: 60_000 })
    .toBe(2)
  return { owner, planner, one: one.body, other: other.body, entries }
}

test('the trail tells who did what, latest first', async () => {
  const { owner, planner, entries } = await history()
  const told = await entries('?name=client_created')
  expect(told.map(({ by, payload }) => [by.name, payload.name])).toEqual([
    [owner.actor.name, 'Gymnase Démo'],
    [planner.actor.name, 'Piscine Démo'],
  ])
  const all = (await entries()).map(({ name }) => name)
  for (const name of ['organization_created', 'member_joined', 'member_signed_in'])
    expect(all).toContain(name)
})

test('it can be asked by member, by thing, by time', async () => {
  const { planner, one, entries } = await history()
  const names = (found: Entry[]) => found.map(({ payload }) => payload.name)
  expect(names(await entries(`?memberId=${planner.actor.memberId}&name=client_created`))).toEqual([
    'Piscine Démo',
  ])
  expect(names(await entries(`?subjectId=${one.id}`))).toEqual(['Piscine Démo'])
  expect(await entries(`?until=${new Date(Date.now() - 3_600_000).toISOString()}`)).toEqual([])
  const recent = `?from=${new Date(Date.now() - 3_600_000).toISOString()}&name=client_created`
  expect(await entries(recent)).toHaveLength(2)
})

test('it is read page by page without a gap or a double', async () => {
  const { owner, entries } = await history()
  const all = await entries('?limit=200')
  const paged: Entry[] = []
  for (let cursor = ''; ; ) {
    const { body } = await owner.get(`/api/audit?limit=2${cursor}`)
    paged.push(...body.items)
    if (!body.nextCursor) break
    cursor = `&cursor=${body.nextCursor}`
  }
  expect(paged).toEqual(all)
})

test('it is for owners and managers, and each organisation has its own', async () => {
  const { planner, one } = await history()
  expect((await planner.get('/api/audit')).status).toBe(403)
  const stranger = await signIn(program, 'owner')
  const { body } = await stranger.get(`/api/audit?subjectId=${one.id}`)
  expect(body).toEqual({ items: [], nextCursor: null, total: 0 })
})

test('filters that do not fit are told', async () => {
  const owner = await signIn(program, 'owner')
  const { status, body } = await owner.get('/api/audit?from=hier&memberId=moi&cursor=x')
  expect(status).toBe(400)
  expect(body.faults.map(({ path }: { path: string }) => path).sort()).toEqual([
    'query.from',
    'query.memberId',
  ])
})

test('what the trail says stays as it is: the program itself can neither change nor remove it', async () => {
  const { owner } = await history()
  const { organizationId } = owner.actor
  for (const statement of [
    sql`update identity.audit_entries set actor_name = 'personne' where organization_id = ${organizationId}`,
    sql`delete from identity.audit_entries where organization_id = ${organizationId}`,
    sql`delete from identity.audit_subjects where organization_id = ${organizationId}`,
  ]) {
    const { database } = program.services
    const attempt = database.transaction(organizationId, (rows) => rows.run(statement))
    await expect(attempt).rejects.toThrow('permission denied')
  }
})
