// Long JSON put together from many short texts. As one string it would be a rope of a hundred thousand pieces, kept until
// it is laid out at last; written a few at a time, they are gone at once.

/** UTF-8 takes at most so many bytes for each unit of a string. */
const WIDEST = 3
const LEAST_BYTES = 65_536

/** So many units are gathered before they are written: each write costs as much as a short text. */
const GATHERED = 16_384

export class JsonWriter {
  #buffer: Buffer
  #length = 0
  #gathered = ''

  /** `bytes`: about as many as there will be; it grows beyond. */
  constructor(bytes: number) {
    this.#buffer = Buffer.allocUnsafe(Math.max(bytes, LEAST_BYTES))
  }

  put(text: string): void {
    this.#gathered += text
    if (this.#gathered.length > GATHERED) this.#write()
  }

  bytes(): Buffer {
    this.#write()
    return this.#buffer.subarray(0, this.#length)
  }

  #write(): void {
    const needed = this.#length + this.#gathered.length * WIDEST
    if (needed > this.#buffer.length) this.#grow(needed)
    this.#length += this.#buffer.write(this.#gathered, this.#length, 'utf8')
    this.#gathered = ''
  }

  #grow(needed: number): void {
    const wider = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2))
    this.#buffer.copy(wider, 0, 0, this.#length)
    this.#buffer = wider
  }
}
