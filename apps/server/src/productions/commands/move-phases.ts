// Giving phases other hours at once, with the crew that sits on them.
import { sentence } from '@regie/contract/errors'
import type { Id } from '@regie/contract/kernel'
import type { Reason } from '@regie/contract/planning-reasons'
import type { PhaseMove, PhasesMoved, Stayed } from '@regie/contract/production-timeline'
import type { CrewSeat, Phase } from '@regie/contract/productions'
import { followWork } from '../../planning/index.ts'
import { fail, type Refusal } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { phaseIn, phasesOf } from '../store/phases.ts'
import { stagesOf } from '../store/stages.ts'
import { hoursAlong } from '../timeline.ts'
import { changed, write } from './changed.ts'
import { rewritePhase } from './phase-work.ts'

type Moving = { projectId: Id; moves: readonly PhaseMove[]; crew: boolean }

/**
 * All phases or none. Whoever sits on one goes along; who may not, by a rule or because the time is taken, keeps the
 * former hours and is told, so that the planner decides and taking it back brings all back.
 */
export const movePhases = command(
  'productions.move-phases',
  write,
  async (tx, { projectId, moves, crew }: Moving): Promise<PhasesMoved> => {
    found(await findProject(tx, projectId), 'project')
    const phases = await phasesOf(tx, projectId)
    const before = moves.map(({ phaseId, version }) => {
      const phase = phaseIn(phases, phaseId)
      if (phase.version !== version) throw fail('stale_version', { current: phase })
      return phase
    })
    const stages = new Map((await stagesOf(tx, projectId)).map((stage) => [stage.id, stage]))
    for (const [rank, phase] of before.entries()) {
      const { startsAt, endsAt } = moves[rank] as PhaseMove
      const stage = found(stages.get(phase.stageId), 'stage')
      await rewritePhase(tx, { projectId, stage, phase }, { ...phase, startsAt, endsAt })
    }
    const followed = crew ? await takeAlong(tx, before, moves) : { count: 0, stayed: [] }
    const { count, stayed } = followed
    return { production: await changed(tx, projectId), followed: count, stayed }
  },
)

type Held = CrewSeat & { assignmentId: Id; assignmentVersion: number; technicianId: Id }
const isHeld = (seat: CrewSeat): seat is Held => seat.assignmentId !== null

async function takeAlong(
  tx: Tx,
  before: readonly Phase[],
  moves: readonly PhaseMove[],
): Promise<{ count: number; stayed: Stayed[] }> {
  const seats = new Map<Id, { phaseId: Id; technicianName: string }>()
  const changes = before.flatMap((phase, rank) => {
    const move = moves[rank] as PhaseMove
    return phase.seats.filter(isHeld).flatMap((seat) => {
      const { assignmentId, assignmentVersion: version, technicianId, technicianName } = seat
      const hours = hoursAlong(seat, phase, move)
      if (hours.startsAt === seat.startsAt && hours.endsAt === seat.endsAt) return []
      seats.set(assignmentId, { phaseId: phase.id, technicianName: technicianName ?? '' })
      return [{ assignmentId, version, technicianId, ...hours }]
    })
  })
  const { moved, left } = await followWork.run(tx, { changes })
  return {
    count: moved.length,
    stayed: left.map(({ assignmentId, refusal }) => ({
      assignmentId,
      ...(seats.get(assignmentId) ?? { phaseId: '', technicianName: '' }),
      said: saidOf(tx, refusal),
      reasons: (refusal.details.reasons as Reason[] | undefined) ?? [],
    })),
  }
}

/** Why somebody stays whom no rule keeps: pinned, or on the way already. */
function saidOf({ actor: { language } }: Tx, { code, details }: Refusal): string {
  const state = code === 'wrong_state' ? states[String(details.state)] : undefined
  return state ? state[language] : sentence(code, language, details)
}

const states: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  locked: { fr: 'verrouillé', en: 'locked' },
  en_route: { fr: 'déjà en route', en: 'on the way already' },
  started: { fr: 'déjà commencé', en: 'started already' },
  paused: { fr: 'déjà commencé', en: 'started already' },
  finished: { fr: 'déjà terminé', en: 'finished already' },
}
