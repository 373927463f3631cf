// Writes to the plan: shown at once, sent in order, put back when refused. What a deed means is the planner's affair.
import type { Assignment, Bar, Board } from '@regie/contract/planning'
import {
  createAssignment,
  lockAssignment,
  moveAssignment,
  removeAssignment,
} from '@regie/contract/planning'
import type { Reason } from '@regie/contract/planning-reasons'
import { type CallOptions, call, type InputArgs } from '../lib/call.ts'
import { makeId } from '../lib/id.ts'
import { ProblemError } from '../lib/problem.ts'
import type { Target } from './engine/drag.ts'
import { overtaken } from './overtaken.ts'
import { dropAssignment, putAssignment, restoreAssignment } from './patch-board.ts'

/** A seat of the backlog that is about to be filled. */
export type Seat = {
  readonly workOrderId: string
  readonly positionId: string
  readonly positionName: string
  readonly item: Pick<
    Bar,
    | 'reference'
    | 'title'
    | 'clientId'
    | 'clientName'
    | 'siteId'
    | 'siteName'
    | 'city'
    | 'territory'
    | 'position'
    | 'priorityId'
    | 'priorityName'
    | 'priorityRank'
    | 'colour'
    | 'icon'
    | 'category'
    | 'projectId'
    | 'projectName'
    | 'seats'
  >
}

export type Writing = {
  readonly read: () => Board | undefined
  readonly write: (change: (board: Board) => Board) => void
  /** Rules warn: why it is done all the same, or null when it is better left. */
  readonly askWhy: (reasons: readonly Reason[]) => Promise<string | null>
  /** A colleague's change was shown. */
  readonly heard?: (now: Assignment, before: Bar | undefined, by: string) => void
  /** Tests answer here instead of the network. */
  readonly send?: typeof call
}

/** The planner thought better of it: nothing was done, and nobody need be told why. */
export class ThoughtBetter extends Error {}

const TRIES = 3

export const iso = (at: number): string => new Date(at).toISOString()

/** A technician taken off keeps the version; the state tells. */
const isNewer = (next: Assignment, known: Assignment): boolean =>
  next.version > known.version || (next.version === known.version && next.state !== known.state)

export const slotOf = ({ rowId, from, until }: Target) => ({
  technicianId: rowId,
  startsAt: iso(from),
  endsAt: iso(until),
})

export const because = (reason: string | undefined) => (reason ? { overrideReason: reason } : {})

export class PlanWriter {
  readonly #around: Writing
  readonly #send: typeof call
  /** Sends of one assignment go one after the other: the second needs the version the first was given. */
  readonly #queues = new Map<string, Promise<unknown>>()
  readonly #known = new Map<string, Assignment>()
  readonly #winners = new Map<string, string>()
  /** Pinned by the product itself: a signed review keeps what is given by hand. */
  readonly #pinned = new Set<string>()

  constructor(around: Writing) {
    this.#around = around
    this.#send = around.send ?? call
  }

