import { expect, test } from 'vitest'
import { program as theProgram } from '../platform/actor.ts'
import { aBrowser, anActor, anOrganization, PASSWORD, signIn } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'
import { addMember } from './commands/organizations.ts'

const program = useProgram()
const tokenIn = (letter: string | undefined) => /token=([\w-]+)/.exec(letter ?? '')?.[1] ?? ''

test('a password opens a session that knows member, organisation and permissions', async () => {
  const { organizationId } = await anOrganization(program, { name: 'Bassins & Cie' })
  const planner = await signIn(program, 'planner', { organizationId })
  const { status, body } = await planner.get('/api/session')
  expect(status).toBe(200)
  expect(body).toEqual(planner.session)
  expect(body).toMatchObject({
    user: { email: planner.actor.email, language: null },
    member: { id: planner.actor.memberId, role: 'planner', technicianId: null },
    organization: { id: organizationId, name: 'Bassins & Cie', timeZone: 'Europe/Paris' },
    organizations: [{ id: organizationId, role: 'planner' }],
  })
  expect(body.permissions).toContain('clients.write')
  expect(body.permissions).not.toContain('identity.manage-members')
})

test('the session cookie is out of reach of scripts and other sites', async () => {
  const { email } = await anActor(program, 'planner')
  const { headers } = await aBrowser(program).post('/api/sign-in', { email, password: PASSWORD })
  const [cookie = ''] = headers.getSetCookie()
  expect(cookie).toMatch(/^regie\.session=/)
  for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000'])
    expect(cookie).toContain(flag)
  expect(cookie).not.toContain('Secure')
})

test('a wrong password and an unknown address are answered alike', async () => {
  const { email } = await anActor(program, 'planner')
  const browser = aBrowser(program)
  const wrong = await browser.post('/api/sign-in', { email, password: 'pas le bon du tout' })
  const unknown = await browser.post('/api/sign-in', {
    email: 'personne@exemple.fr',
    password: 'pas le bon du tout',
  })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_credentials'])
  const { requestId: _, ...answer } = wrong.body
  expect(unknown.body).toMatchObject(answer)
  expect(browser.cookie()).toBe('')
})

test('the address is taken however it is written', async () => {
  const { email } = await anActor(program, 'planner')
  const body = { email: `  ${email.toUpperCase()} `, password: PASSWORD }
  expect((await aBrowser(program).post('/api/sign-in', body)).status).toBe(200)
})

test('after ten wrong passwords the account rests, and the right one is refused too', async () => {
  const { email } = await anActor(program, 'planner')
  const browser = aBrowser(program)
  const guess = (password: string) => browser.post('/api/sign-in', { email, password })
  const guesses = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(`guess ${n}`)))
  expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10)
  const { status, body } = await guess(PASSWORD)
  expect([status, body.code]).toEqual([429, 'too_many_requests'])
  expect(body.seconds).toBeGreaterThan(800)
})

test('who is not signed in is told so, and a forged cookie opens nothing', async () => {
  const browser = aBrowser(program)
  const asked = await browser.get('/api/session')
  expect([asked.status, asked.body.code]).toEqual([401, 'not_signed_in'])
  const planner = await signIn(program, 'planner')
  const token = planner.cookie().split('=')[1]?.split('.')[0]
  for (const cookie of [`regie.session=${token}.`, `regie.session=${token}`, 'regie.session=a.b'])
    expect((await browser.get('/api/session', { headers: { cookie } })).status).toBe(401)
})

test('signing out ends the session everywhere its cookie went', async () => {
  const planner = await signIn(program, 'planner')
  const cookie = planner.cookie()
  expect((await planner.post('/api/sign-out')).status).toBe(204)
  expect(planner.cookie()).toBe('')
  expect((await planner.get('/api/session', { headers: { cookie } })).status).toBe(401)
})

test('a link in a letter signs in once, and only by POST', async () => {
  const { email } = await anActor(program, 'planner')
  const browser = aBrowser(program)
  expect((await browser.post('/api/sign-in/link', { email })).status).toBe(204)
  await expect.poll(() => program.lettersTo(email)).toHaveLength(1)
  const [letter = ''] = program.lettersTo(email)
  expect(letter).toContain(`${program.address}/sign-in/link?token=`)
  const token = tokenIn(letter)
  for (const path of [
    `/api/sign-in/link/use?token=${token}`,
    `/api/auth/magic-link/verify?token=${token}`,
    `/magic-link/verify?token=${token}`,
    `/sign-in/link?token=${token}`,
  ]) {
    const { headers } = await browser.get(path)
    expect(headers.getSetCookie()).toEqual([])
  }
  const first = await browser.post('/api/sign-in/link/use', { token })
  expect(first.body).toMatchObject({ user: { email } })
  const again = await aBrowser(program).post('/api/sign-in/link/use', { token })
  expect([again.status, again.body.code]).toEqual([410, 'link_expired'])
})

