// Keys of seals rest encrypted with the installation's secret: a copy of the database alone seals nothing.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'regie reports seal', 32))

export function lockKey(key: Uint8Array, secret: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce)
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

/** Throws when the secret is another than the one it was locked with. */
export function unlockKey(locked: Uint8Array, secret: string): Uint8Array<ArrayBuffer> {
  const cipher = createDecipheriv('aes-256-gcm', keyOf(secret), locked.subarray(0, 12))
  cipher.setAuthTag(locked.subarray(-16))
  return new Uint8Array(Buffer.concat([cipher.update(locked.subarray(12, -16)), cipher.final()]))
}

export const fingerprintOfCertificate = (certificate: Uint8Array): string =>
  createHash('sha256').update(certificate).digest('hex')
