// The technician's day over HTTP, on a started program: what is told, once or often, early or late.
import { contactDraft } from '@regie/contract/clients'
import type { HoursLine } from '@regie/contract/field-hours'
import { foldWork } from '@regie/contract/field-log'
import { expect, test } from 'vitest'
import { createContact } from '../clients/index.ts'
import { moveAssignment } from '../planning/index.ts'
import { newId, toInstant } from '../platform/clock.ts'
import { aCommand, aFieldDay, deliver, type FieldDay, snapshotOf } from '../testing/field-day.ts'
import { signIn } from '../testing/people.ts'
import { at } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'

const clock = { now: Date.parse('2026-11-21T09:00:00Z') }
const program = useProgram({ clock: () => clock.now })
const day = `from=${encodeURIComponent(at('00:00'))}&until=${encodeURIComponent(at('23:59'))}`
const aDay = (): Promise<FieldDay> => aFieldDay(program, clock)

/** The office moves the work order on. */
async function moveWork({ planner, work, workOrder }: FieldDay, verb: string): Promise<void> {
  const office = await signIn(program, 'planner', { organizationId: planner.organizationId })
  const version = (await workOrder())?.version
  const { status } = await office.post(`/api/work-orders/${work.id}/${verb}`, { version })
  expect(status).toBe(200)
}

test('drafts are not seen; published, the day has all that is needed at the stop', async () => {
  const { phone, publish, assignment, act, planner, client } = await aDay()
  await act(planner, createContact, {
    clientId: client.id,
    draft: contactDraft.parse({ name: 'Gardien', phone: '01 00 00 00 00' }),
  })
  expect((await phone.get(`/api/field/assignments?${day}`)).body.items).toEqual([])
  expect((await phone.get(`/api/field/assignments/${assignment.id}`)).status).toBe(404)
  await publish()
  const { status, body } = await phone.get(`/api/field/assignments?${day}`)
  expect(status).toBe(200)
  expect(body.items).toMatchObject([
    {
      state: 'offered',
      title: 'Contrôle',
      instructions: 'Contrôler le pH',
      products: [{ label: 'Chlore', quantity: 2, unit: 'kg' }],
      client: { name: 'Mairie fictive' },
      contacts: [{ name: 'Gardien', phone: '01 00 00 00 00' }],
      site: { name: 'Piscine Éclair', position: { latitude: 48.85, longitude: 2.35 } },
      coworkers: [],
      entries: [],
    },
  ])
})

test('one tap after the other takes the visit from offered to finished, and the work order to done', async () => {
  const { publish, assignment, step, tell, stop, workOrder } = await aDay()
  await publish()
  await tell({ kind: 'accept', startsAt: assignment.startsAt })
  expect((await stop()).state).toBe('accepted')
  clock.now = Date.parse(at('11:00'))
  const states: string[] = []
  for (const [one, time] of [
    ['en_route', '08:40'],
    ['started', '09:02'],
    ['paused', '09:20'],
    ['resumed', '09:30'],
  ] as const) {
    await step(one, time)
    states.push((await stop()).state)
  }
  expect(states).toEqual(['en_route', 'started', 'paused', 'started'])
  expect((await workOrder())?.status).toBe('in_progress')
  await step('finished', '09:50')
  const { state, entries } = await stop()
  clock.now = Date.parse('2026-11-21T09:00:00Z')
  expect(state).toBe('finished')
  expect((await workOrder())?.status).toBe('done')
  expect(entries[1]).toMatchObject({
    what: { step: 'started' },
    at: '2026-11-23T08:02:00.000Z',
    serverAt: expect.stringMatching(/^2026-11-23T10:00:00/),
    standing: 'counted',
  })
})

test('steps that come in the wrong order, and twice, end where the right order ends', async () => {
  const { publish, phone, assignment, stop, workOrder } = await aDay()
  await publish()
  clock.now = Date.parse(at('11:00'))
  const steps = (['en_route', 'started', 'paused', 'resumed', 'finished'] as const).map(
    (one, index) =>
      aCommand(clock, assignment.id, { kind: 'step', step: one }, { deviceAt: at(`09:0${index}`) }),
  )
  const [a, b, c, d, e] = steps
  const receipts = await deliver(phone, clock, [e, c, a, c, d, b, e])
  clock.now = Date.parse('2026-11-21T09:00:00Z')
  expect(receipts.map(({ outcome }) => outcome)).toEqual([
    'applied',
    'applied',
    'applied',
    'known',
    'applied',
    'applied',
    'known',
  ])
  const { state, entries } = await stop()
  expect(state).toBe('finished')
  expect(foldWork(entries).steps.map(({ step: one }) => one)).toEqual(
    steps.map(({ what }) => what.kind === 'step' && what.step),
  )
  expect((await workOrder())?.status).toBe('done')
})

