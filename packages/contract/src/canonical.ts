// One way to write a value as text, so that its fingerprint is the same wherever it is taken: keys sorted, no spaces,
// numbers and texts as ECMAScript writes them (RFC 8785). Pure.

/** Canonical JSON. Keys whose value is undefined are left out; NaN, infinities and functions are refused. */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`no canonical form: ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`
  if (typeof value !== 'object') throw new Error(`no canonical form: ${typeof value}`)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  // RFC 8785 sorts by UTF-16 code units, as `<` does.
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

/** SHA-256 in small hexadecimal digits; in Node and in every browser that shows a page over HTTPS or from this machine. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The fingerprint of a value: that of its canonical JSON. */
export const fingerprintOf = (value: unknown): Promise<string> => sha256(canonical(value))