  /** The version a change must be based on. */
  versionOf(id: string): number {
    return Math.max(this.#known.get(id)?.version ?? 0, this.bar(id)?.version ?? 0)
  }

  /** Holds the turn of several assignments at once, after whatever is on its way for any of them. */
  async together<T>(ids: readonly string[], turn: () => Promise<T>): Promise<T> {
    const before = ids.map((id) =>
      (this.#queues.get(id) ?? Promise.resolve()).catch(() => undefined),
    )
    const queued = Promise.all(before).then(turn)
    for (const id of ids) this.#queues.set(id, queued)
    try {
      return await queued
    } finally {
      for (const id of ids) if (this.#queues.get(id) === queued) this.#queues.delete(id)
    }
  }

  show(change: (board: Board) => Board): void {
    this.#around.write(change)
  }

  /** True while something of ours is on its way: events about it would undo what is already shown. */
  isPending(id: string): boolean {
    return this.#queues.has(id)
  }

  /** A colleague's change: shown at once, and remembered to name who won. */
  hear(assignment: Assignment, by: string, isProduct = false): void {
    this.#winners.set(assignment.id, by)
    if (isProduct && assignment.locked) this.#pinned.add(assignment.id)
    else this.#pinned.delete(assignment.id)
    const known = this.#known.get(assignment.id)
    if (known && !isNewer(assignment, known)) return
    this.#known.set(assignment.id, assignment)
    if (this.isPending(assignment.id)) return
    const before = this.bar(assignment.id)
    this.#around.write((board) => putAssignment(board, assignment))
    this.#around.heard?.(assignment, before, by)
  }

  winner(id: string): string | undefined {
    return this.#winners.get(id)
  }

  /** As it was last heard of, on whatever day it is; undefined: never seen here. */
  latest(id: string): Assignment | undefined {
    const known = this.#known.get(id)
    const bar = this.bar(id)
    return known && (!bar || isNewer(known, bar)) ? known : bar
  }

  /** Refuses what would undo a colleague's change: it is only for what still stands where it was left. */
  expectAt(id: string, left: Target): void {
    const now = this.latest(id)
    if (!now) return
    const isThere =
      now.technicianId === left.rowId &&
      Date.parse(now.startsAt) === left.from &&
      Date.parse(now.endsAt) === left.until
    if (isThere && now.state !== 'withdrawn' && now.state !== 'declined') return
    throw overtaken(now, this.winner(id))
  }

  /** Where it was left, and free to be taken back: what the product pinned meanwhile whoever did the deed unpins. */
  async expectFree(id: string, left: Target): Promise<void> {
    this.expectAt(id, left)
    if (this.#pinned.has(id) && this.latest(id)?.locked) await this.lock(id, false)
  }

  /** The bar as it is shown. */
  bar(id: string): Bar | undefined {
    return this.#around.read()?.bars.find((bar) => bar.id === id)
  }

  nameOf(technicianId: string): string {
    return this.#around.read()?.technicians.find(({ id }) => id === technicianId)?.name ?? ''
  }

  async create(seat: Seat, target: Target, reason?: string): Promise<Assignment> {
    const draft = this.#draftOf(seat, target)
    const { write } = this.#around
    write((board) => restoreAssignment(board, draft))
    try {
      const body = { positionId: seat.positionId, ...slotOf(target) }
      const made = await this.explained(reason, (why) =>
        this.deliver(createAssignment, { body: { ...body, ...because(why) } }),
      )
      this.learn(made)
      write((board) => putAssignment(dropAssignment(board, draft.id), made))
      return made
    } catch (error) {
      write((board) => dropAssignment(board, draft.id))
      throw error
    }
  }

  place(id: string, target: Target, reason?: string): Promise<Assignment> {
    const change = slotOf(target)
    const shown = { ...change, technicianName: this.nameOf(target.rowId) }
    return this.#change(id, shown, (version) =>
      this.explained(reason, (why) =>
        this.deliver(moveAssignment, {
          params: { assignmentId: id },
          body: { version, ...change, ...because(why) },
        }),
      ),
    )
  }

  lock(id: string, locked: boolean): Promise<Assignment> {
    return this.#change(id, { locked }, (version) =>
      this.deliver(lockAssignment, { params: { assignmentId: id }, body: { version, locked } }),
    )
  }

  remove(id: string): Promise<Assignment> {
    return this.#change(id, { state: 'withdrawn' }, (version) =>
      this.deliver(removeAssignment, { params: { assignmentId: id }, body: { version } }),
    )
  }

  #draftOf(seat: Seat, target: Target): Bar {
    return {
      ...seat.item,
      id: `new:${seat.positionId}`,
      version: 0,
      workOrderId: seat.workOrderId,
      positionId: seat.positionId,
      positionName: seat.positionName,
      seatsFilled: 0,
      attachments: 0,
      ...slotOf(target),
      technicianName: this.nameOf(target.rowId),
      state: 'offered',
      locked: false,
      publishedAt: null,
      declinedReason: null,
      override: null,
      clientConfirmed: false,
      unseen: null,
      travelSecondsBefore: null,
      travelMetresBefore: null,
      travelSecondsAfter: null,
    }
  }

  /** Sends; where the server wants a reason it is asked for, and the same is sent with it. */
  async explained<T>(
    reason: string | undefined,
    send: (reason: string | undefined) => Promise<T>,
  ): Promise<T> {
    try {
      return await send(reason)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'override_needed') throw error
      const why = await this.#around.askWhy((error.details.reasons ?? []) as readonly Reason[])
      if (why === null) throw new ThoughtBetter()
      return await send(why)
    }
  }

  /** Shows the change, sends it after those before it, and shows what the server made of it. */
  #change(
    id: string,
    changes: Partial<Bar>,
    send: (version: number) => Promise<Assignment>,
  ): Promise<Assignment> {
    const { write } = this.#around
    const before = this.bar(id)
    if (before) write((board) => putAssignment(board, { ...before, ...changes }))
    const turn = async () => {
      const version = Math.max(this.#known.get(id)?.version ?? 0, before?.version ?? 0)
      try {
        const answer = await send(version)
        this.learn(answer)
        write((board) => putAssignment(board, answer))
        return answer
      } catch (error) {
        this.putBack(id, before, error)
        throw error
      }
    }
    const queued = (this.#queues.get(id) ?? Promise.resolve()).catch(() => undefined).then(turn)
    this.#queues.set(id, queued)
    const settle = () => {
      if (this.#queues.get(id) === queued) this.#queues.delete(id)
    }
    queued.then(settle, settle)
    return queued
  }

  /** The colleague's version if there is one, else what stood before. */
  putBack(id: string, before: Bar | undefined, error: unknown): void {
    const { write } = this.#around
    if (error instanceof ProblemError && error.code === 'not_found') {
      write((board) => dropAssignment(board, id))
      return
    }
    const told = error instanceof ProblemError ? (error.current as Assignment | null) : null
    const current = told?.id === id ? told : this.#known.get(id)
    if (current && current.version > (before?.version ?? 0)) {
      this.#known.set(id, current)
      write((board) => putAssignment(dropAssignment(board, id), current))
    } else if (before) write((board) => restoreAssignment(board, before))
  }

  /** What the server said last. */
  learn(assignment: Assignment): void {
    this.#known.set(assignment.id, assignment)
  }

  /** One action, one key: a cut line is tried again and the server does the thing once. */
  async deliver<E extends Parameters<typeof call>[0]>(
    endpoint: E,
    input: Parameters<typeof call<E>>[1],
  ): Promise<Awaited<ReturnType<typeof call<E>>>> {
    const options: CallOptions = { key: makeId() }
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#send(
          endpoint,
          ...([input, options] as unknown as InputArgs<E, [CallOptions]>),
        )
      } catch (error) {
        const again = error instanceof ProblemError && error.mayRetry && attempt < TRIES
        if (!again) throw error
        await new Promise((resolve) => setTimeout(resolve, 250 * attempt))
      }
    }
  }
}