test('what one hand taps in one minute stays in its order', async () => {
  const { publish, step, stop } = await aDay()
  await publish()
  for (const one of ['started', 'paused', 'resumed', 'finished'] as const) await step(one)
  expect((await stop()).state).toBe('finished')
})

test('work goes on after it was finished by mistake', async () => {
  const { publish, step, stop, workOrder } = await aDay()
  await publish()
  await step('started')
  await step('finished')
  clock.now += 60_000
  await step('resumed')
  expect((await stop()).state).toBe('started')
  expect((await workOrder())?.status).toBe('in_progress')
})

test('a phone whose clock is two days ahead tells the true time', async () => {
  const { publish, phone, assignment, stop } = await aDay()
  await publish()
  const ahead = clock.now + 2 * 86_400_000
  const tapped = new Date(ahead - 3_600_000).toISOString()
  const before = clock.now
  const command = aCommand(
    clock,
    assignment.id,
    { kind: 'step', step: 'started' },
    { deviceAt: tapped },
  )
  await deliver(phone, clock, [command], new Date(ahead).toISOString())
  const [entry] = (await stop()).entries
  expect(entry).toMatchObject({
    deviceAt: tapped,
    at: new Date(before - 3_600_000).toISOString(),
  })
})

test('one command that does not fit is refused with every fault, and the others are done', async () => {
  const { publish, phone, assignment, stop } = await aDay()
  await publish()
  const good = aCommand(clock, assignment.id, {
    kind: 'note',
    noteId: newId(clock.now),
    text: 'Portail fermé',
  })
  const bad = {
    id: 'x',
    deviceAt: 'hier',
    assignmentId: assignment.id,
    what: { kind: 'step', step: 'flown' },
  }
  const receipts = await deliver(phone, clock, [bad, {}, good])
  expect(receipts.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'applied'])
  expect(receipts[0]?.problem).toMatchObject({ code: 'invalid_input', status: 400 })
  const faults = (receipts[0]?.problem?.faults ?? []) as { path: string }[]
  expect(faults.map(({ path }) => path)).toEqual(['id', 'deviceAt', 'what.step'])
  expect((await stop()).entries).toHaveLength(1)
})

test('a yes to hours that were moved meanwhile is refused with the present ones; a yes to the same hours is not', async () => {
  const { publish, assignment, act, planner, tell, stop } = await aDay()
  await publish()
  await act(planner, moveAssignment, {
    assignmentId: assignment.id,
    version: 2,
    startsAt: at('14:00'),
  })
  const [old] = await tell({ kind: 'accept', startsAt: at('09:00') }, { baseVersion: 2 })
  expect(old).toMatchObject({ outcome: 'refused', problem: { code: 'stale_version' } })
  const [seen] = await tell({ kind: 'accept', startsAt: at('14:00') }, { baseVersion: 2 })
  expect(seen?.outcome).toBe('applied')
  expect((await stop()).state).toBe('accepted')
})

test('a time is put right beside the first entry, with the reason; a time to come is refused', async () => {
  const { publish, step, tell, stop } = await aDay()
  await publish()
  await step('en_route')
  const [entry] = (await stop()).entries
  const right = { kind: 'correction', entryId: entry.id, reason: 'Oublié de toucher' } as const
  await tell({ ...right, at: '2026-11-21T08:30:00Z' })
  const [late] = await tell({ ...right, at: '2027-01-04T08:30:00Z' })
  expect(late).toMatchObject({ outcome: 'refused', problem: { faults: [{ path: 'what.at' }] } })
  const { entries } = await stop()
  expect(foldWork(entries).steps).toMatchObject([
    { at: '2026-11-21T08:30:00Z', entry: { at: entry.at }, correction: { what: right } },
  ])
})

