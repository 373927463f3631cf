// A phone's delivery: each command in a transaction of its own, so that one that fails stops none of the others.
import { errors, sentence } from '@regie/contract/errors'
import { type FieldCommand, fieldCommand } from '@regie/contract/field-entries'
import type { Receipt, sendFieldCommands } from '@regie/contract/fieldwork'
import type { BodyOf, ReturnOf } from '@regie/contract/kernel'
import type { Actor } from '../platform/actor.ts'
import { toInstant } from '../platform/clock.ts'
import { fail, Refusal } from '../platform/errors.ts'
import { parse } from '../platform/http/problems.ts'
import type { Services } from '../platform/services.ts'
import { doFieldCommand } from './commands/do.ts'

type Delivery = BodyOf<typeof sendFieldCommands>
const RETRIES = 3

export async function takeDelivery(
  services: Services,
  actor: Actor,
  { sentAt, commands }: Delivery,
): Promise<ReturnOf<typeof sendFieldCommands>> {
  if (!services.work.may(actor, 'fieldwork.own'))
    throw fail('forbidden', { permission: 'fieldwork.own' })
  const receipts: Receipt[] = []
  for (const given of commands) receipts.push(await takeOne(services, actor, given, sentAt))
  return { serverAt: toInstant(services.clock()), receipts }
}

async function takeOne(
  services: Services,
  actor: Actor,
  given: Readonly<Record<string, unknown>>,
  sentAt: string,
): Promise<Receipt> {
  const id = String(given.id ?? '')
  try {
    const command = parse(fieldCommand, given, { place: '', language: actor.language })
    return await act(services, actor, command, sentAt)
  } catch (error) {
    const refusal = await refusalOf(services, error)
    return { id, outcome: 'refused', why: null, problem: problemOf(refusal, actor) }
  }
}

/** A colleague's change in the very same moment is no reason to ask the technician. */
async function act(
  services: Services,
  actor: Actor,
  command: FieldCommand,
  sentAt: string,
): Promise<Receipt> {
  for (let tries = 1; ; tries++)
    try {
      return await services.work.act(actor, doFieldCommand, { command, sentAt })
    } catch (error) {
      const isRace = error instanceof Refusal && error.code === 'stale_version'
      if (!isRace || tries >= RETRIES || command.what.kind === 'accept') throw error
    }
}

/** What the technician is told; a database that is away concerns the whole delivery, which then comes again. */
async function refusalOf(services: Services, error: unknown): Promise<Refusal> {
  if (error instanceof Refusal) return error
  await services.database.ping()
  services.log.error({ err: error }, 'a command of a phone failed')
  return fail('internal')
}

function problemOf(
  { code, details, faults, status }: Refusal,
  { language }: Actor,
): Readonly<Record<string, unknown>> {
  const detail = sentence(code, language, details)
  const remedy = errors[code].remedy[language]
  return { ...details, code, status, detail, remedy, ...(faults ? { faults } : {}) }
}
