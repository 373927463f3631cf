// What a planner does on the board: shown at once, sent in order, put back with the reason when refused.
import type { Assignment, Bar, Board } from '@regie/contract/planning'
import {
  createAssignment,
  lockAssignment,
  moveAssignment,
  removeAssignment,
} from '@regie/contract/planning'
import { type CallOptions, call, type InputArgs } from '../lib/call.ts'
import { makeId } from '../lib/id.ts'
import { ProblemError } from '../lib/problem.ts'
import type { Target } from './engine/drag.ts'
import type { History } from './history.ts'
import { isolated } from './isolated.ts'
import { dropAssignment, putAssignment, restoreAssignment } from './patch-board.ts'
import type { PlanningWords } from './words.ts'

/** A seat of the backlog that is about to be filled. */
export type Seat = {
  readonly workOrderId: string
  readonly positionId: string
  readonly positionName: string
  readonly item: Pick<
    Bar,
    | 'reference'
    | 'title'
    | 'clientName'
    | 'siteId'
    | 'siteName'
    | 'city'
    | 'position'
    | 'priorityId'
    | 'priorityRank'
    | 'colour'
    | 'icon'
    | 'category'
    | 'projectId'
    | 'seats'
  >
}

type Surroundings = {
  readonly read: () => Board | undefined
  readonly write: (change: (board: Board) => Board) => void
  readonly history: History
  readonly words: () => PlanningWords
  readonly say: (text: string) => void
  /** A deed is done: the toast with its undo. */
  readonly done: (label: string) => void
  /** Tests answer here instead of the network. */
  readonly send?: typeof call
}

const TRIES = 3

const iso = (at: number): string => new Date(at).toISOString()

/** A technician taken off keeps the version; the state tells. */
const isNewer = (next: Assignment, known: Assignment): boolean =>
  next.version > known.version || (next.version === known.version && next.state !== known.state)

export class Planner {
  readonly #around: Surroundings
  readonly #send: typeof call
  /** Sends of one assignment go one after the other: the second needs the version the first was given. */
  readonly #queues = new Map<string, Promise<unknown>>()
  readonly #known = new Map<string, Assignment>()
  readonly #winners = new Map<string, string>()

  constructor(around: Surroundings) {
    this.#around = around
    this.#send = around.send ?? call
  }

  /** True while something of ours is on its way: events about it would undo what is already shown. */
  isPending(id: string): boolean {
    return this.#queues.has(id)
  }

  /** A colleague's change: shown at once, and remembered to name who won. */
  hear(assignment: Assignment, by: string): void {
    this.#winners.set(assignment.id, by)
    const known = this.#known.get(assignment.id)
    if (known && !isNewer(assignment, known)) return
    this.#known.set(assignment.id, assignment)
    if (!this.isPending(assignment.id))
      this.#around.write((board) => putAssignment(board, assignment))
  }

  winner(id: string): string | undefined {
    return this.#winners.get(id)
  }

  async assign(seat: Seat, target: Target): Promise<void> {
    const id = await this.#create(seat, target)
    const { deeds } = this.#around.words()
    const label = deeds.assigned(seat.item.siteName, this.#toldNameOf(target.rowId))
    const { history } = this.#around
    let current = id
    history.add({
      label,
      undo: () => this.#remove(history.idOf(current)),
      redo: async () => {
        const next = await this.#create(seat, target)
        history.rename(current, next)
        current = next
      },
    })
    this.#around.done(label)
  }

  async move(id: string, target: Target): Promise<void> {
    const bar = this.#bar(id)
    if (!bar) return
    const before: Target = {
      rowId: bar.technicianId,
      from: Date.parse(bar.startsAt),
      until: Date.parse(bar.endsAt),
    }
    await this.#place(id, target)
    const label = this.#labelOfMove(bar, before, target)
    const { history } = this.#around
    history.add({
      label,
      undo: () => this.#place(history.idOf(id), before),
      redo: () => this.#place(history.idOf(id), target),
    })
    this.#around.done(label)
  }

  async unassign(id: string): Promise<void> {
    const bar = this.#bar(id)
    if (!bar) return
    await this.#remove(id)
    const label = this.#around.words().deeds.unassigned(bar.siteName)
    const target: Target = {
      rowId: bar.technicianId,
      from: Date.parse(bar.startsAt),
      until: Date.parse(bar.endsAt),
    }
    const { history } = this.#around
    let current = id
    history.add({
      label,
      undo: async () => {
        const next = await this.#create({ ...bar, item: bar }, target)
        history.rename(current, next)
        current = next
      },
      redo: () => this.#remove(history.idOf(current)),
    })
    this.#around.done(label)
  }

  async lock(id: string, locked: boolean): Promise<void> {
    const bar = this.#bar(id)
    if (!bar || bar.locked === locked) return
    await this.#lock(id, locked)
    const { deeds } = this.#around.words()
    const label = locked ? deeds.locked(bar.siteName) : deeds.unlocked(bar.siteName)
    const { history } = this.#around
    history.add({
      label,
      undo: () => this.#lock(history.idOf(id), !locked),
      redo: () => this.#lock(history.idOf(id), locked),
    })
    this.#around.done(label)
  }

  #bar(id: string): Bar | undefined {
    return this.#around.read()?.bars.find((bar) => bar.id === id)
  }

