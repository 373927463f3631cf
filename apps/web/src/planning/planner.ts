// What a planner does on the board: each deed is shown and sent by the writer, named, and can be undone.
import type { Bar } from '@regie/contract/planning'
import type { Target } from './engine/drag.ts'
import type { History } from './history.ts'
import { isolated } from './isolated.ts'
import { PlanWriter, type Seat, type Writing } from './plan-writer.ts'
import type { PlanningWords } from './words.ts'

export type Surroundings = Writing & {
  readonly history: History
  readonly words: () => PlanningWords
  /** A deed is done: the toast with its undo. `places`: where something came, went or changed. */
  readonly done: (label: string, places: readonly Target[]) => void
}

/** Where a bar stands, as a place to put it back to. */
export const placeOf = (bar: Pick<Bar, 'technicianId' | 'startsAt' | 'endsAt'>): Target => ({
  rowId: bar.technicianId,
  from: Date.parse(bar.startsAt),
  until: Date.parse(bar.endsAt),
})

/** The reason to give again when a bar goes back to where rules warn. */
const reasonOf = (bar: Pick<Bar, 'override'>): string | undefined => bar.override?.reason

export class Planner {
  readonly #around: Surroundings
  readonly writer: PlanWriter

  constructor(around: Surroundings) {
    this.#around = around
    this.writer = new PlanWriter(around)
  }

  async assign(seat: Seat, target: Target, reason?: string): Promise<void> {
    const made = await this.writer.create(seat, target, reason)
    const { deeds } = this.#around.words()
    const label = deeds.assigned(seat.item.siteName, this.#toldNameOf(target.rowId))
    const { history } = this.#around
    const why = reasonOf(made)
    let current = made.id
    history.add({
      label,
      undo: async () => {
        await this.writer.expectFree(history.idOf(current), placeOf(made))
        await this.writer.remove(history.idOf(current))
      },
      redo: async () => {
        const next = await this.writer.create(seat, target, why)
        history.rename(current, next.id)
        current = next.id
      },
    })
    this.#around.done(label, [target])
  }

  async move(id: string, target: Target, reason?: string): Promise<void> {
    const bar = this.writer.bar(id)
    if (!bar) return
    const before = placeOf(bar)
    const moved = await this.writer.place(id, target, reason)
    const label = this.#labelOfMove(bar, before, target)
    const { history } = this.#around
    const after = placeOf(moved)
    const go = (from: Target, to: Target, why: string | undefined) => async () => {
      await this.writer.expectFree(history.idOf(id), from)
      await this.writer.place(history.idOf(id), to, why)
    }
    const [undo, redo] = [go(after, before, reasonOf(bar)), go(before, after, reasonOf(moved))]
    history.add({ label, undo, redo })
    this.#around.done(label, [before, after])
  }

  async unassign(id: string): Promise<void> {
    const bar = this.writer.bar(id)
    if (!bar) return
    await this.writer.remove(id)
    const label = this.#around.words().deeds.unassigned(bar.siteName)
    const { history } = this.#around
    let current = id
    history.add({
      label,
      undo: async () => {
        const next = await this.writer.create({ ...bar, item: bar }, placeOf(bar), reasonOf(bar))
        history.rename(current, next.id)
        current = next.id
      },
      redo: async () => void (await this.writer.remove(history.idOf(current))),
    })
    this.#around.done(label, [placeOf(bar)])
  }

  async lock(id: string, locked: boolean): Promise<void> {
    const bar = this.writer.bar(id)
    if (!bar || bar.locked === locked) return
    await this.writer.lock(id, locked)
    const { deeds } = this.#around.words()
    const label = locked ? deeds.locked(bar.siteName) : deeds.unlocked(bar.siteName)
    const { history } = this.#around
    const turn = (to: boolean) => async () => void (await this.writer.lock(history.idOf(id), to))
    history.add({ label, undo: turn(!locked), redo: turn(locked) })
    this.#around.done(label, [placeOf(bar)])
  }

  #toldNameOf(technicianId: string): string {
    return isolated(this.writer.nameOf(technicianId))
  }

  #labelOfMove(bar: Bar, before: Target, target: Target): string {
    const { deeds } = this.#around.words()
    if (before.rowId !== target.rowId)
      return deeds.movedTo(bar.siteName, this.#toldNameOf(target.rowId))
    const resized = before.until - before.from !== target.until - target.from
    return resized ? deeds.resized(bar.siteName) : deeds.moved(bar.siteName)
  }
}
