// The phone's week in one answer, whole or as what differs.
import { expect, test } from 'vitest'
import { aFieldDay, snapshotOf } from '../testing/field-day.ts'
import { signIn } from '../testing/people.ts'
import { at } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'

const clock = { now: Date.parse('2026-11-21T09:00:00Z') }
const program = useProgram({ clock: () => clock.now })

test('the first snapshot has the week, the next one only what changed, then nothing', async () => {
  const { publish, phone, assignment, step, order, assign, ana } = await aFieldDay(program, clock)
  expect(await snapshotOf(phone)).toMatchObject({ assignments: [], history: [], parts: [] })
  await publish()
  const whole = await snapshotOf(phone)
  expect(whole).toMatchObject({
    timeZone: 'Europe/Paris',
    assignments: [{ id: assignment.id, assets: [{ name: 'Pompe' }], entries: [] }],
    history: [{ work: [] }],
    goneIds: [],
  })
  const nothing = await snapshotOf(phone, whole.cursor)
  expect(nothing).toMatchObject({ assignments: [], history: [], goneIds: [], cursor: whole.cursor })
  await assign(await order(), ana.id, at('15:00'))
  await publish()
  await step('en_route')
  const changed = await snapshotOf(phone, whole.cursor)
  expect(changed.assignments).toHaveLength(2)
  expect(changed.assignments[0]).toMatchObject({ state: 'en_route', entries: [{}] })
  expect(changed.history).toEqual([])
})

test('what is over is history for the next visit, and what was taken away is named', async () => {
  const { publish, phone, step, tell, order, assign, ana, assignment } = await aFieldDay(
    program,
    clock,
  )
  await publish()
  await step('started')
  await tell({ kind: 'note', noteId: assignment.id, text: 'Filtre encrassé' })
  const outcome = { kind: 'to_continue', reason: 'Joint à commander', followUp: '' } as const
  await tell({ kind: 'paper', texts: { workDone: 'Filtre lavé' }, outcome })
  await step('finished')
  const first = await snapshotOf(phone)
  const texts = [{ key: 'workDone', text: 'Filtre lavé' }]
  const report = { outcome, texts, recommendations: [], pages: [] }
  expect(first.history).toMatchObject([
    {
      work: [
        { title: 'Contrôle', technicians: ['Ana'], status: 'done', entries: [{}, {}, {}], report },
      ],
    },
  ])
  const next = await assign(await order(), ana.id, at('15:00'))
  await publish()
  const { cursor } = await snapshotOf(phone)
  const [office] = [await tell({ kind: 'decline', reason: 'Malade' }, { assignmentId: next.id })]
  expect(office?.[0]?.outcome).toBe('applied')
  const last = await snapshotOf(phone, cursor)
  expect(last.assignments).toMatchObject([{ id: next.id, state: 'declined' }])
  clock.now += 10 * 86_400_000
  expect((await snapshotOf(phone, cursor)).goneIds).toContain(next.id)
  clock.now -= 10 * 86_400_000
})

test('a cursor that is none of ours holds nothing, and a long answer is compressed', async () => {
  const { publish, phone, tell, assignment } = await aFieldDay(program, clock)
  await publish()
  await tell({ kind: 'note', noteId: assignment.id, text: 'Long. '.repeat(400) })
  expect((await snapshotOf(phone, 'abc')).assignments).toHaveLength(1)
  const { headers } = await phone.get('/api/field/snapshot', {
    headers: { 'accept-encoding': 'gzip' },
  })
  expect(headers.get('content-encoding')).toBe('gzip')
})

test('documents and the list of parts travel along; prices only to those who may see them', async () => {
  const { publish, phone, work, planner, hire } = await aFieldDay(program, clock)
  const { organizationId } = planner
  const office = await signIn(program, 'planner', { organizationId })
  const path = `/api/work-orders/${work.id}/attachments`
  const plan = new Blob(['%PDF-1.7 plan du local'])
  const { status, body } = await office.post(
    `${path}?name=Plan%20d’accès.pdf&type=application/pdf`,
    plan,
  )
  expect([status, body.type, body.bytes]).toEqual([201, 'application/pdf', plan.size])
  await office.post('/api/parts', { name: 'Joint torique', unit: 'u', priceCents: 1250 })
  await publish()
  const first = await snapshotOf(phone)
  expect(first.assignments[0]?.documents).toEqual([
    { id: body.id, name: 'Plan d’accès.pdf', type: 'application/pdf', bytes: plan.size },
  ])
  expect(first.parts).toMatchObject([{ name: 'Joint torique', priceCents: null }])
  expect((await snapshotOf(phone, first.cursor)).parts).toBeNull()
  const boss = await hire('Bob')
  const lead = await signIn(program, 'planner', { organizationId, technicianId: boss.id })
  expect((await snapshotOf(lead)).parts).toMatchObject([{ priceCents: 1250 }])
  const carl = await hire('Carl')
  const other = await signIn(program, 'technician', { organizationId, technicianId: carl.id })
  const document = `/api/field/documents/${body.id}`
  const read = await phone.get(document)
  expect([read.status, read.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(read.headers.get('content-security-policy')).toContain('sandbox')
  expect((await other.get(document)).status).toBe(404)
  expect((await phone.get(`${path}/${body.id}`)).status).toBe(403)
  await office.delete(`${path}/${body.id}`)
  expect((await snapshotOf(phone, first.cursor)).assignments[0]?.documents).toEqual([])
})
