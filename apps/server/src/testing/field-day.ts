// For tests: a company with Ana, who is signed in on her phone, and one visit of hers at nine, published or not yet.
import type { EntryBody, FieldCommand } from '@regie/contract/field-entries'
import type { Receipt, Snapshot } from '@regie/contract/fieldwork'
import type { Id } from '@regie/contract/kernel'
import { publishPlan } from '../planning/index.ts'
import type { Actor } from '../platform/actor.ts'
import { newId, toInstant } from '../platform/clock.ts'
import type { Command } from '../platform/work.ts'
import { findWorkOrder } from '../work-orders/index.ts'
import { anOrganization, type Client, signIn } from './people.ts'
import { at, plannedCompany } from './planned-company.ts'
import type { TestProgram } from './program.ts'

const range = { from: at('00:00'), until: at('23:59'), technicianIds: null }

/** A command as a phone makes it: no two in the same millisecond. */
export function aCommand(
  clock: { now: number },
  assignmentId: Id | null,
  what: FieldCommand['what'],
  more: Partial<FieldCommand> = {},
): FieldCommand {
  clock.now += 1
  return { id: newId(clock.now), deviceAt: toInstant(clock.now), assignmentId, what, ...more }
}

/** Sends commands the way a phone does; `sentAt` is what the phone's clock shows. */
export async function deliver(
  phone: Client,
  clock: { readonly now: number },
  commands: readonly unknown[],
  sentAt = toInstant(clock.now),
): Promise<Receipt[]> {
  const { status, body } = await phone.post('/api/field/commands', { sentAt, commands })
  if (status !== 200) throw new Error(`delivery was answered with ${status}`)
  return body.receipts as Receipt[]
}

export const snapshotOf = async (phone: Client, since = ''): Promise<Snapshot> =>
  (await phone.get(`/api/field/snapshot${since ? `?since=${since}` : ''}`)).body as Snapshot

export type FieldDay = Awaited<ReturnType<typeof aFieldDay>>

export async function aFieldDay(program: TestProgram, clock: { now: number }) {
  const { organizationId } = await anOrganization(program)
  const act = <I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O> =>
    program.services.work.act({ ...actor, organizationId }, command, input)
  const company = await plannedCompany({ act })
  const planner = { ...company.planner, organizationId }
  const ana = await company.hire('Ana', { phone: '06 00 00 00 01' })
  const phone = await signIn(program, 'technician', { organizationId, technicianId: ana.id })
  const work = await company.order({
    description: 'Contrôler le pH',
    requiredProducts: [{ label: 'Chlore', quantity: 2, unit: 'kg' }],
  })
  const assignment = await company.assign(work, ana.id, at('09:00'))
  const publish = () => act(planner, publishPlan, range)
  const workOrder = async () =>
    await program.services.work.read(planner, null, (tx) => findWorkOrder(tx, work.id))
  const tell = (what: FieldCommand['what'], more: Partial<FieldCommand> = {}) =>
    deliver(phone, clock, [aCommand(clock, assignment.id, what, more)])
  const step = (which: Extract<EntryBody, { kind: 'step' }>['step'], time?: string) =>
    tell({ kind: 'step', step: which }, time ? { deviceAt: at(time) } : {})
  const stop = async () => (await phone.get(`/api/field/assignments/${assignment.id}`)).body
  return {
    ...company,
    ...{ act, planner, ana, phone, work, assignment, publish, workOrder, tell, step, stop },
  }
}
