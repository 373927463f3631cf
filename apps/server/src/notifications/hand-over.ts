// Messages go to their providers, channel by channel. Each is written down as being sent before it is, and as sent before
// the next one is: a process that dies leaves one of a channel of which nobody knows whether it went out.
import type { MessageChannel } from '@regie/contract/messages'
import type { program } from '../platform/actor.ts'
import type { Config } from '../platform/config.ts'
import { fail } from '../platform/errors.ts'
import type { Services } from '../platform/services.ts'
import { sendSms } from '../platform/sms.ts'
import { sendEmail } from './channels/email.ts'
import { sendPush } from './channels/push.ts'
import { sendSlack } from './channels/slack.ts'
import {
  beginMessage,
  claim,
  giveBack,
  keepHold,
  lookAgain,
  type Settling,
  settle,
  whatIsDue,
} from './settle.ts'
import { browsersOf } from './store/inbox.ts'
import type { Claimed } from './store/messages.ts'
import { readPeople } from './store/people.ts'
import { Turn } from './turn.ts'

type Actor = ReturnType<typeof program>

/** So many of a channel are taken at a time by one process. They are not in flight yet: each is begun by itself. */
const TAKEN_AT_ONCE = 20

/** Where a repeated message is known again by its key, several may be in flight. */
const SEVERAL = 5

/**
 * How many may be in flight. Providers of SMS that take our JSON know an idempotency key, and a browser shows what has the
 * same topic once. Of the others at most one may go out twice, when the process dies with it in hand.
 */
const inFlight = ({ sms }: Config, channel: MessageChannel): number =>
  channel === 'push' || (channel === 'sms' && sms.provider !== 'twilio') ? SEVERAL : 1

/** The whole installation has one SMTP server and one account for SMS: organisations wait for each other there. */
const turns = { email: new Turn(), sms: new Turn() }

/** Hands over everything that is due for one organisation until nothing is; a channel that hangs holds up no other. */
export async function handOverDue(
  services: Services,
  actor: Actor,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const { channels, free } = await services.work.read(actor, null, whatIsDue)
    if (channels.length > 0 || free) await services.work.act(actor, lookAgain, { free })
    if (channels.length === 0) return
    await Promise.all(
      channels.map((channel) => handOverChannel({ services, actor, signal }, channel)),
    )
  }
}

type Sender = {
  readonly services: Services
  readonly actor: Actor
  readonly signal: AbortSignal
}

/** A provider that does not answer is left alone for so long. */
const PAUSE_SECONDS = 10

async function handOverChannel(sender: Sender, channel: MessageChannel): Promise<void> {
  const { services, actor, signal } = sender
  const { work } = services
  const round = async (): Promise<boolean> => {
    const taken = await work.act(actor, claim, { channel, limit: TAKEN_AT_ONCE })
    const left = [...taken]
    const rows = Math.min(inFlight(services.config, channel), taken.length)
    const pauses = await holding(sender, left, () =>
      Promise.all(Array.from({ length: rows }, () => handOverRow(sender, left))),
    )
    if (left.length > 0)
      await work.act(actor, giveBack, { taken: left, seconds: Math.max(...pauses) })
    return taken.length === TAKEN_AT_ONCE && left.length === 0
  }
  const takeTurn = () =>
    channel === 'email' || channel === 'sms' ? turns[channel].take(round) : round()
  while (!signal.aborted && (await takeTurn()));
}

const RENEW_MS = 4_000

/** Says every few seconds, for as long as it takes, that what is left is in the hand of a process that lives. */
async function holding<R>(
  { services, actor }: Sender,
  left: readonly Claimed[],
  run: () => Promise<R>,
): Promise<R> {
  const renew = () =>
    services.work.act(actor, keepHold, { taken: left }).catch((error: unknown) => {
      services.log.warn({ err: error }, 'messages in hand could not be renewed')
    })
  const timer = setInterval(() => {
    if (left.length > 0) void renew()
  }, RENEW_MS)
  try {
    return await run()
  } finally {
    clearInterval(timer)
  }
}

/**
 * One message in flight: the transaction that settles it is the one that begins the next. Tells for how many seconds the
 * provider is to be left alone: who does not answer one would not answer the others either.
 */
async function handOverRow(sender: Sender, left: Claimed[]): Promise<number> {
  const { services, actor, signal } = sender
  const { work } = services
  let done: Settling | undefined
  let pause = 0
  for (
    let next = left.shift();
    next;
    next = signal.aborted || pause > 0 ? undefined : left.shift()
  ) {
    const message = await work.act(actor, beginMessage, { done, message: next })
    done = message && { message, ...(await send(sender, message)) }
    if (done?.outcome.kind === 'later' && done.outcome.isDown)
      pause = done.outcome.seconds ?? PAUSE_SECONDS
  }
  if (done) await work.act(actor, settle, done)
  return pause
}

async function send(
  { services, actor }: Sender,
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
