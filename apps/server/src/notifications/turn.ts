// One after the other: what must not be in flight twice at once in this process.

/** A place where those who come wait for those before them, in the order they came. */
export class Turn {
  #last: Promise<unknown> = Promise.resolve()

  take<R>(run: () => Promise<R>): Promise<R> {
    const mine = this.#last.then(run)
    this.#last = mine.catch(() => undefined)
    return mine
  }
}
