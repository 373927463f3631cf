// The dates of a tour: stays at one place after another, and the way from each to the next.
import type { Id, Position } from '@regie/contract/kernel'
import type { TourLeg } from '@regie/contract/production-tour'
import type { Phase, Stage } from '@regie/contract/productions'
import { legsBetween } from '../../planning/index.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { phasesOf } from '../store/phases.ts'
import { placesOf } from '../store/stage-places.ts'
import { stagesOf } from '../store/stages.ts'

const HOUR = 3_600_000
/** Phases at one place with less than this between them are one date. */
const ONE_STAY = 18 * HOUR
/** Stages nearer than this are those of one festival: nobody travels between them. */
const ONE_PLACE_METRES = 5_000

type Stay = {
  readonly stage: Stage
  readonly first: Phase
  readonly last: Phase
  readonly from: number
  readonly until: number
}

/** Stays in the order of time; what is done at several places at once is no tour. */
export function staysOf(stages: readonly Stage[], phases: readonly Phase[]): Stay[] {
  const stageById = new Map(stages.map((stage) => [stage.id, stage]))
  const bySite = Map.groupBy(phases, ({ stageId }) => stageById.get(stageId)?.siteId ?? '')
  const stays = [...bySite.values()].flatMap((own) => {
    const inOrder = own.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    const found: Stay[] = []
    for (const phase of inOrder) {
      const stage = stageById.get(phase.stageId)
      const [from, until] = [Date.parse(phase.startsAt), Date.parse(phase.endsAt)]
      const open = found.at(-1)
      if (open && from - open.until < ONE_STAY)
        found[found.length - 1] = until > open.until ? { ...open, last: phase, until } : open
      else if (stage) found.push({ stage, first: phase, last: phase, from, until })
    }
    return found
  })
  return stays.toSorted((a, b) => a.from - b.from)
}

/** More than half of the shorter stay at the same time: two stages of one festival. */
function areBesides(a: Stay, b: Stay): boolean {
  const shared = Math.min(a.until, b.until) - Math.max(a.from, b.from)
  return shared > Math.min(a.until - a.from, b.until - b.from) / 2
}

export async function getTour(tx: Tx, projectId: Id): Promise<{ legs: TourLeg[] }> {
  found(await findProject(tx, projectId), 'project')
  const stays = staysOf(await stagesOf(tx, projectId), await phasesOf(tx, projectId))
  const pairs = stays.slice(1).flatMap((to, rank): [Stay, Stay][] => {
    const from = stays[rank] as Stay
    return areBesides(from, to) || from.stage.siteId === to.stage.siteId ? [] : [[from, to]]
  })
  const places = await placesOf(tx, projectId)
  const legs: TourLeg[] = []
  for (const [from, to] of pairs) {
    const way = [places.get(from.stage.siteId), places.get(to.stage.siteId)]
    const leg = { ...endsOf(from, to), ...(await wayOf(tx, way, to.from - from.until)) }
    if (leg.travelMetres === null || leg.travelMetres >= ONE_PLACE_METRES) legs.push(leg)
  }
  return { legs }
}

const endsOf = (from: Stay, to: Stay): Pick<TourLeg, 'from' | 'to' | 'leavesAt' | 'arrivesBy'> => ({
  from: endOf(from.stage, from.last),
  to: endOf(to.stage, to.first),
  leavesAt: from.last.endsAt,
  arrivesBy: to.first.startsAt,
})

const endOf = ({ id, name, address }: Stage, phase: Phase): TourLeg['from'] => ({
  stageId: id,
  stageName: name,
  city: address.city,
  phaseId: phase.id,
})

type Way = Pick<TourLeg, 'travelSeconds' | 'travelMetres' | 'estimated' | 'shortMinutes'>

async function wayOf(
  tx: Tx,
  [from, to]: readonly (Position | undefined)[],
  between: number,
): Promise<Way> {
  const unknown = { travelSeconds: null, travelMetres: null, estimated: true, shortMinutes: null }
  if (!from || !to) return unknown
  const { legs, source, fallback } = await legsBetween(tx, [from, to], [[0, 1]])
  const { seconds, metres } = legs[0] ?? { seconds: null, metres: null }
  if (seconds === null) return unknown
  const missing = Math.ceil((seconds * 1000 - between) / 60_000)
  return {
    travelSeconds: Math.round(seconds),
    travelMetres: metres === null ? null : Math.round(metres),
    estimated: fallback || source === 'haversine',
    shortMinutes: missing > 0 ? missing : null,
  }
}