test('work on a visit that was given to somebody else meanwhile is kept aside until the office decides', async () => {
  const { publish, assignment, act, planner, hire, step, phone, stop, ana } = await aDay()
  await publish()
  const bob = await hire('Bob')
  await act(planner, moveAssignment, {
    assignmentId: assignment.id,
    version: 2,
    technicianId: bob.id,
  })
  const [receipt] = await step('started')
  expect(receipt).toMatchObject({ outcome: 'aside', why: 'reassigned' })
  expect((await stop()).code).toBe('not_found')
  const { organizationId } = planner
  const office = await signIn(program, 'planner', { organizationId })
  const { body } = await office.get('/api/field/open-entries')
  expect(body.items).toMatchObject([
    { entry: { by: phone.actor.name, standing: 'aside', why: 'reassigned' }, title: 'Contrôle' },
  ])
  const decision = { entryIds: [body.items[0].entry.id], counts: true, reason: 'Fait par Ana' }
  expect((await office.post('/api/field/open-entries/decisions', decision)).status).toBe(200)
  const after = await office.get(`/api/field/assignments/${assignment.id}/entries`)
  expect(after.body.items).toMatchObject([{ standing: 'counted', why: 'reassigned' }])
  expect((await office.get('/api/field/open-entries')).body.items).toEqual([])
  // The hours are hers who worked them, the plan is his who has the visit now.
  clock.now += 60_000
  const date = at('09:00').slice(0, 10)
  const from = toInstant(clock.now).slice(0, 10)
  const hours = (await office.get(`/api/field/hours?from=${from}&until=${date}`)).body.items
  expect(
    hours.map(({ technicianName, plannedSeconds, workSeconds }: HoursLine) => [
      ...[technicianName, plannedSeconds > 0, workSeconds > 0],
    ]),
  ).toContainEqual(['Ana', false, true])
  expect(hours).toContainEqual(
    expect.objectContaining({ technicianName: 'Bob', date, workSeconds: 0 }),
  )
  expect((await phone.get('/api/field/open-entries')).status).toBe(403)
  expect(ana.name).toBe('Ana')
})

test('work on a cancelled work order is kept aside, on a validated one it waits for a person', async () => {
  const cancelled = await aDay()
  await cancelled.publish()
  await moveWork(cancelled, 'cancel')
  const [kept] = await cancelled.step('started')
  expect(kept).toMatchObject({ outcome: 'aside', why: 'cancelled' })
  // A yes to it is nobody's to repair.
  const [yes] = await cancelled.tell({ kind: 'accept', startsAt: at('09:00') })
  expect(yes).toMatchObject({ outcome: 'aside', why: 'cancelled', problem: null })
  const done = await aDay()
  await done.publish()
  await done.step('started')
  await done.step('finished')
  await moveWork(done, 'validate')
  const noteId = newId(clock.now)
  const [late] = await done.tell({ kind: 'note', noteId, text: 'Encore ceci' })
  expect(late).toMatchObject({ outcome: 'to_decide', why: 'sealed' })
  const { entries } = await done.stop()
  expect(entries.at(-1)).toMatchObject({ standing: 'to_decide', what: { text: 'Encore ceci' } })
  expect(foldWork(entries).notes).toEqual([])
})

test('the last writer of a note wins, whichever comes first; taken back it is gone', async () => {
  const { publish, phone, assignment, stop } = await aDay()
  await publish()
  const noteId = newId(clock.now)
  const write = (text: string, seconds: number) =>
    aCommand(
      clock,
      assignment.id,
      { kind: 'note', noteId, text },
      {
        deviceAt: new Date(clock.now - 60_000 + seconds * 1000).toISOString(),
      },
    )
  const [first, second, third] = [write('un', 1), write('deux', 2), write('', 3)]
  await deliver(phone, clock, [second, first])
  expect(foldWork((await stop()).entries).notes).toMatchObject([{ id: noteId, text: 'deux' }])
  await deliver(phone, clock, [third])
  expect(foldWork((await stop()).entries).notes).toEqual([])
})

test('parts, readings and a follow-up arrive; the follow-up is made once', async () => {
  const { publish, phone, assignment, tell, stop, planner, work } = await aDay()
  await publish()
  const partId = newId(clock.now)
  await tell({ kind: 'part', partId, label: 'Chlore choc', quantity: 1.5, unit: 'kg' })
  await tell({ kind: 'reading', label: 'pH', value: 7.3, unit: '' })
  const again = aCommand(clock, assignment.id, {
    kind: 'follow_up',
    title: 'Changer la pompe',
    description: 'Bruit',
    durationMinutes: 90,
    wishedOn: '2026-11-30',
  })
  const receipts = await deliver(phone, clock, [again, again])
  expect(receipts.map(({ outcome }) => outcome)).toEqual(['applied', 'known'])
  expect(foldWork((await stop()).entries)).toMatchObject({
    parts: [{ label: 'Chlore choc', quantity: 1.5 }],
    readings: [{ label: 'pH', value: 7.3 }],
  })
  const office = await signIn(program, 'planner', { organizationId: planner.organizationId })
  const { body } = await office.get('/api/work-orders?status=requested')
  expect(body.items).toMatchObject([
    { title: 'Changer la pompe', siteId: work.siteId, earliestAt: '2026-11-29T23:00:00.000Z' },
  ])
})