test('asking for a link or a new password tells nothing about an unknown address', async () => {
  const browser = aBrowser(program)
  for (const path of ['/api/sign-in/link', '/api/password/forgotten'])
    expect((await browser.post(path, { email: 'inconnu@exemple.fr' })).status).toBe(204)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(program.lettersTo('inconnu@exemple.fr')).toEqual([])
})

test('letters speak the language of who asked', async () => {
  const { email } = await anActor(program, 'planner')
  const english = { headers: { 'accept-language': 'en-GB' } }
  await aBrowser(program).post('/api/sign-in/link', { email }, english)
  await aBrowser(program).post('/api/password/forgotten', { email }, english)
  await expect.poll(() => program.lettersTo(email)).toHaveLength(2)
  const text = program.lettersTo(email).join()
  expect(text).toContain('To sign in:')
  expect(text).toContain('To choose a new password:')
})

test('a forgotten password is replaced by link, and every session ends', async () => {
  const planner = await signIn(program, 'planner')
  const { email } = planner.actor
  await planner.post('/api/password/forgotten', { email })
  await expect.poll(() => program.lettersTo(email)).toHaveLength(1)
  const token = tokenIn(program.lettersTo(email)[0])
  const short = await planner.post('/api/password/reset', { token, newPassword: 'trop court' })
  expect(short.body.faults).toMatchObject([{ path: 'newPassword' }])
  const body = { token, newPassword: 'un tout autre secret' }
  expect((await planner.post('/api/password/reset', body)).status).toBe(204)
  expect((await planner.get('/api/session')).status).toBe(401)
  expect((await planner.post('/api/password/reset', body)).body.code).toBe('link_expired')
  const again = { email, password: body.newPassword }
  expect((await planner.post('/api/sign-in', again)).status).toBe(200)
})

test('changing the password ends the other sessions and keeps this one', async () => {
  const here = await signIn(program, 'planner')
  const { email } = here.actor
  const elsewhere = aBrowser(program)
  await elsewhere.post('/api/sign-in', { email, password: PASSWORD })
  const wrong = await here.post('/api/password', {
    currentPassword: 'pas le bon',
    newPassword: 'un tout autre secret',
  })
  expect(wrong.status).toBe(400)
  expect(wrong.body.faults).toMatchObject([{ path: 'currentPassword' }])
  const changed = await here.post('/api/password', {
    currentPassword: PASSWORD,
    newPassword: 'un tout autre secret',
  })
  expect(changed.status).toBe(204)
  expect((await here.get('/api/session')).status).toBe(200)
  expect((await elsewhere.get('/api/session')).status).toBe(401)
})

test('one person works in two organisations, one at a time', async () => {
  const planner = await signIn(program, 'planner')
  const other = await anOrganization(program, { name: 'Scène Ouverte' })
  const { email } = planner.actor
  await program.services.work.act(theProgram(other.organizationId, 'test'), addMember, {
    userId: planner.session.user.id,
    name: 'Camille',
    email,
    role: 'manager',
    technicianId: null,
  })
  const { body } = await planner.post('/api/session/organization', {
    organizationId: other.organizationId,
  })
  expect(body.organization.name).toBe('Scène Ouverte')
  expect(body.member.role).toBe('manager')
  expect(body.organizations).toHaveLength(2)
  const again = aBrowser(program)
  const { body: latest } = await again.post('/api/sign-in', { email, password: PASSWORD })
  expect(latest.organization.name).toBe('Scène Ouverte')
  const stranger = await anOrganization(program)
  const refused = await planner.post('/api/session/organization', stranger)
  expect([refused.status, refused.body.code]).toEqual([404, 'not_found'])
})

test('a member chooses their own name and language', async () => {
  const planner = await signIn(program, 'planner')
  const change = { version: 1, name: 'Camille Démo', language: 'en' }
  expect((await planner.patch('/api/profile', change)).body).toMatchObject({
    name: 'Camille Démo',
    language: 'en',
    version: 2,
  })
  const stale = await planner.patch('/api/profile', change)
  expect([stale.status, stale.body.current.version]).toEqual([412, 2])
})

test('a page of another site cannot write here', async () => {
  const planner = await signIn(program, 'planner')
  for (const headers of [
    { origin: 'https://ailleurs.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    const { status, body } = await planner.post('/api/sign-out', undefined, { headers })
    expect([status, body.code]).toEqual([403, 'foreign_origin'])
  }
  const own = { headers: { origin: program.address } }
  expect((await planner.post('/api/sign-out', undefined, own)).status).toBe(204)
})

test('right passwords do not count: a whole company comes in by one address', async () => {
  const { email } = await anActor(program, 'planner')
  for (let n = 0; n < 12; n++) {
    const { status } = await aBrowser(program).post('/api/sign-in', { email, password: PASSWORD })
    expect(status).toBe(200)
  }
})
