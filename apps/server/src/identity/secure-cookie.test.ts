import { expect, test } from 'vitest'
import { aBrowser, anActor, PASSWORD } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'

const program = useProgram({ env: { PUBLIC_URL: 'https://regie.exemple.fr' } })

test('behind https the cookie is secure and tied to the very host', async () => {
  const { email } = await anActor(program, 'planner')
  const browser = aBrowser(program)
  const { headers } = await browser.post('/api/sign-in', { email, password: PASSWORD })
  const [cookie = ''] = headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-regie\.session=/)
  for (const flag of ['Secure', 'HttpOnly', 'Path=/', 'SameSite=Lax'])
    expect(cookie).toContain(flag)
  expect(cookie).not.toContain('Domain')
  expect((await browser.get('/api/session')).status).toBe(200)
})

test('the public address counts as ours though the proxy speaks to another host', async () => {
  const { email } = await anActor(program, 'planner')
  const headers = { origin: 'https://regie.exemple.fr' }
  const body = { email, password: PASSWORD }
  expect((await aBrowser(program).post('/api/sign-in', body, { headers })).status).toBe(200)
})
