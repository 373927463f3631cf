// A message goes to its provider, and what the provider says is kept; a channel that fails gives way to the next one.

import type { program } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import type { Outcome } from '../platform/providers.ts'
import type { Services } from '../platform/services.ts'
import { sendSms } from '../platform/sms.ts'
import { command, type Tx } from '../platform/work.ts'
import { sendEmail } from './channels/email.ts'
import { sendPush } from './channels/push.ts'
import { sendSlack } from './channels/slack.ts'
import { happened } from './events.ts'
import { backoffSeconds, MAX_ATTEMPTS } from './model.ts'
import { browsersOf, forgetBrowser } from './store/inbox.ts'
import {
  type Claimed,
  claimMessages,
  insertMessages,
  overtakenAsks,
  overtakenForClients,
  overtakenVisits,
  postponeMessage,
  settleMessage,
} from './store/messages.ts'
import { readPeople } from './store/people.ts'

const run = { permission: 'notifications.read' } as const

/** So many are in hand at once in one process: what a process that dies may have sent without saying so. */
export const IN_HAND = 5

/** Takes messages that are due; those whose visits have changed since they were written go nowhere. */
const claim = command('notifications.claim-messages', run, async (tx): Promise<Claimed[]> => {
  const claimed = await claimMessages(tx, IN_HAND)
  const overtaken = await overtakenVisits(
    tx,
    claimed.flatMap(({ about }) => about),
  )
  const late = new Set([
    ...(await overtakenForClients(tx, claimed)),
    ...(await overtakenAsks(tx, claimed)),
  ])
  const good: Claimed[] = []
  for (const message of claimed)
    if (
      late.has(message.id) ||
      message.about.some(({ assignmentId }) => overtaken.has(assignmentId))
    )
      await settleMessage(tx, message.id, { state: 'overtaken' })
    else good.push(message)
  return good
})

type Settling = { message: Claimed; outcome: Outcome; gone?: readonly string[] }

const settle = command(
  'notifications.settle-message',
  run,
  async (tx, { message, outcome, gone = [] }: Settling): Promise<void> => {
    for (const endpoint of gone) await forgetBrowser(tx, endpoint)
    const { id, attempts } = message
    if (outcome.kind === 'later' && attempts < MAX_ATTEMPTS) {
      const seconds = outcome.seconds ?? backoffSeconds(attempts)
      await postponeMessage(
        tx,
        id,
        new Date(Date.parse(tx.now()) + seconds * 1000).toISOString(),
        outcome.error,
      )
      return
    }
    const failed = outcome.kind === 'later' || outcome.kind === 'refused'
    const state = failed ? 'failed' : outcome.kind
    await settleMessage(tx, id, {
      state,
      providerId: outcome.kind === 'handed_over' ? outcome.providerId : undefined,
      error: failed ? outcome.error : undefined,
    })
    if (failed) await tryNextChannel(tx, message)
    const { kind, channel, recipientName } = message
    tx.emit(happened.message_settled({ messageId: id, kind, channel, state, recipientName }))
  },
)

/** The next channel says the same, at once. */
export async function tryNextChannel(tx: Tx, { fallback, ...message }: Claimed): Promise<void> {
  const [next, ...rest] = fallback
  if (next)
    await insertMessages(tx, [
      {
        ...message,
        ...next,
        id: tx.newId(),
        fallback: rest,
        notBefore: tx.now(),
      },
    ])
}

/** Hands over everything that is due for one organisation, a few at a time, until nothing is. */
export async function handOverDue(
  services: Services,
  actor: ReturnType<typeof program>,
  signal: AbortSignal,
): Promise<void> {
  const { work } = services
  for (;;) {
    if (signal.aborted) return
    const claimed = await work.act(actor, claim, undefined)
    if (claimed.length === 0) return
    await Promise.all(
      claimed.map(async (message) =>
        work.act(actor, settle, { message, ...(await send(services, actor, message)) }),
      ),
    )
  }
}

async function send(
  services: Services,
  actor: ReturnType<typeof program>,
  message: Claimed,
): Promise<Omit<Settling, 'message'>> {
  const { channel } = message
  if (channel === 'email') return { outcome: await sendEmail(services, message) }
  if (channel === 'sms') return { outcome: await sendSms(services, message) }
  if (channel === 'slack') return { outcome: await sendSlack(message) }
  if (channel === 'push') {
    const browsers = await services.work.read(actor, null, async (tx) => {
      const person = message.technicianId
        ? (await readPeople(tx, [message.technicianId])).get(message.technicianId)
        : undefined
      const memberId = message.memberId ?? person?.memberId
      return memberId ? await browsersOf(tx, memberId) : []
    })
    return await sendPush(services, message, browsers)
  }
  throw fail('internal')
}
