// What a technician told of one assignment, and what it amounts to. Pure: the server, the phone and the simulator run
// this very code, so whoever holds the same entries sees the same work, in whatever order they came.
import type { FieldEntry } from './field-entries.ts'
import type { Id, Instant } from './kernel.ts'

/** One step as it counts: when it was tapped, and when it really was if somebody put it right. */
export type ToldStep = {
  readonly entry: FieldEntry
  readonly step: Step
  /** The time that counts. */
  readonly at: Instant
  /** The latest correction; null: nobody corrected it. */
  readonly correction: FieldEntry | null
}
type Step = Extract<FieldEntry['what'], { kind: 'step' }>['step']

/** A stretch of one activity; null `until`: it goes on. */
export type Stretch = {
  readonly activity: 'travel' | 'work' | 'pause'
  readonly from: Instant
  readonly until: Instant | null
}

type Line = {
  readonly id: Id
  readonly by: string
  readonly at: Instant
  readonly entry: FieldEntry
}
export type NoteLine = Line & { readonly text: string; readonly mine: boolean }
export type PartLine = Line & {
  readonly label: string
  readonly quantity: number
  readonly unit: string
}
export type PhotoLine = Line & { readonly photo: Extract<FieldEntry['what'], { kind: 'photo' }> }
export type FileLine = Line & { readonly file: Extract<FieldEntry['what'], { kind: 'file' }> }
export type ReadingLine = Line & {
  readonly label: string
  readonly value: number
  readonly unit: string
}

/** What the entries of one assignment amount to. */
export type FieldWork = {
  /** Null: no step was told yet. */
  readonly state: 'en_route' | 'started' | 'paused' | 'finished' | null
  readonly steps: readonly ToldStep[]
  readonly stretches: readonly Stretch[]
  readonly notes: readonly NoteLine[]
  readonly parts: readonly PartLine[]
  readonly photos: readonly PhotoLine[]
  readonly files: readonly FileLine[]
  readonly readings: readonly ReadingLine[]
}

/** By the moment it was told, then by id: a total order that does not depend on who learnt of it when. */
export const inOrder = (a: FieldEntry, b: FieldEntry): number =>
  Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const stateAfter = (state: FieldWork['state'], step: Step): FieldWork['state'] => {
  switch (step) {
    case 'en_route':
      return state === 'started' ? state : 'en_route'
    case 'paused':
      return state === 'started' ? 'paused' : state
    case 'started':
    case 'resumed':
      return 'started'
    case 'finished':
      return 'finished'
  }
}

const activities = { en_route: 'travel', started: 'work', paused: 'pause', finished: null } as const

type Kind = FieldEntry['what']['kind']
type Of<K extends Kind> = FieldEntry & { readonly what: Extract<FieldEntry['what'], { kind: K }> }
const of = <K extends Kind>(entries: readonly FieldEntry[], kind: K): Of<K>[] =>
  entries.filter((entry): entry is Of<K> => entry.what.kind === kind)

function stepsOf(entries: readonly FieldEntry[]): ToldStep[] {
  const latest = new Map<Id, Of<'correction'>>()
  for (const correction of of(entries, 'correction'))
    latest.set(correction.what.entryId, correction)
  return of(entries, 'step').map((entry) => {
    const correction = latest.get(entry.id) ?? null
    return { entry, step: entry.what.step, at: correction?.what.at ?? entry.at, correction }
  })
}

/** Steps in the order they were tapped, at the times that count; a time put before the one it follows ends at once. */
function follow(steps: readonly ToldStep[]): Pick<FieldWork, 'state' | 'stretches'> {
  const stretches: Stretch[] = []
  let state: FieldWork['state'] = null
  let open: { activity: Stretch['activity']; from: Instant } | null = null
  for (const { step, at } of steps) {
    const next = stateAfter(state, step)
    if (next === state) continue
    if (open) {
      const until: Instant = Date.parse(at) < Date.parse(open.from) ? open.from : at
      stretches.push({ ...open, until })
    }
    const activity: Stretch['activity'] | null = next === null ? null : activities[next]
    open = activity && { activity, from: at }
    state = next
  }
  if (open) stretches.push({ ...open, until: null })
  return { state, stretches }
}

