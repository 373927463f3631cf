// Writes several assignments at once: shown at once, sent as one, put back together.
import type { Assignment, Bar } from '@regie/contract/planning'
import {
  arrangeAssignments,
  duplicateAssignment,
  lockAssignments,
  removeAssignments,
  retractCopies,
  splitAssignment,
} from '@regie/contract/planning-deeds'
import type { Target } from './engine/drag.ts'
import { dropAssignment, putAssignment, restoreAssignment } from './patch-board.ts'
import { because, type PlanWriter, slotOf } from './plan-writer.ts'

export type Placing = { readonly id: string; readonly target: Target }

export class BatchWriter {
  readonly #writer: PlanWriter

  constructor(writer: PlanWriter) {
    this.#writer = writer
  }

  arrange(placings: readonly Placing[], reason?: string): Promise<Assignment[]> {
    const writer = this.#writer
    const changes = new Map(
      placings.map(({ id, target }) => [
        id,
        { ...slotOf(target), technicianName: writer.nameOf(target.rowId) },
      ]),
    )
    return this.#change(changes, (named) =>
      writer.explained(reason, (why) =>
        writer.deliver(arrangeAssignments, {
          body: {
            changes: named.map((one, rank) => ({
              ...one,
              ...slotOf((placings[rank] as Placing).target),
            })),
            ...because(why),
          },
        }),
      ),
    )
  }

  remove(ids: readonly string[]): Promise<Assignment[]> {
    const gone = new Map(ids.map((id) => [id, { state: 'withdrawn' as const }]))
    return this.#change(gone, (assignments) =>
      this.#writer.deliver(removeAssignments, { body: { assignments } }),
    )
  }

  lock(ids: readonly string[], locked: boolean): Promise<Assignment[]> {
    return this.#change(new Map(ids.map((id) => [id, { locked }])), (assignments) =>
      this.#writer.deliver(lockAssignments, { body: { assignments, locked } }),
    )
  }

  async duplicate(id: string, target: Target, reason?: string): Promise<Assignment> {
    const writer = this.#writer
    const made = await writer.explained(reason, (why) =>
      writer.deliver(duplicateAssignment, {
        params: { assignmentId: id },
        body: { ...slotOf(target), ...because(why) },
      }),
    )
    this.#show([made])
    return made
  }

  async split(id: string, parts: readonly Target[], reason?: string): Promise<Assignment[]> {
    const writer = this.#writer
    const { assignments } = await writer.together([id], () =>
      writer.explained(reason, (why) =>
        writer.deliver(splitAssignment, {
          params: { assignmentId: id },
          body: { version: writer.versionOf(id), parts: parts.map(slotOf), ...because(why) },
        }),
      ),
    )
    this.#show(assignments)
    return assignments
  }

  /** Copies and parts go as they came; the last first, for it waits for those before. */
  retract(ids: readonly string[]): Promise<Assignment[]> {
    const gone = new Map(ids.map((id) => [id, { state: 'withdrawn' as const }]))
    return this.#change(gone, (assignments) =>
      this.#writer.deliver(retractCopies, { body: { assignments } }),
    )
  }

  #show(assignments: readonly Assignment[]): void {
    for (const one of assignments) this.#writer.learn(one)
    this.#writer.show((board) => assignments.reduce(putAssignment, board))
  }

  #change(
    changes: ReadonlyMap<string, Partial<Bar>>,
    send: (
      named: { assignmentId: string; version: number }[],
    ) => Promise<{ assignments: Assignment[] }>,
  ): Promise<Assignment[]> {
    const writer = this.#writer
    const ids = [...changes.keys()]
    const before = ids.flatMap((id) => writer.bar(id) ?? [])
    const base = new Map(before.map((bar) => [bar.id, bar.version]))
    writer.show((board) =>
      before.reduce((now, bar) => putAssignment(now, { ...bar, ...changes.get(bar.id) }), board),
    )
    return writer.together(ids, async () => {
      try {
        // What was taken off is on the board no more: its version is the one it had.
        const versionOf = (id: string) => Math.max(base.get(id) ?? 0, writer.versionOf(id))
        const named = ids.map((id) => ({ assignmentId: id, version: versionOf(id) }))
        const { assignments } = await send(named)
        this.#show(assignments)
        return assignments
      } catch (error) {
        writer.show((board) =>
          before.reduce((now, bar) => restoreAssignment(dropAssignment(now, bar.id), bar), board),
        )
        for (const bar of before) writer.putBack(bar.id, bar, error)
        throw error
      }
    })
  }
}
