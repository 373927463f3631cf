// The phone's week in one answer, whole or as what differs.
import { expect, test } from 'vitest'
import { aFieldDay, snapshotOf } from '../testing/field-day.ts'
import { at } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'

const clock = { now: Date.parse('2026-11-21T09:00:00Z') }
const program = useProgram({ clock: () => clock.now })

test('the first snapshot has the week, the next one only what changed, then nothing', async () => {
  const { publish, phone, assignment, step, order, assign, ana } = await aFieldDay(program, clock)
  expect(await snapshotOf(phone)).toMatchObject({ assignments: [], history: [], cursor: '' })
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
  await step('finished')
  const first = await snapshotOf(phone)
  expect(first.history).toMatchObject([
    { work: [{ title: 'Contrôle', technicians: ['Ana'], status: 'done', entries: [{}, {}, {}] }] },
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