/** The last word on each line by its id: the last writer wins, what came in which order does not matter. */
function lastWords<K extends Kind, L>(
  entries: readonly FieldEntry[],
  kind: K,
  lineOf: (first: Of<K>, last: Of<K>) => { id: Id; line: L | null },
): L[] {
  const lines = new Map<Id, { first: Of<K>; last: Of<K> }>()
  for (const entry of of(entries, kind)) {
    const { id } = lineOf(entry, entry)
    lines.set(id, { first: lines.get(id)?.first ?? entry, last: entry })
  }
  return [...lines.values()].flatMap(({ first, last }) => lineOf(first, last).line ?? [])
}

/** Only entries that count have a say; those aside or undecided are kept and shown, but change nothing. */
export function foldWork(entries: readonly FieldEntry[]): FieldWork {
  const counted = entries.filter(({ standing }) => standing === 'counted').sort(inOrder)
  const steps = stepsOf(counted)
  return {
    ...follow(steps),
    steps,
    notes: lastWords(counted, 'note', (first, last) => {
      const { noteId: id, text } = last.what
      const { by, at, mine } = first
      return { id, line: text ? { id, by, at, mine, text, entry: last } : null }
    }),
    parts: lastWords(counted, 'part', (first, last) => {
      const { partId: id, label, quantity, unit } = last.what
      const line = { id, by: first.by, at: first.at, label, quantity, unit, entry: last }
      return { id, line: quantity > 0 ? line : null }
    }),
    // Told again, a picture is the same one with another caption or moment.
    photos: lastWords(counted, 'photo', (first, last) => {
      const { photoId: id } = first.what
      const { caption, moment } = last.what
      const photo = { ...first.what, caption, moment }
      return { id, line: { id, by: first.by, at: first.at, entry: last, photo } }
    }),
    files: of(counted, 'file').map((entry) => ({
      ...{ id: entry.what.fileId, by: entry.by, at: entry.at, entry },
      file: entry.what,
    })),
    readings: of(counted, 'reading').map((entry) => {
      const { label, value, unit } = entry.what
      return { id: entry.id, by: entry.by, at: entry.at, label, value, unit, entry }
    }),
  }
}

/** Seconds of one activity in [from, until); what goes on counts until `now`. Instants, so nights of 23 or 25 hours are true. */
export function secondsOf(
  stretches: readonly Stretch[],
  activity: Stretch['activity'],
  now: Instant,
  span: { readonly from: Instant; readonly until: Instant } | null = null,
): number {
  let total = 0
  for (const stretch of stretches) {
    if (stretch.activity !== activity) continue
    const from = Math.max(Date.parse(stretch.from), span ? Date.parse(span.from) : -Infinity)
    const until = Math.min(
      Date.parse(stretch.until ?? now),
      span ? Date.parse(span.until) : Infinity,
    )
    total += Math.max(0, until - from)
  }
  return Math.round(total / 1000)
}

/** Clocks that differ by less are the same clock. */
const SAME_CLOCK_MS = 120_000

/** Milliseconds by which a phone's clock is ahead, in whole minutes; 0 when both may be the same clock. */
export function clockAhead(deviceAt: Instant, serverAt: Instant): number {
  const ahead = Date.parse(deviceAt) - Date.parse(serverAt)
  return Math.abs(ahead) < SAME_CLOCK_MS ? 0 : Math.round(ahead / 60_000) * 60_000
}

/**
 * The true time of something told at `deviceAt` by a phone whose clock showed `sentAt` when the server's showed
 * `serverAt`. A clock that runs days ahead or behind is put right to the minute; nothing lies in the future.
 */
export function trueTime(deviceAt: Instant, sentAt: Instant, serverAt: Instant): Instant {
  const offset = clockAhead(sentAt, serverAt)
  const at = Math.min(Date.parse(deviceAt) - offset, Date.parse(serverAt))
  return new Date(at).toISOString()
}
