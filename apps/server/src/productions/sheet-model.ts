// Who reads what: the sheets of everybody on a production, from the published plan and the planner's words. Pure.

import { emptySheet } from '@regie/contract/call-sheet-changes'
import type { SheetContent } from '@regie/contract/call-sheet-content'
import type { DetailsDraft, DetailsPart, LineScope } from '@regie/contract/call-sheet-details'
import type { SheetDocument } from '@regie/contract/call-sheets'
import type { Id, Instant, LocalDate } from '@regie/contract/kernel'
import type { PlanSpot, StagePlan } from '@regie/contract/production-stage-plans'
import type { SheetSeat } from './store/sheet-facts.ts'

export type SheetFacts = {
  /** Published ones only. */
  readonly seats: readonly SheetSeat[]
  readonly places: SheetContent['places']
  readonly details: DetailsDraft
  readonly documents: readonly SheetDocument[]
  readonly plans: readonly StagePlan[]
  readonly spots: readonly PlanSpot[]
  readonly dateOf: (at: Instant) => LocalDate
}
type Scoped = LineScope & { readonly id: Id }

/** The day by which a line for everyone finds its people: that of the meal, or the one that is named. */
const dayOf = (part: DetailsPart, line: Scoped, dateOf: SheetFacts['dateOf']): LocalDate | null =>
  part === 'meals' && 'startsAt' in line ? dateOf(line.startsAt as Instant) : line.date

/** Work past midnight is also of the day on which it ends. */
const isOn = ({ startsAt, endsAt }: SheetSeat, day: LocalDate, dateOf: SheetFacts['dateOf']) => {
  const last = new Date(Date.parse(endsAt) - 1).toISOString()
  return dateOf(startsAt) <= day && day <= dateOf(last)
}

function concerns(facts: SheetFacts, part: DetailsPart, line: Scoped, own: readonly SheetSeat[]) {
  const { who, technicianIds, stageId } = line
  const isNamed = technicianIds.includes(own[0]?.technicianId ?? '')
  if (who === 'only') return isNamed
  if (who === 'except' && isNamed) return false
  const day = dayOf(part, line, facts.dateOf)
  return own.some(
    (seat) =>
      (stageId === null || seat.stageId === stageId) &&
      (day === null || isOn(seat, day, facts.dateOf)),
  )
}

/** Everybody's sheet, by person. */
export function composeSheets(facts: SheetFacts): Map<Id, SheetContent> {
  const { seats, details } = facts
  const people = Map.groupBy(seats, ({ technicianId }) => technicianId)
  const names = new Map(seats.map(({ technicianId, name }) => [technicianId, name]))
  const crews = Map.groupBy(seats, ({ workOrderId }) => workOrderId)
  /** Who shares a line, as names. */
  const sharing = (part: DetailsPart, line: Scoped): Id[] =>
    [...people].flatMap(([id, own]) => (concerns(facts, part, line, own) ? [id] : []))
  const shared = new Map(
    [...details.lodging, ...details.transport].map((line) => [
      line.id,
      sharing('from' in line && 'departsAt' in line ? 'transport' : 'lodging', line),
    ]),
  )
  const mates = (lineId: Id, self: Id): string[] =>
    (shared.get(lineId) ?? [])
      .filter((id) => id !== self)
      .map((id) => names.get(id) ?? '')
      .sort((a, b) => a.localeCompare(b, 'fr'))
  return new Map(
    [...people].map(([technicianId, own]) => {
      const mine = <T extends Scoped>(part: DetailsPart, lines: readonly T[]): T[] =>
        lines.filter((line) => concerns(facts, part, line, own))
      const stages = new Set(own.map(({ stageId }) => stageId))
      const content: SheetContent = {
        ...emptySheet,
        duties: own.map((seat) => toDuty(seat, crews.get(seat.workOrderId) ?? [])),
        places: facts.places
          .filter(({ key }) => stages.has(key))
          .map((place) => withPlan(place, facts, own)),
        ...written(details, mine, (id) => mates(id, technicianId)),
        documents: mine('documents', details.documents).flatMap(({ id, name }) => {
          const file = facts.documents.find((one) => one.id === id)
          return file ? [{ key: id, name, type: file.type, bytes: file.bytes }] : []
        }),
      }
      return [technicianId, content]
    }),
  )
}

