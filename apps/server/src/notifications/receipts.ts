// What providers say later: delivered, or not after all; then the next channel is tried.
import { program } from '../platform/actor.ts'
import type { Services } from '../platform/services.ts'
import { command } from '../platform/work.ts'
import { happened } from './events.ts'
import { sendDueOrder } from './queue.ts'
import { tryNextChannel } from './settle.ts'
import { findByProvider } from './store/links.ts'
import { readClaimed, settleMessage } from './store/messages.ts'

type Receipt = { providerId: string; status: string; error: string }

const bad = new Set(['failed', 'undelivered'])

/** A receipt for a message nobody knows is left alone; the same receipt again changes nothing. */
export async function settleReceipt(
  { database, work }: Services,
  { providerId, status, error }: Receipt,
): Promise<void> {
  if (status !== 'delivered' && !bad.has(status)) return
  const message = providerId ? await findByProvider(database, providerId) : undefined
  if (!message) return
  const actor = program(message.organizationId, 'notifications.settle-receipt')
  await work.act(actor, settle, {
    messageId: message.messageId,
    delivered: status === 'delivered',
    error: error || status,
  })
}

const settle = command(
  'notifications.settle-receipt',
  { permission: 'notifications.read' },
  async (
    tx,
    { messageId, delivered, error }: { messageId: string; delivered: boolean; error: string },
  ): Promise<void> => {
    const message = await readClaimed(tx, messageId)
    if (message?.state !== 'handed_over') return
    const state = delivered ? 'delivered' : 'failed'
    await settleMessage(tx, messageId, { state, error: delivered ? undefined : error })
    if (!delivered) {
      await tryNextChannel(tx, message)
      await tx.enqueue(sendDueOrder, {}, { key: `${tx.actor.organizationId} now` })
    }
    const { kind, channel, recipientName } = message
    tx.emit(happened.message_settled({ messageId, kind, channel, state, recipientName }))
  },
)
