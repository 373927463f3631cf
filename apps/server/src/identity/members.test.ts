import { expect, test } from 'vitest'
import { openStream } from '../testing/live-stream.ts'
import { aBrowser, anOrganization, PASSWORD, signIn } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'

const program = useProgram()

async function team() {
  const { organizationId } = await anOrganization(program)
  const owner = await signIn(program, 'owner', { organizationId })
  return { organizationId, owner }
}

test('members are listed by name, found without accents, and page by page', async () => {
  const { organizationId, owner } = await team()
  for (const role of ['planner', 'technician'] as const)
    await signIn(program, role, { organizationId })
  const { body } = await owner.get('/api/members?limit=2')
  expect([body.items.length, body.total]).toEqual([2, 4])
  const next = await owner.get(`/api/members?limit=2&cursor=${body.nextCursor}`)
  expect([next.body.items.length, next.body.nextCursor]).toEqual([2, null])
  const found = await owner.get('/api/members?search=TÉST%20plânner')
  expect(found.body.items.map(({ role }: { role: string }) => role)).toEqual(['planner'])
  const technicians = await owner.get('/api/members?role=technician')
  expect(technicians.body.total).toBe(1)
})

test('a member who was shut out is refused at once, signs in no more, and loses the live stream', async () => {
  const { organizationId, owner } = await team()
  const planner = await signIn(program, 'planner', { organizationId })
  const stream = await openStream(program, planner)
  const path = `/api/members/${planner.actor.memberId}/disable`
  const { status, body } = await owner.post(path, { version: 1 })
  expect([status, body.disabledAt === null]).toEqual([200, false])
  expect((await planner.get('/api/organization')).status).toBe(401)
  await expect.poll(() => stream.ended).toBe(true)
  const again = await aBrowser(program).post('/api/sign-in', {
    email: planner.actor.email,
    password: PASSWORD,
  })
  expect([again.status, again.body.code]).toEqual([403, 'no_organization'])
  expect(again.headers.getSetCookie()).toEqual([])
  await owner.post(path, { version: 2, disabled: false })
  const back = await planner.post('/api/sign-in', {
    email: planner.actor.email,
    password: PASSWORD,
  })
  expect(back.status).toBe(200)
})

test('a new role counts from the next request on', async () => {
  const { organizationId, owner } = await team()
  const planner = await signIn(program, 'planner', { organizationId })
  expect((await planner.get('/api/audit')).status).toBe(403)
  const role = { version: 1, role: 'manager' }
  expect((await owner.post(`/api/members/${planner.actor.memberId}/role`, role)).status).toBe(200)
  expect((await planner.get('/api/audit')).status).toBe(200)
})

test('the last owner keeps the role and the access', async () => {
  const { organizationId, owner } = await team()
  const { body } = await owner.get('/api/members?role=owner')
  const [first, second] = body.items as { id: string }[]
  const demote = (id: string | undefined) =>
    owner.post(`/api/members/${id}/role`, { version: 1, role: 'planner' })
  const other = first?.id === owner.actor.memberId ? second?.id : first?.id
  expect((await demote(other)).status).toBe(200)
  const refused = await demote(owner.actor.memberId)
  expect([refused.status, refused.body.code]).toEqual([409, 'last_owner'])
  const out = await owner.post(`/api/members/${owner.actor.memberId}/disable`, { version: 1 })
  expect([out.status, out.body.code]).toEqual([409, 'last_owner'])
  expect(organizationId).toBe(owner.session.organization.id)
})