test('a photo told again has another caption and stays one; the office reads all of it by work order', async () => {
  const { publish, tell, stop, planner, work, phone, assignment } = await aDay()
  await publish()
  const photo = {
    ...{ kind: 'photo' as const, photoId: newId(clock.now), type: 'image/jpeg' as const },
    ...{ size: 10, sha256: 'a'.repeat(64), width: 4, height: 3, position: null },
    ...{ takenAt: toInstant(clock.now), moment: 'before' as const, caption: '' },
  }
  await tell(photo)
  await tell({ ...photo, caption: 'Avant nettoyage', moment: 'after' })
  const said = { fileId: newId(clock.now), name: 'bruit.mp4', type: 'video/mp4' as const }
  await tell({ kind: 'file', ...said, size: 20, sha256: 'b'.repeat(64) })
  expect(foldWork((await stop()).entries)).toMatchObject({
    photos: [{ id: photo.photoId, photo: { caption: 'Avant nettoyage', moment: 'after' } }],
    files: [{ id: said.fileId, file: said }],
  })
  const office = await signIn(program, 'planner', { organizationId: planner.organizationId })
  const path = `/api/field/work-orders/${work.id}/log`
  const { body } = await office.get(path)
  expect(body).toMatchObject({ title: work.title, items: [{ technicianName: 'Ana' }] })
  expect(body.items[0].entries).toHaveLength(3)
  expect(body.items[0].assignmentId).toBe(assignment.id)
  expect((await phone.get(path)).status).toBe(403)
})

test('an absence asked for on the phone is granted by the office, once', async () => {
  const { phone, planner } = await aDay()
  const span = { kind: 'days', from: '2026-12-21', until: '2026-12-24' } as const
  const asked = aCommand(clock, null, {
    kind: 'absence',
    draft: { span, reason: 'leave', note: 'Noël' },
  })
  await deliver(phone, clock, [asked, asked])
  const office = await signIn(program, 'planner', { organizationId: planner.organizationId })
  const { absences } = (await office.get('/api/field/open-entries')).body
  expect(absences).toMatchObject([{ id: asked.id, technicianName: 'Ana', state: 'pending' }])
  const url = `/api/field/absence-requests/${asked.id}/decision`
  expect((await office.post(url, { granted: true })).body.state).toBe('granted')
  expect((await office.post(url, { granted: false })).body.code).toBe('wrong_state')
  const { absenceRequests } = await snapshotOf(phone)
  expect(absenceRequests).toMatchObject([{ state: 'granted', draft: { span } }])
})

test('another technician’s visit, and one of another organisation, do not exist', async () => {
  const { publish, assignment, hire, planner } = await aDay()
  await publish()
  const bob = await hire('Bob')
  const colleague = await signIn(program, 'technician', {
    organizationId: planner.organizationId,
    technicianId: bob.id,
  })
  const stranger = (await aDay()).phone
  const url = `/api/field/assignments/${assignment.id}`
  const noteId = newId(clock.now)
  for (const phone of [colleague, stranger]) {
    expect((await phone.get(url)).status).toBe(404)
    expect((await phone.get(`${url}/entries`)).status).toBe(404)
    const all = (
      [
        { kind: 'accept', startsAt: assignment.startsAt },
        { kind: 'step', step: 'en_route' },
        { kind: 'note', noteId, text: 'Bonjour' },
        { kind: 'follow_up', title: 'X', description: '', durationMinutes: null, wishedOn: null },
      ] as const
    ).map((what) => aCommand(clock, assignment.id, what))
    for (const { outcome, problem } of await deliver(phone, clock, all))
      expect([outcome, problem?.code]).toEqual(['refused', 'not_found'])
    expect((await snapshotOf(phone)).assignments).toEqual([])
  }
})

test('planners read everything told of everybody, and add notes', async () => {
  const { publish, assignment, tell, planner } = await aDay()
  await publish()
  await tell({ kind: 'note', noteId: newId(clock.now), text: 'Portail fermé' })
  clock.now += 60_000
  const office = await signIn(program, 'planner', { organizationId: planner.organizationId })
  const note = { kind: 'note', noteId: newId(clock.now), text: 'Sonnez au 12' } as const
  const [receipt] = await deliver(office, clock, [aCommand(clock, assignment.id, note)])
  expect(receipt?.outcome).toBe('applied')
  const { body } = await office.get(`/api/field/assignments/${assignment.id}/entries`)
  expect(body.items).toMatchObject([
    { what: { text: 'Portail fermé' }, mine: false },
    { what: { text: 'Sonnez au 12' }, mine: true },
  ])
})
