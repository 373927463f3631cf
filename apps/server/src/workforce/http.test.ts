import { describe, expect, test } from 'vitest'
import { signIn } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'

const program = useProgram()

async function team() {
  const planner = await signIn(program, 'planner')
  const { organizationId } = planner.actor
  const { body } = await planner.post('/api/technicians', {
    name: 'Alix Modèle',
    hourlyCostCents: 3500,
  })
  const other = await planner.post('/api/technicians', { name: 'Bo Exemple' })
  const self = await signIn(program, 'technician', { organizationId, technicianId: body.id })
  return { planner, self, technician: body, other: other.body }
}

describe('technicians over HTTP', () => {
  test('every fault is told at once, in the language of who reads', async () => {
    const planner = await signIn(program, 'planner')
    const bad = {
      name: ' ',
      kind: 'robot',
      email: 'nobody',
      colour: 'red',
      homePosition: { latitude: 200, longitude: 2 },
      maxDaySeconds: 0,
      certifications: [{ kindId: 'x', validFrom: '2026-02-30' }],
      weeklyShifts: [
        { weekday: 1, start: '08:00', end: '12:00' },
        { weekday: 1, start: '11:00', end: '25:00' },
      ],
    }
    const { status, body } = await planner.post('/api/technicians', bad, {
      headers: { 'accept-language': 'en' },
    })
    expect(status).toBe(400)
    expect(body.faults.map(({ path }: { path: string }) => path)).toEqual([
      'name',
      'kind',
      'email',
      'colour',
      'homePosition.latitude',
      'maxDaySeconds',
      'certifications.0.kindId',
      'certifications.0.validFrom',
      'weeklyShifts.1.end',
      'weeklyShifts.1',
    ])
    expect(body.faults[2]).toEqual({
      path: 'email',
      expected: 'An e-mail address is expected, for example name@example.com.',
      got: '"nobody"',
    })
    const overlapping = {
      name: 'x',
      weeklyShifts: [
        { weekday: 7, start: '22:00', end: '06:00' },
        { weekday: 1, start: '05:00', end: '09:00' },
      ],
    }
    expect((await planner.post('/api/technicians', overlapping)).body.faults).toMatchObject([
      {
        path: 'weeklyShifts.1',
        expected: 'Cette vacation chevauche celle du dimanche 22:00–06:00.',
      },
    ])
  })

  test('a stale version is answered with the present state', async () => {
    const { planner, technician } = await team()
    const path = `/api/technicians/${technician.id}`
    expect(await planner.patch(path, { ...technician, team: 'Nord' })).toMatchObject({
      status: 200,
      body: { team: 'Nord', version: 2 },
    })
    expect(await planner.patch(path, { ...technician, team: 'Sud' })).toMatchObject({
      status: 412,
      body: { code: 'stale_version', current: { team: 'Nord' } },
    })
  })

  test('one of another organisation is not there', async () => {
    const { technician } = await team()
    const stranger = await signIn(program, 'owner')
    expect((await stranger.get(`/api/technicians/${technician.id}`)).status).toBe(404)
    expect(
      (await stranger.post(`/api/technicians/${technician.id}/archive`, { version: 1 })).status,
    ).toBe(404)
    expect(
      (
        await stranger.get(
          `/api/availability?from=2026-11-23&until=2026-11-24&technicianId=${technician.id}`,
        )
      ).status,
    ).toBe(404)
  })

  test('technicians read themselves and their absences, and nobody else', async () => {
    const { planner, self, technician, other } = await team()
    const absence = {
      span: { kind: 'days', from: '2026-11-23', until: '2026-11-24' },
      reason: 'sick',
    }
    for (const { id } of [technician, other])
      expect((await planner.post(`/api/technicians/${id}/absences`, absence)).status).toBe(201)
    expect((await self.get(`/api/technicians/${technician.id}`)).body).toMatchObject({
      name: 'Alix Modèle',
      hourlyCostCents: null,
    })
    expect((await self.get(`/api/technicians/${technician.id}/absences`)).body).toHaveLength(1)
    expect((await self.get('/api/technicians')).body.items).toHaveLength(1)
    expect((await self.get(`/api/technicians/${other.id}`)).status).toBe(404)
    expect((await self.get(`/api/technicians/${other.id}/absences`)).status).toBe(404)
    expect((await self.post(`/api/technicians/${technician.id}/absences`, absence)).status).toBe(
      403,
    )
    expect((await self.get('/api/technicians/teams')).status).toBe(403)
    expect((await self.get('/api/work-orders')).status).toBe(403)
    expect((await self.get('/api/templates')).status).toBe(403)
  })

  test('an absence of a day that does not exist, or that ends before it starts, is refused', async () => {
    const { planner, technician } = await team()
    const path = `/api/technicians/${technician.id}/absences`
    const post = async (span: object) => (await planner.post(path, { span })).body.faults
    expect(await post({ kind: 'days', from: '2026-02-29', until: '2026-03-01' })).toMatchObject([
      { path: 'span.from' },
    ])
    expect(await post({ kind: 'days', from: '2026-03-02', until: '2026-03-01' })).toMatchObject([
      { path: 'span.until', expected: 'La fin précède le début.' },
    ])
  })
})

describe('who signs in as which technician', () => {
  test('is who was invited as that technician', async () => {
    const { planner, other } = await team()
    const email = `${other.id}@exemple.fr`
    const path = `/api/technicians/${other.id}/invite`
    expect(await planner.post(path, { email })).toMatchObject({
      status: 201,
      body: { role: 'technician', name: 'Bo Exemple', technicianId: other.id },
    })
    expect((await planner.post(path, { email })).status).toBe(409)
  })

  test('can be chosen among the members, and undone', async () => {
    const { planner, self, technician, other } = await team()
    expect((await planner.get(`/api/technicians/${technician.id}`)).body.memberId).toBe(
      self.actor.memberId,
    )
    const link = (id: string, memberId: string | null) =>
      planner.post(`/api/technicians/${id}/member`, { memberId })
    expect((await link(other.id, self.actor.memberId)).body.memberId).toBe(self.actor.memberId)
    expect((await planner.get(`/api/technicians/${technician.id}`)).body.memberId).toBeNull()
    expect((await self.get(`/api/technicians/${other.id}`)).status).toBe(200)
    expect((await link(other.id, null)).body.memberId).toBeNull()
    const stranger = await signIn(program, 'planner')
    expect((await link(other.id, stranger.actor.memberId)).status).toBe(404)
  })
})
