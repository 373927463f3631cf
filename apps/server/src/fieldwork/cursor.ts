// The cursor of a phone's snapshot: what it holds, as a short digest of each part. It is the phone's to keep, so the
// server remembers nothing, and whatever changed in whichever table is noticed.
import { createHash } from 'node:crypto'
import type { Id } from '@regie/contract/kernel'

const DIGEST = 8
const ID = 22
/** A cursor that grew past what an address may hold is not worth having: everything is sent. */
const LONGEST = 7_500

type Part = { readonly id: Id; readonly digest: string }

const shorten = (id: Id): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

const lengthen = (text: string): Id => {
  const hex = Buffer.from(text, 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const partOf = (id: Id, content: unknown): Part => ({
  id,
  digest: createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, DIGEST),
})

export function writeCursor(parts: readonly Part[]): string {
  const cursor = parts.map(({ id, digest }) => shorten(id) + digest).join('')
  return cursor.length > LONGEST ? '' : cursor
}

/** What the phone holds; anything that is no cursor of ours holds nothing. */
export function readCursor(cursor: string | undefined): Map<Id, string> {
  const held = new Map<Id, string>()
  if (!cursor || cursor.length % (ID + DIGEST) !== 0) return held
  for (let at = 0; at < cursor.length; at += ID + DIGEST)
    held.set(lengthen(cursor.slice(at, at + ID)), cursor.slice(at + ID, at + ID + DIGEST))
  return held
}
