// Who could take a seat of a phase: by the rules and the engine's order, those who know the stage before others.
import type { Id } from '@regie/contract/kernel'
import type { Acquaintance, SeatCandidates } from '@regie/contract/production-candidates'
import type { CrewSeat } from '@regie/contract/productions'
import {
  calendarOf,
  liveBetween,
  rankTakers,
  readLabourRules,
  weekSums,
} from '../../planning/index.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { burdenOf, figuresWith } from '../burden.ts'
import { localDateOf } from '../local-dates.ts'
import { acquaintancesWith } from '../store/acquaintances.ts'
import { phaseIn, phasesOf } from '../store/phases.ts'
import { findStage } from '../store/stages.ts'

const SHOWN = 30
const WEEK_MS = 7 * 86_400_000

type Question = { projectId: Id; phaseId: Id; positionId: Id }

export async function getSeatCandidates(tx: Tx, question: Question): Promise<SeatCandidates> {
  const { projectId, phaseId, positionId } = question
  const phases = await phasesOf(tx, projectId)
  const phase = phaseIn(phases, phaseId)
  const stage = found(await findStage(tx, projectId, phase.stageId), 'stage')
  const seat = found(
    phase.seats.find((one) => one.positionId === positionId),
    'position',
  )
  const { startsAt, endsAt, technicianId: holder } = seat
  const takers = await rankTakers(tx, { workOrderId: phaseId, positionId, startsAt, endsAt })
  const isOther = ({ technicianId }: { technicianId: Id }) => technicianId !== holder
  const able = takers.able.filter(isOther)
  const ids = [...new Set(able.map(({ technicianId }) => technicianId))]
  // The best hour of each.
  const once = ids.flatMap((id) => able.find(({ technicianId }) => technicianId === id) ?? [])
  const known = await acquaintancesWith(tx, phase, stage, ids)
  const { rules } = await readLabourRules(tx, projectId)
  const figures = await figuresOf(tx, { phases, seat, ids, rules })
  return {
    refused: takers.refused.filter(isOther),
    rules,
    items: once
      .map((one) => ({
        ...one,
        positionId,
        known: known.get(one.technicianId) ?? null,
        ...figures(one.technicianId),
      }))
      .sort((a, b) => distance(a.known) - distance(b.known))
      .slice(0, SHOWN),
  }
}

const nearest: readonly (Acquaintance['how'] | undefined)[] = ['stage', 'site', 'kind', undefined]
const distance = (known: Acquaintance | null): number => nearest.indexOf(known?.how)

type Around = {
  readonly phases: Awaited<ReturnType<typeof phasesOf>>
  readonly seat: Pick<CrewSeat, 'positionId' | 'startsAt' | 'endsAt'>
  readonly ids: readonly Id[]
  readonly rules: SeatCandidates['rules']
}

/** Read once for all: what they have during the production and in the weeks around the phase. */
async function figuresOf(tx: Tx, { phases, seat: asked, ids, rules }: Around) {
  const { timeZone } = tx.actor
  const spans = phases.map(({ startsAt, endsAt }) => ({
    from: Date.parse(startsAt),
    until: Date.parse(endsAt),
  }))
  const range = {
    from: Math.min(...spans.map(({ from }) => from)),
    until: Math.max(...spans.map(({ until }) => until)),
  }
  const seat = { from: Date.parse(asked.startsAt), until: Date.parse(asked.endsAt) }
  const placed = await liveBetween(tx, {
    from: new Date(Math.min(range.from, seat.from - WEEK_MS)).toISOString(),
    until: new Date(Math.max(range.until, seat.until + WEEK_MS)).toISOString(),
    technicianIds: ids,
  })
  const day = localDateOf(seat.from, timeZone)
  const sums = await weekSums(tx, { first: day, last: day, technicianIds: ids })
  const calendar = calendarOf(timeZone)
  const byPerson = Map.groupBy(placed, ({ technicianId }) => technicianId)
  return (technicianId: Id) => {
    const own = (byPerson.get(technicianId) ?? []).map(({ startsAt, endsAt }) => ({
      from: Date.parse(startsAt),
      until: Date.parse(endsAt),
    }))
    return {
      burden: burdenOf(own, range, { night: rules?.night, calendar, timeZone }),
      labour: figuresWith(seat, own, {
        ...{ rules, calendar, timeZone },
        sums: sums.get(technicianId) ?? new Map(),
      }),
    }
  }
}
