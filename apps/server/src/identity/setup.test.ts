import pg from 'pg'
import { expect, test } from 'vitest'
import { aBrowser } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'

const program = useProgram()
const wanted = (n: number | string) => ({
  organization: { name: `Exemple ${n}` },
  owner: { name: 'Camille', email: `camille${n}@exemple.fr`, password: 'une phrase assez longue' },
})

async function count(table: string): Promise<number> {
  const client = new pg.Client({ connectionString: program.url })
  await client.connect()
  try {
    return (await client.query(`select count(*)::int as n from ${table}`)).rows[0].n
  } finally {
    await client.end()
  }
}

test('every fault of the first set-up is told at once, and no password is echoed', async () => {
  const { status, body } = await aBrowser(program).post('/api/setup', {
    organization: { name: ' ', timeZone: 'Mars/Olympus', bufferMinutes: 61 },
    owner: { name: '', email: 'camille', password: 'trop court' },
  })
  expect(status).toBe(400)
  expect(body.faults.map(({ path }: { path: string }) => path).sort()).toEqual([
    'organization.bufferMinutes',
    'organization.name',
    'organization.timeZone',
    'owner.email',
    'owner.name',
    'owner.password',
  ])
  expect(JSON.stringify(body)).not.toContain('trop court')
  expect(await count('auth.users')).toBe(0)
})

test('of ten who set up at once, one makes the organisation; the others change nothing', async () => {
  const asked = await aBrowser(program).get('/api/setup')
  expect(asked.body).toEqual({ needed: true })
  const browsers = Array.from({ length: 10 }, () => aBrowser(program))
  // Half of them are the same impatient person, the others ten different ones.
  const answers = await Promise.all(
    browsers.map((browser, n) => browser.post('/api/setup', wanted(n % 2 ? 'x' : n))),
  )
  const winners = answers.filter(({ status }) => status === 201)
  expect(winners).toHaveLength(1)
  expect(new Set(answers.map(({ body }) => body.code))).toEqual(
    new Set([undefined, 'already_set_up']),
  )
  expect(await count('identity.organizations')).toBe(1)
  expect(await count('identity.members')).toBe(1)
  expect(await count('auth.users')).toBe(1)
  const winner = browsers[answers.findIndex(({ status }) => status === 201)]
  expect((await winner?.get('/api/session'))?.body).toMatchObject({
    member: { role: 'owner' },
    organization: { timeZone: 'Europe/Paris', language: 'fr' },
  })
})

test('afterwards it is refused for good', async () => {
  const browser = aBrowser(program)
  expect((await browser.get('/api/setup')).body).toEqual({ needed: false })
  const { status, body } = await browser.post('/api/setup', wanted('late'))
  expect([status, body.code]).toEqual([409, 'already_set_up'])
  expect(await count('auth.users')).toBe(1)
})
