// On the real database: whatever order and repetition, the same commands end in the same work, assignment and work order.
import type { CommandBody, FieldCommand } from '@regie/contract/field-entries'
import { foldWork } from '@regie/contract/field-log'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishPlan } from '../planning/index.ts'
import { newId, toInstant } from '../platform/clock.ts'
import { at, plannedCompany } from '../testing/planned-company.ts'
import { useWork } from '../testing/work.ts'
import { findWorkOrder } from '../work-orders/index.ts'
import { doFieldCommand } from './commands/do.ts'
import { getFieldAssignment } from './queries.ts'

const testing = useWork({ queue: true })
const RUNS = 20
const notes = ['n1', 'n2'].map((_, index) => newId(1_795_000_000_000 + index))

const what: fc.Arbitrary<CommandBody> = fc.oneof(
  fc.record({
    kind: fc.constant('step' as const),
    step: fc.constantFrom('en_route', 'started', 'paused', 'resumed', 'finished'),
  }),
  fc.record({
    kind: fc.constant('note' as const),
    noteId: fc.constantFrom(...notes),
    text: fc.constantFrom('', 'un', 'deux'),
  }),
  fc.record({
    kind: fc.constant('part' as const),
    partId: fc.constantFrom(...notes),
    ...{ label: fc.constant('Chlore'), quantity: fc.nat(3), unit: fc.constant('kg') },
  }),
)

test(`${RUNS} runs on PostgreSQL: shuffled and repeated deliveries end where the right order ends`, async () => {
  const company = await plannedCompany(testing)
  const ana = await company.hire('Ana')
  const phone = company.technicianActor(ana.id)
  let hour = 0
  const aVisit = async () => {
    const date = `2026-11-${String(23 + Math.floor(hour / 8)).padStart(2, '0')}`
    const startsAt = at(`${String(9 + (hour++ % 8)).padStart(2, '0')}:00`, date)
    const work = await company.order({ durationMinutes: 30 })
    return { work, assignment: await company.assign(work, ana.id, startsAt) }
  }
  const visits = []
  for (let run = 0; run < RUNS; run++) visits.push([await aVisit(), await aVisit()] as const)
  await testing.act(company.planner, publishPlan, {
    ...{ from: at('00:00'), until: at('23:59', '2026-11-30'), technicianIds: null },
  })
  const deliver = (command: FieldCommand) =>
    testing.act(phone, doFieldCommand, { command, sentAt: toInstant(testing.clock.now) })
  const scripts = fc.sample(
    fc.tuple(
      fc.array(what, { minLength: 4, maxLength: 8 }),
      fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    ),
    { numRuns: RUNS, seed: 20_261_122 },
  )
  for (const [index, [bodies, random]] of scripts.entries()) {
    const pair = visits[index]
    if (!pair) break
    const ends = []
    for (const [which, { work, assignment }] of pair.entries()) {
      const base = Date.parse('2026-11-21T07:00:00Z')
      const commands = bodies.map((body, position) => ({
        ...{ id: newId(base + position), assignmentId: assignment.id, what: body },
        deviceAt: toInstant(base + position * 60_000),
      }))
      const order = which === 0 ? commands : chaos(commands, random)
      for (const command of order) await deliver(command)
      const stop = await testing.read(phone, (tx) => getFieldAssignment(tx, assignment.id))
      const { status } = (await testing.read(phone, (tx) => findWorkOrder(tx, work.id))) ?? {}
      const { steps, parts, notes: said, state } = foldWork(stop.entries)
      ends.push({
        ...{ state, stands: stop.state, status, count: stop.entries.length },
        steps: steps.map(({ step, at: when }) => `${step} ${when}`),
        parts: parts.map(({ id, quantity }) => `${id} ${quantity}`),
        notes: said.map(({ id, text }) => `${id} ${text}`),
      })
    }
    expect(ends[1]).toEqual(ends[0])
  }
})

/** Every command at least once, some several times, in an order that the numbers decide. */
function chaos(commands: readonly FieldCommand[], random: readonly number[]): FieldCommand[] {
  const twice = commands.filter((_, index) => (random[index] ?? 0) % 3 === 0)
  const keyed = [...commands, ...twice].map((command, index) => ({
    command,
    key: random[(index + 7) % random.length] ?? 0,
  }))
  return keyed.sort((a, b) => a.key - b.key).map(({ command }) => command)
}
