// Undo and redo as commands: what was done is never unwritten, its opposite is done.

/** One thing a planner did, and how to do it again. Each returns when the server has agreed. */
export type Deed = {
  readonly label: string
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

export type HistoryState = {
  readonly past: readonly Deed[]
  readonly future: readonly Deed[]
  readonly busy: boolean
}

const MOST = 100

/** The deeds of this board since it was opened; survives changes of day and view. */
export class History {
  #state: HistoryState = { past: [], future: [], busy: false }
  readonly #watchers = new Set<() => void>()
  /** An assignment taken away and put back has a new id; older deeds still know it by the former one. */
  readonly #aliases = new Map<string, string>()

  readonly get = (): HistoryState => this.#state

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  add(deed: Deed): void {
    this.#set({ past: [...this.#state.past, deed].slice(-MOST), future: [], busy: false })
  }

  rename(formerId: string, id: string): void {
    this.#aliases.set(formerId, id)
  }

  readonly idOf = (id: string): string => {
    let known = id
    for (let next = this.#aliases.get(known); next !== undefined; next = this.#aliases.get(known)) {
      known = next
    }
    return known
  }

  /** Undoes the last deed. One that is no longer possible leaves the list and rejects with the reason. */
  async undo(): Promise<Deed | null> {
    const deed = this.#state.past.at(-1)
    if (!deed || this.#state.busy) return null
    this.#set({ ...this.#state, busy: true })
    try {
      await deed.undo()
      this.#set({
        past: this.#state.past.filter((one) => one !== deed),
        future: [...this.#state.future, deed],
        busy: false,
      })
      return deed
    } catch (error) {
      const past = this.#state.past.filter((one) => one !== deed)
      this.#set({ ...this.#state, past, busy: false })
      throw error
    }
  }

  async redo(): Promise<Deed | null> {
    const deed = this.#state.future.at(-1)
    if (!deed || this.#state.busy) return null
    this.#set({ ...this.#state, busy: true })
    const future = this.#state.future.filter((one) => one !== deed)
    try {
      await deed.redo()
      this.#set({ past: [...this.#state.past, deed], future, busy: false })
      return deed
    } catch (error) {
      this.#set({ ...this.#state, future, busy: false })
      throw error
    }
  }

  #set(state: HistoryState): void {
    this.#state = state
    for (const watcher of this.#watchers) watcher()
  }
}
