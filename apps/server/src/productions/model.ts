// What holds of phases among each other, and what a crew template does to one. Pure.
import type { Id, Instant, LocalDate } from '@regie/contract/kernel'
import type { CrewLine, CrewNeed, CrewSeat, Phase, Production } from '@regie/contract/productions'
import type { PositionGroup } from '@regie/contract/work-orders'
import { Temporal } from 'temporal-polyfill'

const MINUTE = 60_000
type Planned = Pick<Phase, 'id' | 'startsAt' | 'endsAt' | 'dependencies'>

const minutesFrom = (from: Instant, until: Instant): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / MINUTE)

/** Whoever is on two seats at once, by the hours each has there. */
export function overlaps(phases: readonly Pick<Phase, 'id' | 'seats'>[]): Production['overlaps'] {
  type Held = CrewSeat & { phaseId: Id }
  const held: Held[] = phases.flatMap(({ id, seats }) =>
    seats.filter(({ technicianId }) => technicianId).map((seat) => ({ ...seat, phaseId: id })),
  )
  return [...Map.groupBy(held, ({ technicianId }) => technicianId).values()].flatMap((own) => {
    const inOrder = own.sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    return inOrder.flatMap((seat, index) =>
      inOrder
        .slice(index + 1)
        .filter((next) => Date.parse(next.startsAt) < Date.parse(seat.endsAt))
        .map((next) => ({
          technicianId: seat.technicianId ?? '',
          technicianName: seat.technicianName ?? '',
          phaseIds: [seat.phaseId, next.phaseId] as [Id, Id],
        })),
    )
  })
}

/** Phases whose hours contradict their order: the hours are the planner's word, so it is told and not forbidden. */
export function earlyStarts(phases: readonly Planned[]): Production['earlyStarts'] {
  const byId = new Map(phases.map((phase) => [phase.id, phase]))
  return phases.flatMap(({ id, startsAt, dependencies }) =>
    dependencies.flatMap(({ afterId, lagMinutes }) => {
      const before = byId.get(afterId)
      const minutes = before ? minutesFrom(startsAt, before.endsAt) + lagMinutes : 0
      return minutes > 0 ? [{ phaseId: id, afterId, minutes }] : []
    }),
  )
}

/** Of all chains of phases that wait for each other the one that takes longest, the first phase first; none without any. */
export function criticalPath(phases: readonly Planned[]): Id[] {
  type Chain = { readonly minutes: number; readonly ids: readonly Id[] }
  const byId = new Map(phases.map((phase) => [phase.id, phase]))
  const known = new Map<Id, Chain>()
  const longestTo = (phase: Planned): Chain => {
    const before = known.get(phase.id)
    if (before) return before
    const chains = phase.dependencies.flatMap(({ afterId, lagMinutes }) => {
      const after = byId.get(afterId)
      if (!after) return []
      const { minutes, ids } = longestTo(after)
      return [{ minutes: minutes + lagMinutes, ids }]
    })
    const { minutes, ids } = longest(chains)
    const chain = {
      minutes: minutes + minutesFrom(phase.startsAt, phase.endsAt),
      ids: [...ids, phase.id],
    }
    known.set(phase.id, chain)
    return chain
  }
  const longest = (chains: readonly Chain[]): Chain =>
    chains.reduce((best, chain) => (chain.minutes > best.minutes ? chain : best), {
      minutes: 0,
      ids: [],
    })
  const chains = phases.map(longestTo).filter(({ ids }) => ids.length > 1)
  return [...longest(chains).ids]
}

/** The lines of a template that concern a phase. */
const linesFor = (
  { kind, department }: Pick<Phase, 'kind' | 'department'>,
  lines: readonly CrewLine[],
) =>
  lines.filter(
    (line) =>
      (line.kinds.length === 0 || line.kinds.includes(kind)) &&
      (line.department === null || department === null || line.department === department),
  )

const sameRole = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/**
 * The crew a phase has once the template is applied. `keep`: what is there stays and grows to the template's
 * headcount; else the template alone says who is needed, and seats of the same role keep whoever holds them.
 */
export function withCrew(
  phase: Pick<Phase, 'kind' | 'department' | 'positions'>,
  lines: readonly CrewLine[],
  keep: boolean,
): PositionGroup[] {
  const wanted = linesFor(phase, lines)
  const untouched = phase.positions.filter(
    ({ label }) => keep && !wanted.some((line) => sameRole(line.label, label)),
  )
  const asked = wanted.map(({ kinds: _, department: __, ...line }): PositionGroup => {
    const there = phase.positions.find(({ label }) => sameRole(label, line.label))
    if (!there) return { ...line, positionIds: [] }
    const headcount = keep ? Math.max(there.headcount, line.headcount) : line.headcount
    return { ...line, headcount, positionIds: there.positionIds.slice(0, headcount) }
  })
  return [...untouched, ...asked]
}

/** What a phase holds once the template is applied: what it asks for is added to what is there, and never less. */
export function withEquipment(
  { kind, equipment }: Pick<Phase, 'kind' | 'equipment'>,
  needs: readonly CrewNeed[],
): Phase['equipment'] {
  const wanted = new Map(equipment.map((one) => [one.equipmentId, one.quantity]))
  for (const { equipmentId, quantity, kinds } of needs)
    if (kinds.length === 0 || kinds.includes(kind))
      wanted.set(equipmentId, Math.max(quantity, wanted.get(equipmentId) ?? 0))
  return [...wanted].map(([equipmentId, quantity]) => ({ equipmentId, quantity }))
}

/** A crew nobody asked for: the one unnamed seat every work order has. */
export const isUnasked = ({ label, skills, headcount, certificationKindIds }: PositionGroup) =>
  label === '' && headcount === 1 && skills.length === 0 && certificationKindIds.length === 0

/** The same wall-clock time so many days later; an hour that does not exist moves on, as clocks do. */
export const daysLater = (instant: Instant, days: number, timeZone: string): Instant =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .add({ days })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })

export const localDateOf = (instant: Instant, timeZone: string): LocalDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()

export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(to).days
