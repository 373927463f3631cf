// Presence over a started program: told to colleagues at once, to nobody else, and not too often.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openStream } from '../testing/live-stream.ts'
import { anOrganization, signIn } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'
import { mayTell } from './presence.ts'

const program = useProgram()
const here = (more = {}) => ({
  windowId: 'w1',
  from: '2026-11-23',
  until: '2026-11-29',
  pointer: { technicianId: randomUUID(), at: '2026-11-23T09:00:00Z' },
  holding: null,
  ...more,
})
const held = { id: randomUUID(), technicianId: null, at: null }

const browserOf = async (organizationId: string, role: 'planner' | 'manager' | 'technician') => {
  const client = await signIn(program, role, { organizationId })
  return { ...client.actor, client }
}

test('a colleague sees the pointer and what is held at once; a stranger and a technician do not', async () => {
  const { organizationId } = await anOrganization(program)
  const [claire, paul, tech] = [
    await browserOf(organizationId, 'planner'),
    await browserOf(organizationId, 'manager'),
    await browserOf(organizationId, 'technician'),
  ]
  const stranger = await browserOf((await anOrganization(program)).organizationId, 'planner')
  const streams = []
  for (const { client } of [paul, tech, stranger]) streams.push(await openStream(program, client))
  const [colleague, field, foreign] = streams
  const told = await claire.client.post('/api/planning/presence', here({ holding: held }))
  expect(told.status).toBe(204)
  await expect.poll(() => colleague?.events.map(({ name }) => name)).toContain('planner_present')
  const event = colleague?.events.find(({ name }) => name === 'planner_present')
  expect(event).toMatchObject({
    by: { memberId: claire.memberId, name: claire.name },
    payload: { windowId: 'w1', holding: held },
  })
  expect(field?.events).toEqual([])
  expect(foreign?.events.map(({ name }) => name)).not.toContain('planner_present')
  for (const stream of streams) stream.close()
})

test('who may not plan holds nothing, and nobody signed out is present', async () => {
  const { organizationId } = await anOrganization(program)
  const manager = await browserOf(organizationId, 'manager')
  const technician = await browserOf(organizationId, 'technician')
  expect((await manager.client.post('/api/planning/presence', here())).status).toBe(204)
  expect(
    (await manager.client.post('/api/planning/presence', here({ holding: held }))).status,
  ).toBe(403)
  expect((await technician.client.post('/api/planning/presence', here())).status).toBe(403)
  const answer = await fetch(`${program.address}/api/planning/presence`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(here()),
  })
  expect(answer.status).toBe(401)
  expect((await manager.client.post('/api/planning/presence', here({ windowId: '' }))).status).toBe(
    400,
  )
})

test('a pointer that tells without end is refused, and heard again after a rest', () => {
  const told = Array.from({ length: 40 }, (_, n) => mayTell('shaky', 1_000 + n))
  expect(told.filter(Boolean)).toHaveLength(10)
  expect(mayTell('shaky', 3_000)).toBe(true)
  expect(mayTell('calm', 1_000)).toBe(true)
})
