// Deeds on several visits, and deeds that make new ones; each named and undone like any other.
import type { Assignment, Bar } from '@regie/contract/planning'
import { BatchWriter, type Placing } from './batch-writer.ts'
import type { GroupWords } from './doing-words.ts'
import type { Target } from './engine/drag.ts'
import type { History } from './history.ts'
import type { PlanWriter, Seat } from './plan-writer.ts'
import { placeOf } from './planner.ts'

type Surroundings = {
  readonly history: History
  readonly groupWords: () => GroupWords
  readonly done: (label: string, places: readonly Target[]) => void
}

export type Shift = {
  readonly ms: number
  /** The row a bar of that row goes to; the same row: only its time changes. */
  readonly rowOf: (rowId: string) => string | null
}

export class GroupPlanner {
  readonly #around: Surroundings
  readonly #writer: PlanWriter
  readonly #batch: BatchWriter

  constructor(around: Surroundings, writer: PlanWriter) {
    this.#around = around
    this.#writer = writer
    this.#batch = new BatchWriter(writer)
  }

  /** All by the same time and the same number of rows; null when one of them would leave the board. */
  placings(ids: Iterable<string>, { ms, rowOf }: Shift): Placing[] | null {
    const placings: Placing[] = []
    for (const bar of this.#bars(ids)) {
      const { rowId, from, until } = placeOf(bar)
      const next = rowOf(rowId)
      if (next === null) return null
      placings.push({ id: bar.id, target: { rowId: next, from: from + ms, until: until + ms } })
    }
    return placings
  }

  async arrange(placings: readonly Placing[]): Promise<void> {
    await this.#arrange(placings, this.#around.groupWords().moved(placings.length))
  }

  /** Each takes the other's place and keeps its own length. */
  async swap(a: string, b: string): Promise<void> {
    const [one, other] = this.#bars([a, b])
    if (!one || !other) return
    const [here, there] = [placeOf(one), placeOf(other)]
    const into = (own: Target, place: Target): Target => ({
      rowId: place.rowId,
      from: place.from,
      until: place.from + (own.until - own.from),
    })
    const label = this.#around.groupWords().swapped(one.siteName, other.siteName)
    await this.#arrange(
      [
        { id: a, target: into(here, there) },
        { id: b, target: into(there, here) },
      ],
      label,
    )
  }

  async unassign(ids: readonly string[]): Promise<void> {
    const bars = this.#bars(ids)
    await this.#batch.remove(bars.map(({ id }) => id))
    const { history } = this.#around
    let current = bars.map(({ id }) => id)
    const putBack = async () => {
      const next: string[] = []
      for (const [rank, bar] of bars.entries()) {
        const made = await this.#writer.create(seatOf(bar), placeOf(bar), bar.override?.reason)
        history.rename(current[rank] ?? bar.id, made.id)
        next.push(made.id)
      }
      current = next
    }
    const label = this.#around.groupWords().unassigned(bars.length)
    const again = async () => void (await this.#batch.remove(current.map(history.idOf)))
    history.add({ label, undo: putBack, redo: again })
    this.#around.done(label, bars.map(placeOf))
  }

  async lock(ids: readonly string[], locked: boolean): Promise<void> {
    const own = this.#bars(ids).filter((bar) => bar.locked !== locked)
    if (own.length === 0) return
    const turn = (to: boolean) => async () =>
      void (await this.#batch.lock(
        own.map(({ id }) => this.#around.history.idOf(id)),
        to,
      ))
    await turn(locked)()
    const words = this.#around.groupWords()
    const label = locked ? words.locked(own.length) : words.unlocked(own.length)
    this.#around.history.add({ label, undo: turn(!locked), redo: turn(locked) })
    this.#around.done(label, own.map(placeOf))
  }

  async duplicate(id: string, target: Target, reason?: string): Promise<void> {
    const bar = this.#writer.bar(id)
    if (!bar) return
    const { history } = this.#around
    const make = async () => await this.#batch.duplicate(history.idOf(id), target, reason)
    let made = await make()
    const label = this.#around.groupWords().duplicated(bar.siteName)
    history.add({
      label,
      undo: async () => void (await this.#batch.retract([history.idOf(made.id)])),
      redo: async () => {
        const next = await make()
        history.rename(made.id, next.id)
        made = next
      },
    })
    this.#around.done(label, [target])
  }

  async split(id: string, parts: readonly Target[], reason?: string): Promise<void> {
    const bar = this.#writer.bar(id)
    if (!bar) return
    const { history } = this.#around
    const make = async () => await this.#batch.split(history.idOf(id), parts, reason)
    let made: Assignment[] = await make()
    const label = this.#around.groupWords().split(bar.siteName, parts.length)
    history.add({
      label,
      undo: async () => {
        await this.#batch.retract(made.slice(1).map((one) => history.idOf(one.id)))
        await this.#writer.place(history.idOf(id), placeOf(bar), bar.override?.reason)
      },
      redo: async () => {
        const next = await make()
        for (const [rank, one] of made.entries()) {
          const now = next[rank]
          if (now && now.id !== one.id) history.rename(one.id, now.id)
        }
        made = next
      },
    })
    this.#around.done(label, [placeOf(bar), ...parts])
  }

  async #arrange(placings: readonly Placing[], label: string): Promise<void> {
    const before = this.#bars(placings.map(({ id }) => id))
    const placed = await this.#batch.arrange(placings)
    const { history } = this.#around
    const go =
      (from: readonly Placing[], to: readonly Placing[], why: string | undefined) => async () => {
        for (const { id, target } of from) await this.#writer.expectFree(history.idOf(id), target)
        const wanted = to.map(({ id, target }) => ({ id: history.idOf(id), target }))
        await this.#batch.arrange(wanted, why)
      }
    const placesOf = (bars: readonly Assignment[]) =>
      bars.map((bar) => ({ id: bar.id, target: placeOf(bar) }))
    const [back, forth] = [placesOf(before), placesOf(placed)]
    history.add({
      label,
      undo: go(forth, back, reasonAmong(before)),
      redo: go(back, forth, reasonAmong(placed)),
    })
    this.#around.done(
      label,
      [...back, ...forth].map((one) => one.target),
    )
  }

  #bars(ids: Iterable<string>): Bar[] {
    return [...ids].flatMap((id) => this.#writer.bar(id) ?? [])
  }
}

const reasonAmong = (all: readonly Pick<Bar, 'override'>[]): string | undefined =>
  all.find(({ override }) => override)?.override?.reason

const seatOf = (bar: Bar): Seat => ({ ...bar, item: bar })
