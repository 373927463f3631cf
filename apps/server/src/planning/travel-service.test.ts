// Planning with a routing service: asked once, remembered, and told when it does not answer.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { runDraft } from '@regie/contract/planning-runs'
import { afterAll, expect, test } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import type { Command, Tx } from '../platform/work.ts'
import { eventually } from '../testing/eventually.ts'
import { at, MONDAY, plannedCompany } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'
import { createRun } from './commands/runs.ts'
import { kinds } from './events.ts'
import { getBoard } from './queries/board.ts'
import { findRun, readProposal } from './store/runs.ts'
import { forgetLegs } from './travel/legs.ts'

let requests = 0
let answers = true
const service = createServer((request, response) => {
  requests++
  const url = new URL(request.url ?? '/', 'http://localhost')
  const count = (name: string) => url.searchParams.get(name)?.split(';').length ?? 0
  const table = Array.from({ length: count('sources') }, () =>
    Array(count('destinations')).fill(600),
  )
  response.writeHead(answers ? 200 : 503, { 'content-type': 'application/json' })
  response.end(
    JSON.stringify(answers ? { code: 'Ok', durations: table, distances: table } : { code: 'Down' }),
  )
})
await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
const TRAVEL_URL = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
afterAll(() => service.close())

const clock = Date.parse('2026-11-21T09:00:00Z')
const program = useProgram({ clock: () => clock, env: { TRAVEL: 'osrm', TRAVEL_URL } })
const act = <I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O> =>
  program.services.work.act(actor, command, input)

async function propose(planner: Actor) {
  const draft = runDraft.parse({ from: MONDAY, until: MONDAY, seconds: 1 })
  const { id } = await act(planner, createRun, draft)
  const read = <T>(what: (tx: Tx) => Promise<T>) => program.services.work.read(planner, null, what)
  const run = await eventually(
    () => read((tx) => findRun(tx, id)),
    (now) => now?.state === 'failed' || now?.state === 'proposed',
  )
  if (run?.state === 'failed') throw new Error(run.failure ?? 'failed')
  return await read((tx) => readProposal(tx, id))
}

const board = (planner: Actor) =>
  program.services.work.read(planner, null, (tx) =>
    getBoard(tx, { from: at('00:00'), until: at('23:59') }),
  )

test('a service that does not answer is told, and travel is estimated meanwhile', async () => {
  answers = false
  const { planner, hire, order } = await plannedCompany({ act })
  await hire('Ana')
  await order()
  const proposal = await propose(planner)
  expect(proposal).toMatchObject({ assigned: 1, travel: { source: 'osrm', fallback: true } })
  expect(proposal?.travelMinutes).toBe(7)
  answers = true
})

test('what the service told is used, and not asked again, also by another process', async () => {
  const { planner, hire, order, assign } = await plannedCompany({ act })
  const ana = await hire('Ana', { homePosition: { latitude: 48.9, longitude: 2.4 } })
  await assign(await order(), ana.id, at('15:00'))
  await order()
  const proposal = await propose(planner)
  expect(proposal).toMatchObject({ travel: { source: 'osrm', fallback: false } })
  expect(proposal?.travelMinutes).toBe(20)
  const asked = requests
  // Another process remembers nothing: it finds in the database what was told.
  forgetLegs()
  const shown = await board(planner)
  expect(shown.travel).toEqual({ source: 'osrm', fallback: false })
  expect(shown.bars[0]?.travelSecondsBefore).toBe(600)
  expect((await propose(planner))?.travel.fallback).toBe(false)
  expect(requests).toBe(asked)
})

test('the ways of a day that is planned by hand are asked for in the background', async () => {
  const { planner, hire, order, assign } = await plannedCompany({ act })
  const ana = await hire('Ana', { homePosition: { latitude: 48.7, longitude: 2.1 } })
  await assign(await order(), ana.id, at('15:00'))
  const shown = await eventually(
    () => board(planner),
    ({ travel }) => !travel.fallback,
  )
  expect(shown.travel).toEqual({ source: 'osrm', fallback: false })
  expect(shown.bars[0]?.travelSecondsBefore).toBe(600)
})

test('technicians hear of published visits only, and also of those taken from them', () => {
  const audience = (name: string, payload: Record<string, unknown>) =>
    kinds.find((kind) => kind.name === name)?.technicians?.(payload)
  const mine = { technicianId: 'ana', publishedAt: null }
  const told = { technicianId: 'bob', publishedAt: at('08:00') }
  expect(audience('assignment_created', { assignment: mine })).toEqual([])
  expect(
    audience('assignment_moved', { assignment: told, previous: { technicianId: 'ana' } }),
  ).toEqual(['bob', 'ana'])
  expect(audience('run_finished', { run: {} })).toBeUndefined()
})
