// The state machine of work orders and the rules of what they ask for. Pure.
import type { Fault } from '@regie/contract/errors'
import type { Id, Instant } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import type { SkillLevel } from '@regie/contract/skills'
import type {
  PositionGroup,
  TimeWindow,
  WorkOrderDraft,
  WorkOrderStatus,
} from '@regie/contract/work-orders'
import { Temporal } from 'temporal-polyfill'

/** Where a work order may go from each state. */
export const transitions: Readonly<Record<WorkOrderStatus, readonly WorkOrderStatus[]>> = {
  requested: ['qualified', 'planned', 'cancelled'],
  qualified: ['planned', 'in_progress', 'cancelled'],
  planned: ['qualified', 'in_progress', 'done', 'cancelled'],
  in_progress: ['qualified', 'done', 'cancelled'],
  done: ['qualified', 'in_progress', 'validated'],
  validated: ['closed'],
  closed: [],
  cancelled: ['qualified', 'requested'],
}

export const mayMove = (from: WorkOrderStatus, to: WorkOrderStatus): boolean =>
  transitions[from].includes(to)

/** What nobody changes any more. */
export const isSettled = (status: WorkOrderStatus): boolean =>
  status === 'closed' || status === 'cancelled'

/** Outer bounds of when the work may be done; null is open. */
export function bounds(draft: Pick<WorkOrderDraft, 'windows' | 'earliestAt' | 'dueAt'>): {
  opensAt: Instant | null
  closesAt: Instant | null
} {
  if (draft.windows.length === 0) return { opensAt: draft.earliestAt, closesAt: draft.dueAt }
  const at = (edge: (window: TimeWindow) => Instant, pick: (...all: number[]) => number) =>
    new Date(pick(...draft.windows.map((window) => Date.parse(edge(window))))).toISOString()
  return { opensAt: at(({ from }) => from, Math.min), closesAt: at(({ until }) => until, Math.max) }
}

/** Whether every seat asks for a skill, its own or that of the whole work. */
export const asksSkill = ({ skills, positions }: Pick<WorkOrderDraft, 'skills' | 'positions'>) =>
  skills.length > 0 ||
  (positions.length > 0 && positions.every((position) => position.skills.length > 0))

/** One seat, as the store has it. */
export type Seat = Omit<PositionGroup, 'headcount' | 'positionIds'> & {
  readonly id: Id
  readonly groupNo: number
}

const theOnlySeat: PositionGroup = {
  label: '',
  skills: [],
  certificationKindIds: [],
  mandatory: true,
  headcount: 1,
  positionIds: [],
}

/** The groups as seats: those that are named keep their ids, the others get new ones. */
export function toSeats(groups: readonly PositionGroup[], newId: () => Id): Seat[] {
  return (groups.length ? groups : [theOnlySeat]).flatMap(
    ({ headcount, positionIds, ...group }, groupNo) =>
      Array.from({ length: headcount }, (_, seat) => ({
        ...group,
        id: positionIds[seat] ?? newId(),
        groupNo,
      })),
  )
}

/** Seats, in order, as the groups they came from. */
export function toGroups(seats: readonly Seat[]): PositionGroup[] {
  const groups = Map.groupBy(seats, ({ groupNo }) => groupNo)
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    if (!first) return []
    const { id: _, groupNo: __, ...group } = first
    return [{ ...group, headcount: members.length, positionIds: members.map(({ id }) => id) }]
  })
}

/** Both lists of skills, each skill with the higher of its levels. */
export function mergeSkills(a: readonly SkillLevel[], b: readonly SkillLevel[]): SkillLevel[] {
  const levels = new Map<Id, number>()
  for (const { skillId, level } of [...a, ...b])
    levels.set(skillId, Math.max(level, levels.get(skillId) ?? 0))
  return [...levels].map(([skillId, level]) => ({ skillId, level }))
}

/** `workOrderId` waits for `afterId`. */
export type Edge = { readonly workOrderId: Id; readonly afterId: Id }

/** The way from `start` back to itself along what waits for what, both ends named; null: there is none. */
export function findCycle(start: Id, edges: readonly Edge[]): Id[] | null {
  const after = Map.groupBy(edges, ({ workOrderId }) => workOrderId)
  const cameFrom = new Map<Id, Id>()
  const queue = [start]
  for (let here = queue.shift(); here !== undefined; here = queue.shift())
    for (const { afterId } of after.get(here) ?? []) {
      if (afterId === start) return [...wayTo(here, cameFrom), start]
      if (cameFrom.has(afterId)) continue
      cameFrom.set(afterId, here)
      queue.push(afterId)
    }
  return null
}

function wayTo(end: Id, cameFrom: ReadonlyMap<Id, Id>): Id[] {
  const way = [end]
  for (let here = cameFrom.get(end); here !== undefined; here = cameFrom.get(here))
    way.unshift(here)
  return way
}

const minutes = ({ from, until }: TimeWindow): number =>
  (Date.parse(until) - Date.parse(from)) / 60_000

/** What the fields say against each other. */
export function contradictions(draft: WorkOrderDraft, language: Language): Fault[] {
  const fr = language === 'fr'
  const faults: Fault[] = []
  const add = (path: string, french: string, english: string, got: unknown) =>
    faults.push({ path, expected: fr ? french : english, got: String(got) })
  const { earliestAt, dueAt, durationMinutes, windows } = draft
  if (earliestAt && dueAt && Date.parse(earliestAt) >= Date.parse(dueAt))
    add(
      'dueAt',
      "L'échéance doit suivre le début au plus tôt.",
      'It must come after the earliest start.',
      dueAt,
    )
  const short = windows.findIndex((window) => durationMinutes && minutes(window) < durationMinutes)
  if (short >= 0)
    add(
      `windows.${short}.until`,
      `Ce créneau est plus court que la durée (${durationMinutes} min).`,
      `This window is shorter than the duration (${durationMinutes} min).`,
      windows[short]?.until,
    )
  for (const [index, { positionIds, headcount }] of draft.positions.entries())
    if (positionIds.length > headcount)
      add(
        `positions.${index}.positionIds`,
        `Au plus ${headcount} places.`,
        `At most ${headcount} seats.`,
        positionIds.length,
      )
  for (const [index, { afterId }] of draft.dependencies.entries())
    if (draft.dependencies.findIndex((other) => other.afterId === afterId) < index)
      add(
        `dependencies.${index}.afterId`,
        'Cette intervention est déjà dans la liste.',
        'This work order is already in the list.',
        afterId,
      )
  return faults
}

/** `PROJ-2026-11-21`: the local day on which something is made. */
export const codeOfToday = (now: Instant, timeZone: string): string =>
  `PROJ-${Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()}`

/** `PROJ-2026-11-21-T01` */
export const referenceOf = (code: string, ordinal: number): string =>
  `${code}-T${String(ordinal).padStart(2, '0')}`