  #nameOf(technicianId: string): string {
    return this.#around.read()?.technicians.find(({ id }) => id === technicianId)?.name ?? ''
  }

  #toldNameOf(technicianId: string): string {
    return isolated(this.#nameOf(technicianId))
  }

  #labelOfMove(bar: Bar, before: Target, target: Target): string {
    const { deeds } = this.#around.words()
    if (before.rowId !== target.rowId)
      return deeds.movedTo(bar.siteName, this.#toldNameOf(target.rowId))
    const resized = before.until - before.from !== target.until - target.from
    return resized ? deeds.resized(bar.siteName) : deeds.moved(bar.siteName)
  }

  async #create(seat: Seat, target: Target): Promise<string> {
    const draft: Bar = {
      ...seat.item,
      id: `new:${seat.positionId}`,
      version: 0,
      workOrderId: seat.workOrderId,
      positionId: seat.positionId,
      positionName: seat.positionName,
      seatsFilled: 0,
      technicianId: target.rowId,
      technicianName: this.#nameOf(target.rowId),
      startsAt: iso(target.from),
      endsAt: iso(target.until),
      state: 'offered',
      locked: false,
      publishedAt: null,
      declinedReason: null,
      travelSecondsBefore: null,
      travelMetresBefore: null,
      travelSecondsAfter: null,
    }
    const { write } = this.#around
    write((board) => restoreAssignment(board, draft))
    try {
      const body = {
        positionId: seat.positionId,
        technicianId: target.rowId,
        startsAt: draft.startsAt,
        endsAt: draft.endsAt,
      }
      const made = await this.#deliver(createAssignment, { body })
      this.#learn(made)
      write((board) => putAssignment(dropAssignment(board, draft.id), made))
      return made.id
    } catch (error) {
      write((board) => dropAssignment(board, draft.id))
      throw error
    }
  }

  #place(id: string, target: Target): Promise<void> {
    const change = {
      technicianId: target.rowId,
      startsAt: iso(target.from),
      endsAt: iso(target.until),
    }
    return this.#change(id, { ...change, technicianName: this.#nameOf(target.rowId) }, (version) =>
      this.#deliver(moveAssignment, { params: { assignmentId: id }, body: { version, ...change } }),
    )
  }

  #lock(id: string, locked: boolean): Promise<void> {
    return this.#change(id, { locked }, (version) =>
      this.#deliver(lockAssignment, { params: { assignmentId: id }, body: { version, locked } }),
    )
  }

  #remove(id: string): Promise<void> {
    return this.#change(id, { state: 'withdrawn' }, (version) =>
      this.#deliver(removeAssignment, { params: { assignmentId: id }, body: { version } }),
    )
  }

  /** Shows the change, sends it after those before it, and shows what the server made of it. */
  #change(
    id: string,
    changes: Partial<Bar>,
    send: (version: number) => Promise<Assignment>,
  ): Promise<void> {
    const { write } = this.#around
    const before = this.#bar(id)
    if (before) write((board) => putAssignment(board, { ...before, ...changes }))
    const turn = async () => {
      const version = Math.max(this.#known.get(id)?.version ?? 0, before?.version ?? 0)
      try {
        const answer = await send(version)
        this.#learn(answer)
        write((board) => putAssignment(board, answer))
      } catch (error) {
        this.#putBack(id, before, error)
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
  #putBack(id: string, before: Bar | undefined, error: unknown): void {
    const { write } = this.#around
    const told = error instanceof ProblemError ? (error.current as Assignment | null) : null
    const current = told?.id === id ? told : this.#known.get(id)
    if (current && current.version > (before?.version ?? 0)) {
      this.#known.set(id, current)
      write((board) => putAssignment(dropAssignment(board, id), current))
    } else if (before) write((board) => restoreAssignment(board, before))
  }

  #learn(assignment: Assignment): void {
    this.#known.set(assignment.id, assignment)
  }

  /** One action, one key: a cut line is tried again and the server does the thing once. */
  async #deliver<E extends Parameters<typeof call>[0]>(
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
