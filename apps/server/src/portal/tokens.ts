// Links that need no row of their own secret: the id of what they lead to, and a mark that only this installation can make.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '@regie/contract/kernel'

const ID_BYTES = 16
/** 64 bits of mark beside the 74 random ones of the id. */
const MARK_BYTES = 8

/** What a link is for: one that leads to a visit ends no subscription. */
export type Purpose = 'visit' | 'offers'

const markOf = (secret: string, purpose: Purpose, id: Buffer): Buffer =>
  createHmac('sha256', secret)
    .update(`portal ${purpose} `)
    .update(id)
    .digest()
    .subarray(0, MARK_BYTES)

/** 32 letters, digits, `-` and `_`. */
export function tokenFor(secret: string, purpose: Purpose, id: Id): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([bytes, markOf(secret, purpose, bytes)]).toString('base64url')
}

/** The id, when the mark is ours. */
export function idOfToken(secret: string, purpose: Purpose, token: string): Id | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== ID_BYTES + MARK_BYTES) return undefined
  const id = bytes.subarray(0, ID_BYTES)
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), markOf(secret, purpose, id))) return undefined
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