test('two owners who demote each other at once leave one', async () => {
  const { organizationId, owner } = await team()
  const { body } = await owner.get('/api/members?role=owner')
  const founder = body.items.find(({ id }: { id: string }) => id !== owner.actor.memberId)
  await owner.post(`/api/members/${founder.id}/role`, { version: 1, role: 'planner' })
  const other = await signIn(program, 'owner', { organizationId })
  const answers = await Promise.all([
    owner.post(`/api/members/${other.actor.memberId}/role`, { version: 1, role: 'planner' }),
    other.post(`/api/members/${owner.actor.memberId}/role`, { version: 1, role: 'planner' }),
  ])
  // The loser finds itself no owner any more, or too late.
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const { total } = (await owner.get('/api/members?role=owner')).body
  expect(total).toBe(1)
})

test('a manager manages members, but not owners', async () => {
  const { organizationId, owner } = await team()
  const manager = await signIn(program, 'manager', { organizationId })
  const planner = await signIn(program, 'planner', { organizationId })
  const role = (id: string, to: string) =>
    manager.post(`/api/members/${id}/role`, { version: 1, role: to })
  expect((await role(owner.actor.memberId, 'planner')).body.code).toBe('forbidden')
  expect((await role(planner.actor.memberId, 'owner')).body.code).toBe('forbidden')
  expect((await role(planner.actor.memberId, 'accountant')).status).toBe(200)
  const invited = { email: 'patron@exemple.fr', role: 'owner' }
  expect((await manager.post('/api/invitations', invited)).body.code).toBe('forbidden')
})

test('a technician reads the organisation and nothing of its members', async () => {
  const { organizationId } = await team()
  const technician = await signIn(program, 'technician', { organizationId })
  expect((await technician.get('/api/organization')).status).toBe(200)
  for (const path of ['/api/members', '/api/invitations', '/api/audit'])
    expect((await technician.get(path)).status).toBe(403)
  const settings = { ...(await technician.get('/api/organization')).body, name: 'À moi' }
  expect((await technician.patch('/api/organization', settings)).status).toBe(403)
})

test("another organisation's member is not found, whatever is asked of it", async () => {
  const { owner } = await team()
  const stranger = await signIn(program, 'planner')
  const { memberId } = stranger.actor
  const asked = [
    await owner.post(`/api/members/${memberId}/role`, { version: 1, role: 'owner' }),
    await owner.post(`/api/members/${memberId}/disable`, { version: 1 }),
    await owner.post(`/api/invitations/${memberId}/revoke`),
  ]
  for (const { status, body } of asked) expect([status, body.code]).toEqual([404, 'not_found'])
  expect((await stranger.get('/api/session')).status).toBe(200)
})

test('the settings have a version, and are checked', async () => {
  const { owner } = await team()
  const { body: before } = await owner.get('/api/organization')
  expect(before).toMatchObject({
    dayStartsAt: '08:00',
    dayEndsAt: '20:00',
    bufferMinutes: 15,
    breakMinutes: 15,
    breakAfterMinutes: 240,
    version: 1,
  })
  const change = { ...before, name: 'Scène Ouverte', timeZone: 'Indian/Reunion', bufferMinutes: 0 }
  const { body: after } = await owner.patch('/api/organization', change)
  expect(after).toEqual({ ...change, version: 2 })
  const stale = await owner.patch('/api/organization', change)
  expect([stale.status, stale.body.current]).toEqual([412, after])
  const night = { ...after, dayStartsAt: '20:00', dayEndsAt: '08:00' }
  const refused = await owner.patch('/api/organization', night)
  expect(refused.body.faults).toMatchObject([{ path: 'dayEndsAt', got: '08:00' }])
  expect((await owner.get('/api/session')).body.organization.timeZone).toBe('Indian/Reunion')
})

test('the table of permissions is there for everybody who is signed in', async () => {
  const technician = await signIn(program, 'technician')
  const { body } = await technician.get('/api/permissions')
  expect(body.items).toContainEqual({
    permission: 'identity.manage-owners',
    roles: ['owner'],
    fr: 'Nommer ou retirer un propriétaire',
    en: 'Make or remove an owner',
  })
  expect((await aBrowser(program).get('/api/permissions')).status).toBe(401)
})
