// Whether the parts of an evidence file agree with each other: content, signature, trail, photos.
import { canonical, fingerprintOf, sha256 } from '@regie/contract/canonical'
import {
  type Evidence,
  evidence,
  FIRST_PREVIOUS,
  type TrailEntry,
} from '@regie/contract/report-content'

export type Check = {
  readonly what:
    | 'whole_file'
    | 'seal'
    | 'certificate'
    | 'evidence'
    | 'content'
    | 'signature'
    | 'trail'
    | 'photo'
  readonly isGood: boolean
  readonly detail: string
}
const check = (what: Check['what'], isGood: boolean, detail: string): Check => ({
  what,
  isGood,
  detail,
})

/** The next fact of a trail, chained to the one before. */
export async function chain(
  previous: TrailEntry | undefined,
  fact: Omit<TrailEntry, 'sequence' | 'previous' | 'hash'>,
): Promise<TrailEntry> {
  const body = {
    ...fact,
    sequence: (previous?.sequence ?? 0) + 1,
    previous: previous?.hash ?? FIRST_PREVIOUS,
  }
  return { ...body, hash: await fingerprintOf(body) }
}

/** The first broken link of a trail; null: none. */
export async function brokenLink(trail: readonly TrailEntry[]): Promise<number | null> {
  let previous = FIRST_PREVIOUS
  for (const [index, { hash, ...body }] of trail.entries()) {
    const isNext = body.sequence === index + 1 && body.previous === previous
    if (!isNext || (await fingerprintOf(body)) !== hash) return index + 1
    previous = hash
  }
  return null
}

/** The evidence as it was written: its bytes must be the canonical form of what they say. */
export function readEvidence(bytes: Uint8Array): Evidence | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const raw: unknown = JSON.parse(text)
    // As it was written, not as a schema would tidy it: fingerprints are of every sign.
    return evidence.safeParse(raw).success && canonical(raw) === text ? (raw as Evidence) : null
  } catch {
    return null
  }
}

export async function checkEvidence(given: Evidence): Promise<Check[]> {
  const contentHash = await fingerprintOf(given.content)
  const signatureHash = await fingerprintOf(given.signature)
  const broken = await brokenLink(given.trail)
  const isSealed = given.trail.some(
    ({ details }) => details.contentHash === contentHash && details.signatureHash === signatureHash,
  )
  return [
    check('content', contentHash === given.contentHash, contentHash),
    check(
      'signature',
      signatureHash === given.signatureHash && given.signature.contentHash === contentHash,
      signatureHash,
    ),
    check(
      'trail',
      broken === null && isSealed,
      broken === null ? `${given.trail.length}` : `${broken}`,
    ),
  ]
}

/** Each file must be one of the photos that were signed, to the byte. */
export async function checkPhotos(
  given: Evidence,
  files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[],
): Promise<Check[]> {
  const { photos, files: sent = [] } = given.content
  const signed = new Set([...photos, ...sent].map((one) => one.sha256))
  return await Promise.all(
    files.map(async ({ name, bytes }) => check('photo', signed.has(await sha256(bytes)), name)),
  )
}
