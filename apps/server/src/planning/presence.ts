// Cursors and what colleagues hold: checked, thinned out, and passed on to whoever looks.
import {
  PRESENCE_EVENT,
  PRESENCE_PER_SECOND,
  type Presence,
} from '@regie/contract/planning-presence'
import { fail } from '../platform/errors.ts'
import type { Exchange } from '../platform/http/bind.ts'

/** As many as a second brings may come at once, after a pause. */
const BURST = 2 * PRESENCE_PER_SECOND
const FORGET_MS = 60_000

type Bucket = { tokens: number; at: number }
const buckets = new Map<string, Bucket>()

/** True while this member has not told too much of late. */
export function mayTell(memberId: string, now: number): boolean {
  const known = buckets.get(memberId) ?? { tokens: BURST, at: now }
  const tokens = Math.min(BURST, known.tokens + ((now - known.at) / 1000) * PRESENCE_PER_SECOND)
  buckets.set(memberId, { tokens: Math.max(0, tokens - 1), at: now })
  if (buckets.size > 1_000)
    for (const [id, { at }] of buckets) if (now - at > FORGET_MS) buckets.delete(id)
  return tokens >= 1
}

/** A reader is seen; only who may plan can hold something. */
export function tellPresence(presence: Presence, { actor, services }: Exchange): undefined {
  if (!actor?.memberId || !services.work.may(actor, 'planning.read'))
    throw fail('forbidden', { permission: 'planning.read' })
  if (presence.holding && !services.work.may(actor, 'planning.write'))
    throw fail('forbidden', { permission: 'planning.write' })
  if (!mayTell(actor.memberId, Date.now())) throw fail('too_many_requests', { seconds: 1 })
  services.live.whisper(actor, {
    name: PRESENCE_EVENT,
    seenBy: 'planning.read',
    payload: presence,
  })
}
