import { expect, test } from 'vitest'
import { aBrowser, anOrganization, signIn } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'

const clock = { now: Date.parse('2026-11-21T09:00:00Z') }
const program = useProgram({ clock: () => clock.now })
const tokenIn = (letter: string | undefined) => /token=([\w-]+)/.exec(letter ?? '')?.[1] ?? ''
const password = 'une phrase assez longue'
let guests = 0

async function invited(role = 'planner') {
  const { organizationId } = await anOrganization(program, { name: 'Bassins & Cie' })
  const owner = await signIn(program, 'owner', { organizationId })
  const email = `invitee${++guests}@exemple.fr`
  const made = await owner.post('/api/invitations', { email, role, name: 'Éloïse' })
  await expect.poll(() => program.lettersTo(email), { timeout: 60_000 }).toHaveLength(1)
  return { owner, email, made, token: tokenIn(program.lettersTo(email)[0]) }
}

test('whoever is invited gets a letter, chooses a password and is a member', async () => {
  const { owner, email, made, token } = await invited()
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ email, role: 'planner', state: 'pending', version: 1 })
  expect(program.lettersTo(email)[0]).toContain(`${program.address}/invitation?token=`)
  const guest = aBrowser(program)
  const { body: offer } = await guest.post('/api/invitations/open', { token })
  expect(offer).toEqual({
    organization: 'Bassins & Cie',
    email,
    name: 'Éloïse',
    role: 'planner',
    invitedBy: owner.actor.name,
    hasAccount: false,
  })
  const bare = await guest.post('/api/invitations/accept', { token, name: 'Éloïse Démo' })
  expect(bare.body.faults).toMatchObject([{ path: 'password' }])
  const joined = await guest.post('/api/invitations/accept', {
    token,
    name: 'Éloïse Démo',
    password,
  })
  expect(joined.status).toBe(201)
  expect(joined.body).toMatchObject({
    user: { name: 'Éloïse Démo', email },
    member: { role: 'planner' },
  })
  expect((await guest.get('/api/session')).status).toBe(200)
  expect((await owner.get('/api/invitations')).body.items).toEqual([])
  expect((await aBrowser(program).post('/api/sign-in', { email, password })).status).toBe(200)
})

test('an invitation serves once, also when it is answered twice at the same time', async () => {
  const { owner, token } = await invited()
  const accept = () =>
    aBrowser(program).post('/api/invitations/accept', { token, name: 'Éloïse', password })
  const answers = await Promise.all([accept(), accept(), accept()])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410])
  expect((await accept()).body.code).toBe('link_expired')
  expect((await aBrowser(program).post('/api/invitations/open', { token })).status).toBe(410)
  expect((await owner.get('/api/members')).body.total).toBe(3)
})

test('opening the page of an invitation changes nothing', async () => {
  const { token } = await invited()
  const guest = aBrowser(program)
  await guest.get(`/invitation?token=${token}`)
  await guest.get(`/api/invitations/accept?token=${token}`)
  expect((await guest.post('/api/invitations/open', { token })).status).toBe(200)
})

test('a letter sent again makes the earlier link void', async () => {
  const { owner, email, made, token } = await invited()
  clock.now += 1_000
  await owner.post(`/api/invitations/${made.body.id}/resend`)
  await expect.poll(() => program.lettersTo(email), { timeout: 60_000 }).toHaveLength(2)
  const second = tokenIn(program.lettersTo(email)[1])
  const guest = aBrowser(program)
  expect((await guest.post('/api/invitations/open', { token })).status).toBe(410)
  expect((await guest.post('/api/invitations/open', { token: second })).status).toBe(200)
})

test('an invitation taken back opens nothing', async () => {
  const { owner, made, token } = await invited()
  const { body } = await owner.post(`/api/invitations/${made.body.id}/revoke`)
  expect(body.state).toBe('revoked')
  expect((await aBrowser(program).post('/api/invitations/open', { token })).status).toBe(410)
  const again = await owner.post(`/api/invitations/${made.body.id}/revoke`)
  expect([again.status, again.body.code]).toEqual([409, 'wrong_state'])
})

test('after seven days it has expired, and can be sent again', async () => {
  const { owner, email, made, token } = await invited()
  const before = clock.now
  clock.now += 7 * 86_400_000
  try {
    expect((await aBrowser(program).post('/api/invitations/open', { token })).status).toBe(410)
    const { body } = await owner.get('/api/invitations')
    expect(body.items).toMatchObject([{ email, state: 'expired' }])
    const resent = await owner.post(`/api/invitations/${made.body.id}/resend`)
    expect(resent.body).toMatchObject({ state: 'pending', version: 2 })
  } finally {
    clock.now = before
  }
})

test('a link that was tampered with opens nothing', async () => {
  const { token } = await invited()
  for (const forged of [`${token}A`, token.slice(0, -4), `B${token.slice(1)}`, 'nothing'])
    expect((await aBrowser(program).post('/api/invitations/open', { token: forged })).status).toBe(
      410,
    )
})

test('a member, or who is invited already, is not invited again', async () => {
  const { owner, email } = await invited()
  const pending = await owner.post('/api/invitations', { email, role: 'planner' })
  expect([pending.status, pending.body.code]).toEqual([409, 'already_exists'])
  const member = { email: owner.actor.email, role: 'planner' }
  expect((await owner.post('/api/invitations', member)).body.code).toBe('already_exists')
})

test('who has an account elsewhere joins with it, and keeps the password', async () => {
  const elsewhere = await signIn(program, 'planner')
  const { organizationId } = await anOrganization(program, { name: 'Scène Ouverte' })
  const owner = await signIn(program, 'owner', { organizationId })
  const { email } = elsewhere.actor
  await owner.post('/api/invitations', { email, role: 'manager' })
  await expect.poll(() => program.lettersTo(email), { timeout: 60_000 }).toHaveLength(1)
  const token = tokenIn(program.lettersTo(email)[0])
  const guest = aBrowser(program)
  expect((await guest.post('/api/invitations/open', { token })).body.hasAccount).toBe(true)
  const joined = await guest.post('/api/invitations/accept', { token, name: 'Camille' })
  expect(joined.body.organization.name).toBe('Scène Ouverte')
  expect(joined.body.organizations).toHaveLength(2)
  expect((await elsewhere.get('/api/session')).body.organization.id).not.toBe(organizationId)
})
