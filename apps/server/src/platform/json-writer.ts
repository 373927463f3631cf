// Long JSON put together from many short texts. As one string it would be a rope of a hundred thousand pieces, kept until
// it is laid out at last; written a few at a time, they are gone at once.

/** UTF-8 takes at most so many bytes for each unit of a string. */
const WIDEST = 3
const LEAST_BYTES = 65_536

/** So many units are gathered before they are written: each write costs as much as a short text. */
const GATHERED = 16_384

/** The largest buffer that is kept for the next writer. */
const KEPT_BYTES = 32_000_000

/**
 * Many megabytes for each answer, thrown away at once, would have the whole heap looked through every third answer: the
 * last buffer that was given back is written over.
 */
let spare: Buffer | null = null
const lent = new WeakMap<Buffer, Buffer>()

/** Takes back what `bytes()` lent, once nobody reads it any more; other buffers are left alone. */
export function giveBack(bytes: Buffer): void {
  const whole = lent.get(bytes)
  if (whole && whole.length <= KEPT_BYTES && whole.length > (spare?.length ?? 0)) spare = whole
  lent.delete(bytes)
}

function bufferOf(bytes: number): Buffer {
  if (!spare || spare.length < bytes) return Buffer.allocUnsafeSlow(bytes)
  const taken = spare
  spare = null
  return taken
}

export class JsonWriter {
  #buffer: Buffer
  #length = 0
  #gathered = ''

  /** `bytes`: about as many as there will be; it grows beyond. */
  constructor(bytes: number) {
    this.#buffer = bufferOf(Math.max(bytes, LEAST_BYTES))
  }

  put(text: string): void {
    this.#gathered += text
    if (this.#gathered.length > GATHERED) this.#write()
  }

  bytes(): Buffer {
    this.#write()
    const bytes = this.#buffer.subarray(0, this.#length)
    lent.set(bytes, this.#buffer)
    return bytes
  }

  #write(): void {
    const needed = this.#length + this.#gathered.length * WIDEST
    if (needed > this.#buffer.length) this.#grow(needed)
    this.#length += this.#buffer.write(this.#gathered, this.#length, 'utf8')
    this.#gathered = ''
  }

  #grow(needed: number): void {
    const wider = bufferOf(Math.max(needed, this.#buffer.length * 2))
    this.#buffer.copy(wider, 0, 0, this.#length)
    this.#buffer = wider
  }
}
