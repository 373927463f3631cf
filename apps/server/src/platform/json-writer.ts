// Long JSON put together from many short texts. As one string it would be a rope of a hundred thousand pieces, kept until
// it is laid out at last; written piece by piece, each is gone at once.

/** UTF-8 takes at most so many bytes for each unit of a string. */
const WIDEST = 3
const LEAST_BYTES = 65_536

export class JsonWriter {
  #buffer: Buffer
  #length = 0

  /** `bytes`: about as many as there will be; it grows beyond. */
  constructor(bytes: number) {
    this.#buffer = Buffer.allocUnsafe(Math.max(bytes, LEAST_BYTES))
  }

  put(text: string): void {
    const needed = this.#length + text.length * WIDEST
    if (needed > this.#buffer.length) this.#grow(needed)
    this.#length += this.#buffer.write(text, this.#length, 'utf8')
  }

  /** What many places share is encoded once. */
  putBytes(bytes: Buffer): void {
    const needed = this.#length + bytes.length
    if (needed > this.#buffer.length) this.#grow(needed)
    this.#length += bytes.copy(this.#buffer, this.#length)
  }

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length)
  }

  #grow(needed: number): void {
    const wider = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2))
    this.#buffer.copy(wider, 0, 0, this.#length)
    this.#buffer = wider
  }
}
