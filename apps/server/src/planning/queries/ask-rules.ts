// Questions to the rules: who else could do it, and the problem itself, for checks in the browser while dragging.

import { mondayOf } from '@regie/contract/civil-days'
import type { Id, Instant } from '@regie/contract/kernel'
import { heaviestWith } from '@regie/contract/labour-hours'
import { AVERAGE_WEEKS, houseRules } from '@regie/contract/labour-rules'
import type { BoardProblem, Candidates } from '@regie/contract/planning'
import { evaluate, explain, suggest } from '@regie/solver'
import { invalid } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { openProblem, withNames, withTravel } from '../engine/judge.ts'
import { policyFor } from '../engine/policy.ts'
import { problemOf } from '../engine/problem.ts'
import { rulesOfWork } from '../engine/rulebook.ts'
import type { Scene } from '../engine/scene.ts'
import { datesBetween } from '../local-days.ts'
import { openWorkOrderIds } from '../store/demand.ts'
import { type BoardQuestion, expectRange } from './board.ts'
import { loadScene } from './load-scene.ts'
import { beyondLabour, withinLabour } from './within-labour.ts'

/** The range as the rules see it. Without a routing service the browser estimates travel itself, as we do. */
export async function getProblem(tx: Tx, question: BoardQuestion): Promise<BoardProblem> {
  expectRange(question)
  const scene = await loadScene(tx, {
    ...question,
    technicianIds: question.technicianId ?? null,
    workOrderIds: await openWorkOrderIds(tx, question),
  })
  const built = problemOf(scene, { policy: await policyFor(tx, null), keep: 'all' })
  const { kind, detour, speedKmh } = tx.config.travel
  const estimated = kind === 'haversine'
  const { input } = estimated ? built : await withTravel(tx, built)
  return {
    problem: { ...input },
    plan: { ...built.plan },
    names: scene.names,
    estimate: estimated ? { detourFactor: detour, kilometresPerHour: speedKmh } : null,
    labour: boardLabour(scene),
  }
}

/** So near the average a week of work as long as they may be could pass it: others need not be told. */
const NEAR_MINUTES = 60 * 60

/** What the rules of the board hold against the hours of people: little of it, for most are far from any average. */
function boardLabour({ agreements, workOrders, weeks, ...scene }: Scene): BoardProblem['labour'] {
  const rules = [...new Set(agreements.values())]
  const seats = workOrders.flatMap(({ id, seats: own }) => {
    const labour = agreements.get(id)
    return labour ? own.map(({ positionId }) => [positionId, rules.indexOf(labour)] as const) : []
  })
  const averages = [houseRules, ...rules].flatMap((one) => one.averageMinutes ?? [])
  const least = AVERAGE_WEEKS * Math.min(...averages) - NEAR_MINUTES
  const dates = datesBetween(Date.parse(scene.from), Date.parse(scene.until), scene.timeZone)
  const mondays = [...new Set(dates.map(mondayOf))]
  const near = [...weeks].flatMap(([technicianId, sums]) => {
    const heavy = mondays
      .map((week) => ({ week, ...heaviestWith(week, sums) }))
      .filter(({ minutes }) => minutes > least)
    return heavy.length > 0 ? [[technicianId, heavy] as const] : []
  })
  return { rules, seats: Object.fromEntries(seats), weeks: Object.fromEntries(near) }
}

type CandidateQuestion = {
  workOrderId: Id
  positionId?: Id | undefined
  from: Instant
  until: Instant
  limit: number
}

/** The open seat that is asked about: the one named, or the first that nobody holds. */
function openSeat(scene: Scene, { workOrderId, positionId }: CandidateQuestion) {
  const order = found(
    scene.workOrders.find(({ id }) => id === workOrderId),
    'work order',
  )
  const held = new Set(scene.assignments.map((one) => one.positionId))
  const seat = positionId
    ? order.seats.find((one) => one.positionId === positionId)
    : (order.seats.find((one) => !held.has(one.positionId)) ?? order.seats[0])
  return { order, seat: found(seat, 'position') }
}

export async function getCandidates(tx: Tx, question: CandidateQuestion): Promise<Candidates> {
  expectRange(question)
  const scene = await loadScene(tx, {
    from: question.from,
    until: question.until,
    technicianIds: null,
    workOrderIds: [question.workOrderId],
  })
  const { order, seat } = openSeat(scene, question)
  const gaps = order.gaps.filter((gap) => gap === 'no_duration' || gap === 'no_position')
  if (order.durationMinutes === null) return { items: [], refused: [], gaps }
  const confined = within(scene, order.id)
  const rules = await rulesOfWork(tx, scene, order.id)
  const { problem, plan } = await openProblem(tx, confined, { ...rules, keep: 'all' })
  const visit = seat.positionId
  const suggested = suggest(problem, plan, visit, { count: question.limit })
  const { slots, over } = await withinLabour(tx, suggested, visit, confined)
  const { workSeconds } = evaluate(problem, plan).summary
  const able = new Set(slots.map(({ technician }) => technician))
  return {
    gaps,
    items: slots.map((slot) => ({
      technicianId: slot.technician,
      technicianName: scene.names[slot.technician] ?? '',
      positionId: visit,
      startsAt: new Date(slot.start * 1000).toISOString(),
      endsAt: new Date(slot.end * 1000).toISOString(),
      addedTravelSeconds: slot.addedTravelSeconds,
      addedTravelMetres: slot.addedMetres,
      cost: Math.round(slot.addedPoints),
      plannedMinutes: Math.round((workSeconds[slot.technician] ?? 0) / 60),
    })),
    refused: [
      ...beyondLabour(over, scene),
      ...explain(problem, plan, visit)
        .technicians.filter(
          ({ technician, slot }) => !slot && !able.has(technician) && !over.has(technician),
        )
        .map(({ technician, refusals }) => ({
          technicianId: technician,
          technicianName: scene.names[technician] ?? '',
          reasons: refusals.map((refusal) => withNames(refusal, scene.names)),
        })),
    ],
  }
}

/** The scene with the work asked about confined to the range: candidates beyond it were not asked for. */
export function within(scene: Scene, workOrderId: Id): Scene {
  const later = (a: Instant | null, b: Instant) =>
    a !== null && Date.parse(a) > Date.parse(b) ? a : b
  const sooner = (a: Instant | null, b: Instant) =>
    a !== null && Date.parse(a) < Date.parse(b) ? a : b
  return {
    ...scene,
    workOrders: scene.workOrders.map((order) => {
      if (order.id !== workOrderId) return order
      const windows = order.windows
        .map(({ from, until }) => ({
          from: later(from, scene.from),
          until: sooner(until, scene.until),
        }))
        .filter(({ from, until }) => Date.parse(from) < Date.parse(until))
      if (order.windows.length > 0 && windows.length === 0)
        throw invalid([
          {
            path: 'query.from',
            expected: `a range that meets a window of the work order (${order.windows.map((one) => `${one.from} – ${one.until}`).join(', ')})`,
            got: `${scene.from} – ${scene.until}`,
          },
        ])
      return {
        ...order,
        windows,
        earliestAt: later(order.earliestAt, scene.from),
        dueAt: sooner(order.dueAt, scene.until),
      }
    }),
  }
}
