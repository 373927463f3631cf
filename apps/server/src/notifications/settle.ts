// The steps of a message on its way out, each one transaction: taken, begun, settled, or given back.
import type { Instant } from '@regie/contract/kernel'
import type { MessageChannel } from '@regie/contract/messages'
import type { Outcome } from '../platform/providers.ts'
import { command, type Tx } from '../platform/work.ts'
import { isSheetRead } from '../productions/index.ts'
import { happened } from './events.ts'
import { backoffSeconds, MAX_ATTEMPTS } from './model.ts'
import { sendDueOrder } from './queue.ts'
import { forgetBrowser } from './store/inbox.ts'
import {
  type Claimed,
  insertMessages,
  overtakenAsks,
  overtakenForClients,
  overtakenPolls,
  overtakenVisits,
  postponeMessage,
  settleMessage,
} from './store/messages.ts'
import {
  beginTaken,
  claimMessages,
  dueChannels,
  giveBackTaken,
  HELD_SECONDS,
  nextFree,
  renewTaken,
} from './store/taken.ts'

const run = { permission: 'notifications.read' } as const

/** What became of a message. `gone`: browsers that are subscribed no more. */
export type Settling = {
  readonly message: Claimed
  readonly outcome: Outcome
  readonly gone?: readonly string[]
}

export const whatIsDue = async (
  tx: Tx,
): Promise<{ readonly channels: readonly MessageChannel[]; readonly free: Instant | null }> => ({
  channels: await dueChannels(tx),
  free: await nextFree(tx),
})

/** Takes messages of a channel that are due, so that no other process does; none is being sent by that. */
export const claim = command(
  'notifications.claim-messages',
  run,
  (tx, { channel, limit }: { channel: MessageChannel; limit: number }): Promise<Claimed[]> =>
    claimMessages(tx, channel, limit),
)

type Beginning = { readonly done: Settling | undefined; readonly message: Claimed }

/**
 * Settles the one before and begins this one, as the plan stands now. Undefined: another process took it meanwhile, or
 * what it says is no longer so and it goes nowhere.
 */
export const beginMessage = command(
  'notifications.begin-message',
  run,
  async (tx, { done, message }: Beginning): Promise<Claimed | undefined> => {
    // They ask nothing of each other, and go to the database together: this is done for every message there is.
    const [attempts, isLate] = await Promise.all([
      beginTaken(tx, message),
      isOvertaken(tx, message),
      done && settleOne(tx, done),
    ])
    if (attempts === undefined) return undefined
    if (!isLate) return { ...message, attempts }
    await settleMessage(tx, message.id, { state: 'overtaken' })
    return undefined
  },
)

async function isOvertaken(tx: Tx, message: Claimed): Promise<boolean> {
  const late = await Promise.all([
    overtakenVisits(tx, message.about),
    overtakenForClients(tx, [message]),
    overtakenAsks(tx, [message]),
    overtakenPolls(tx, [message]),
  ])
  return late.some(({ size }) => size > 0) || (await isReadMeanwhile(tx, message))
}

/** A call sheet that was opened in the app is no longer news. */
async function isReadMeanwhile(tx: Tx, { target, technicianId }: Claimed): Promise<boolean> {
  if (target?.kind !== 'call_sheet' || !target.id || !technicianId) return false
  return await isSheetRead(tx, target.id, technicianId)
}

export const settle = command('notifications.settle-message', run, (tx, settling: Settling) =>
  settleOne(tx, settling),
)

async function settleOne(tx: Tx, { message, outcome, gone = [] }: Settling): Promise<void> {
  for (const endpoint of gone) await forgetBrowser(tx, endpoint)
  const { id, attempts } = message
  if (outcome.kind === 'later' && attempts < MAX_ATTEMPTS) {
    const seconds = outcome.seconds ?? backoffSeconds(attempts)
    await postponeMessage(tx, id, secondsOn(tx, seconds), outcome.error)
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
}

const secondsOn = (tx: Tx, seconds: number): Instant =>
  new Date(Date.parse(tx.now()) + seconds * 1000).toISOString()

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

/** While its holder lives, what was taken stays theirs. */
export const keepHold = command(
  'notifications.keep-hold',
  run,
  (tx, { taken }: { taken: readonly Claimed[] }) => renewTaken(tx, taken),
)

/**
 * Somebody looks again when what is taken now, or is in the hand of others, would be free: should its holder die, it waits
 * for nobody else to come by.
 */
export const lookAgain = command(
  'notifications.look-again',
  run,
  async (tx, { free }: { free: Instant | null }): Promise<void> => {
    const wait = free ? Date.parse(free) - Date.parse(tx.now()) : HELD_SECONDS * 1000
    await tx.enqueue(
      sendDueOrder,
      {},
      {
        key: `${tx.actor.organizationId} again`,
        startAfter: new Date(Date.now() + Math.max(0, wait) + SOON_MS),
      },
    )
  },
)

/** After the moment, not at it. */
const SOON_MS = 1_000

type GivingBack = { readonly taken: readonly Claimed[]; readonly seconds: number }

/** What was taken and not begun waits again: no attempt of theirs. */
export const giveBack = command(
  'notifications.give-back-messages',
  run,
  async (tx, { taken, seconds }: GivingBack): Promise<void> => {
    await giveBackTaken(
      tx,
      taken.map(({ id, claimedAt }) => ({ id, claimedAt })),
      secondsOn(tx, seconds),
    )
  },
)
