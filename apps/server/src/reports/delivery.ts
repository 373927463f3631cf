// Signatures, and wishes to have it signed at a distance, as phones deliver them: each in a transaction of its own, each answered for itself.
import { errors, sentence } from '@regie/contract/errors'
import { fieldCommand } from '@regie/contract/field-entries'
import type { Receipt } from '@regie/contract/fieldwork'
import type { Instant } from '@regie/contract/kernel'
import type { Actor } from '../platform/actor.ts'
import { fail, Refusal } from '../platform/errors.ts'
import { parse } from '../platform/http/problems.ts'
import type { Services } from '../platform/services.ts'
import { inviteFromField } from './commands/invite.ts'
import { signReport } from './commands/sign.ts'

type Delivery = {
  readonly sentAt: Instant
  readonly commands: readonly Readonly<Record<string, unknown>>[]
}

export async function takeSignatures(
  services: Services,
  actor: Actor,
  { sentAt, commands }: Delivery,
): Promise<Receipt[]> {
  if (!services.work.may(actor, 'reports.own'))
    throw fail('forbidden', { permission: 'reports.own' })
  const receipts: Receipt[] = []
  for (const given of commands) receipts.push(await takeOne(services, actor, given, sentAt))
  return receipts
}

async function takeOne(
  services: Services,
  actor: Actor,
  given: Readonly<Record<string, unknown>>,
  sentAt: Instant,
): Promise<Receipt> {
  const id = String(given.id ?? '')
  try {
    const { what, assignmentId, ...envelope } = parse(fieldCommand, given, {
      place: '',
      language: actor.language,
    })
    if (assignmentId === null) throw fail('route_not_found')
    const told = { ...envelope, sentAt, assignmentId }
    if (what.kind === 'sign') return await services.work.act(actor, signReport, { ...told, what })
    if (what.kind === 'invite')
      return await services.work.act(actor, inviteFromField, { ...told, what })
    throw fail('route_not_found')
  } catch (error) {
    const refusal = error instanceof Refusal ? error : await broken(services, error)
    return { id, outcome: 'refused', why: null, problem: problemOf(refusal, actor) }
  }
}

/** A database that is away concerns the whole delivery, which then comes again. */
async function broken(services: Services, error: unknown): Promise<Refusal> {
  await services.database.ping()
  services.log.error({ err: error }, 'a signature of a phone failed')
  return fail('internal')
}

const problemOf = (
  { code, details, faults, status }: Refusal,
  { language }: Actor,
): Readonly<Record<string, unknown>> => ({
  ...details,
  code,
  status,
  detail: sentence(code, language, details),
  remedy: errors[code].remedy[language],
  ...(faults ? { faults } : {}),
})
