import type { MessageState } from '@regie/contract/notifications'
import type { BadgeTone } from '../../ui/badge.tsx'

/** How good the news about a message is. */
export const toneOf: Readonly<Record<MessageState, BadgeTone>> = {
  queued: 'neutral',
  sending: 'info',
  handed_over: 'good',
  delivered: 'good',
  failed: 'bad',
  overtaken: 'neutral',
  kept: 'warn',
}
