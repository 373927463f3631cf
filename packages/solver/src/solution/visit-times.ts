/** What a start means to one visit: its windows, its due time, its promise. */
import type { VisitFrame } from './rich-kernel.ts'
import { BROKEN } from './tour-books.ts'

/** The first start not before `start` that a window allows; `BROKEN` for none. */
export const openAt = (visit: VisitFrame, start: number): number => {
  for (const window of visit.windows) if (start <= window.end) return Math.max(start, window.start)
  return BROKEN
}

/** How late a visit could begin at no price, when it begins at `start`. */
export const closingAt = (visit: VisitFrame, start: number, tolerance: number): number => {
  const { publishedTechnician, publishedStart, dueAt } = visit
  const promise = publishedTechnician < 0 ? BROKEN : publishedStart + tolerance
  for (const window of visit.windows) {
    if (start <= window.end)
      return Math.min(window.end, Math.max(dueAt, start), Math.max(promise, start))
  }
  return start
}

/** Price of lateness and of a promise not kept. */
export const startPrice = (
  visit: VisitFrame,
  start: number,
  technician: number,
  tolerance: number,
): number => {
  const { publishedTechnician, publishedStart, dueAt } = visit
  const late = start > dueAt ? (start - dueAt) * visit.perLateSecond : 0
  const broken =
    publishedTechnician >= 0 &&
    (publishedTechnician !== technician || Math.abs(start - publishedStart) > tolerance)
  return broken ? late + visit.changePrice : late
}

/** A visit on the technician it was promised to waits for its start, if the shift lasts as long. */
export const afterPromise = (
  visit: VisitFrame,
  start: number,
  latest: number,
  tolerance: number,
): number => {
  const promise = visit.publishedStart - tolerance
  return promise > latest ? start : Math.max(start, promise)
}