type Place = SheetContent['places'][number]

/** The plan of the stage, with the places of this person's own positions. */
function withPlan(place: Place, { plans, spots }: SheetFacts, own: readonly SheetSeat[]): Place {
  const plan = plans.find(({ stageId }) => stageId === place.key)
  if (!plan) return place
  const { fileId, name, type, bytes, width, height } = plan
  const isOwn = ({ stageId, label, number }: PlanSpot) =>
    stageId === place.key &&
    own.some(
      (seat) =>
        seat.stageId === stageId &&
        seat.role.toLowerCase() === label.toLowerCase() &&
        seat.seatNumber === number,
    )
  const shown = spots.filter(isOwn).map(({ x, y, label }) => ({ x, y, label }))
  return { ...place, plan: { fileId, name, type, bytes, width, height, spots: shown } }
}

const toDuty = (seat: SheetSeat, crew: readonly SheetSeat[]): SheetContent['duties'][number] => ({
  key: seat.positionId,
  workOrderId: seat.workOrderId,
  reference: seat.reference,
  startsAt: seat.startsAt,
  endsAt: seat.endsAt,
  role: seat.role,
  kind: seat.kind,
  name: seat.phaseName,
  department: seat.department,
  stageId: seat.stageId,
  stageName: seat.stageName,
  withWhom: crew
    .filter(({ technicianId }) => technicianId !== seat.technicianId)
    .map(({ name, role, phone }) => ({ name, role, phone }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr') || a.role.localeCompare(b.role, 'fr')),
})

/** What the planner wrote, without whom it is for. */
function written(
  details: DetailsDraft,
  mine: <T extends Scoped>(part: DetailsPart, lines: readonly T[]) => T[],
  mates: (lineId: Id) => string[],
): Pick<SheetContent, 'contacts' | 'meals' | 'lodging' | 'transport' | 'safety' | 'notes'> {
  return {
    contacts: mine('contacts', details.contacts).map(({ id, name, role, phone, email }) => ({
      ...{ key: id, name, role, phone, email },
    })),
    meals: mine('meals', details.meals)
      .map(({ id, kind, startsAt, endsAt, place, note }) => ({
        ...{ key: id, kind, startsAt, endsAt, place, note },
      }))
      .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)),
    lodging: mine('lodging', details.lodging)
      .map(({ id, name, address, phone, from, until, note }) => ({
        ...{ key: id, name, address, phone, from, until, note, withWhom: mates(id) },
      }))
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    transport: mine('transport', details.transport)
      .map(({ id, means, from, departsAt, to, arrivesAt, note }) => ({
        ...{ key: id, means, from, departsAt, to, arrivesAt, note, withWhom: mates(id) },
      }))
      .sort((a, b) => Date.parse(a.departsAt) - Date.parse(b.departsAt)),
    safety: mine('safety', details.safety).map(({ id, text }) => ({ key: id, text })),
    notes: mine('notes', details.notes).map(({ id, text }) => ({ key: id, text })),
  }
}

/** Lines that are on nobody's sheet. */
export function idleLines(details: DetailsDraft, sheets: Iterable<SheetContent>): Id[] {
  const used = new Set<Id>()
  for (const sheet of sheets)
    for (const lines of Object.values(sheet)) for (const { key } of lines) used.add(key)
  return Object.values(details)
    .flat()
    .flatMap(({ id }) => (used.has(id) ? [] : [id]))
}

/** The end of the last duty; null: there is none. */
export const endOf = ({ duties }: SheetContent): Instant | null =>
  duties.reduce<Instant | null>(
    (last, { endsAt }) => (last === null || Date.parse(endsAt) > Date.parse(last) ? endsAt : last),
    null,
  )
