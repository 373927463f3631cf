import { expect, test } from 'vitest'
import { type Client, signIn } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'

const program = useProgram()

async function site(planner: Client): Promise<string> {
  const client = await planner.post('/api/clients', { name: 'Mairie fictive' })
  return (await planner.post('/api/sites', { clientId: client.body.id, name: 'Bassin' })).body.id
}

test('a work order goes from request to cancelled over HTTP, and the same POST twice makes one', async () => {
  const planner = await signIn(program, 'planner')
  const draft = { siteId: await site(planner), title: 'Fuite', durationMinutes: 30 }
  const once = { headers: { 'idempotency-key': 'the-same-key' } }
  const first = await planner.post('/api/work-orders', draft, once)
  expect(first).toMatchObject({
    status: 201,
    body: { status: 'qualified', gaps: ['no_position', 'no_skill', 'no_priority'] },
  })
  expect((await planner.post('/api/work-orders', draft, once)).body.id).toBe(first.body.id)
  const path = `/api/work-orders/${first.body.id}`
  expect(await planner.patch(path, { ...first.body, title: 'Grande fuite' })).toMatchObject({
    status: 200,
    body: { title: 'Grande fuite', version: 2 },
  })
  expect((await planner.post(`${path}/validate`, { version: 2 })).body).toMatchObject({
    code: 'wrong_state',
    status: 409,
  })
  expect((await planner.post(`${path}/cancel`, { version: 1 })).status).toBe(412)
  expect(
    (await planner.post(`${path}/cancel`, { version: 2, reason: 'Fermé' })).body,
  ).toMatchObject({ status: 'cancelled' })
  expect(
    (await planner.get('/api/work-orders?status=cancelled,closed&sort=urgent')).body,
  ).toMatchObject({ total: 1 })
  expect((await planner.get('/api/work-orders/counts')).body).toMatchObject({
    cancelled: 1,
    qualified: 0,
  })
})

test('every fault of a work order is told at once', async () => {
  const planner = await signIn(program, 'planner')
  const bad = {
    siteId: 'nowhere',
    title: '',
    durationMinutes: 0,
    windows: [{ from: '2026-11-25T10:00:00Z', until: '2026-11-25T09:00:00Z' }],
    positions: [{ headcount: 0 }],
    dueAt: 'tomorrow',
  }
  const { status, body } = await planner.post('/api/work-orders', bad)
  expect(status).toBe(400)
  expect(body.faults.map(({ path }: { path: string }) => path)).toEqual([
    'siteId',
    'title',
    'durationMinutes',
    'windows.0.until',
    'dueAt',
    'positions.0.headcount',
  ])
  expect(body.faults[2]).toEqual({ path: 'durationMinutes', expected: 'Au moins 1.', got: '0' })
  const list = await planner.get('/api/work-orders?status=lost&priorityId=x&cursor=zzz')
  expect(list.body.faults.map(({ path }: { path: string }) => path)).toEqual([
    'query.status.0',
    'query.priorityId.0',
  ])
})

test('a work order, a project and a template of another organisation are not there', async () => {
  const planner = await signIn(program, 'planner')
  const stranger = await signIn(program, 'owner')
  const made = await planner.post('/api/work-orders', { siteId: await site(planner), title: 'x' })
  const project = await planner.post('/api/projects', { name: 'Tournée' })
  const template = await planner.post('/api/templates', { name: 'Visite', durationMinutes: 30 })
  for (const path of [
    `work-orders/${made.body.id}`,
    `projects/${project.body.id}`,
    `templates/${template.body.id}`,
  ]) {
    expect((await planner.get(`/api/${path}`)).status).toBe(200)
    expect((await stranger.get(`/api/${path}`)).status).toBe(404)
  }
  const foreign = { siteId: await site(stranger), title: 'x', templateId: template.body.id }
  expect((await stranger.post('/api/work-orders', foreign)).status).toBe(404)
})

test('a new organisation has its first priorities', async () => {
  const planner = await signIn(program, 'planner')
  await expect
    .poll(
      async () =>
        (await planner.get('/api/priorities')).body.map(({ name }: { name: string }) => name),
      { timeout: 60_000 },
    )
    .toEqual(['Urgente', 'Choc', 'Régulier', 'Audit qualité'])
})

test('documents are attached, read as they came, and taken off; other bytes than said are refused', async () => {
  const planner = await signIn(program, 'planner')
  const order = { siteId: await site(planner), title: 'Plans', durationMinutes: 30 }
  const { id } = (await planner.post('/api/work-orders', order)).body
  const path = `/api/work-orders/${id}/attachments`
  const send = (bytes: string, type: string, to = path) =>
    planner.post(
      `${to}?name=${encodeURIComponent('Plan du bassin é.pdf')}&type=${type}`,
      new Blob([bytes]),
    )
  const added = await send('%PDF-1.7 plan', 'application/pdf')
  expect(added).toMatchObject({
    status: 201,
    body: { name: 'Plan du bassin é.pdf', bytes: 13, workOrderId: id },
  })
  expect(await send('<html>', 'application/pdf')).toMatchObject({
    status: 400,
    body: { faults: [{ path: 'body', expected: 'a file of the type application/pdf' }] },
  })
  expect((await send('%PDF-', 'text/html')).status).toBe(400)
  expect(
    (await send('%PDF-', 'application/pdf', path.replace(id, planner.actor.memberId))).status,
  ).toBe(404)
  expect((await planner.get(path)).body.items).toHaveLength(1)
  const file = await planner.get(`${path}/${added.body.id}`)
  expect(file.headers.get('content-disposition')).toContain('Plan%20du%20bassin%20%C3%A9.pdf')
  expect(file.headers.get('content-security-policy')).toContain('sandbox')
  expect(file.body).toBe('%PDF-1.7 plan')
  const { organizationId } = planner.actor
  const reader = await signIn(program, 'accountant', { organizationId })
  expect((await reader.delete(`${path}/${added.body.id}`)).status).toBe(403)
  expect((await reader.get(path)).status).toBe(200)
  expect((await planner.delete(`${path}/${added.body.id}`)).status).toBe(204)
  expect((await planner.get(path)).body.items).toEqual([])
  expect((await planner.get(`${path}/${added.body.id}`)).status).toBe(404)
})
