// The phases of a production along time: moved together, what slack lies between them, and the files of the office.
import { z } from 'zod'
import { endpoint, type Id, id, instant, version } from './kernel.ts'
import { reason } from './planning-reasons.ts'
import { lastsAWhile, type Phase, production } from './productions.ts'

const MINUTE = 60_000

/** The new hours of a phase, which still has `version`. */
export const phaseMove = z
  .object({ phaseId: id, version, startsAt: instant, endsAt: instant })
  .superRefine(lastsAWhile)
export type PhaseMove = z.infer<typeof phaseMove>

/** Somebody who could not go along with a phase that moved; `said` is why, in words. The hours are still the former ones. */
export const stayed = z.object({
  phaseId: id,
  assignmentId: id,
  technicianName: z.string(),
  said: z.string(),
  reasons: z.array(reason),
})
export type Stayed = z.infer<typeof stayed>

/** `followed`: how many assignments went along. */
export const phasesMoved = z.object({ production, followed: z.int(), stayed: z.array(stayed) })
export type PhasesMoved = z.infer<typeof phasesMoved>

type Placed = Pick<Phase, 'id' | 'startsAt' | 'endsAt' | 'dependencies'>

/**
 * Minutes by which each phase may run over before one that waits for it (and its lag) has to start later; negative where
 * that one begins too early already. Phases for which nobody waits are absent: nothing holds them.
 */
export function slackOf(phases: readonly Placed[]): ReadonlyMap<Id, number> {
  const byId = new Map(phases.map((phase) => [phase.id, phase]))
  const slack = new Map<Id, number>()
  for (const { startsAt, dependencies } of phases)
    for (const { afterId, lagMinutes } of dependencies) {
      const before = byId.get(afterId)
      if (!before) continue
      const gap = Math.round((Date.parse(startsAt) - Date.parse(before.endsAt)) / MINUTE)
      const room = gap - lagMinutes
      slack.set(afterId, Math.min(room, slack.get(afterId) ?? room))
    }
  return slack
}

/** The phases that wait for this one, directly or through others; each once, itself never. */
export function followersOf<T extends Pick<Phase, 'id' | 'dependencies'>>(
  phases: readonly T[],
  phaseId: Id,
): T[] {
  const found = new Set<T>()
  const look = (afterId: Id): void => {
    for (const phase of phases)
      if (!found.has(phase) && phase.dependencies.some((one) => one.afterId === afterId)) {
        found.add(phase)
        look(phase.id)
      }
  }
  look(phaseId)
  return phases.filter((phase) => found.has(phase) && phase.id !== phaseId)
}

const file = z
  .instanceof(Uint8Array)
  .meta({ type: 'string', format: 'binary', description: 'The file as it is' })
const tag = 'Productions'
const params = z.object({ projectId: id })

export const movePhases = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/phases/move',
  tag,
  summary:
    'Give phases other hours, all or none; whoever sits on them goes along where the rules allow',
  params,
  body: z.object({
    moves: z.array(phaseMove).min(1).max(200),
    /** False: the crew keeps its hours. */
    crew: z.boolean().default(true),
  }),
  returns: phasesMoved,
})
export const exportTimelineXlsx = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/timeline.xlsx',
  tag,
  summary:
    'Phases with order, slack and crew, and all seats, as an Excel workbook in the hours of the organisation',
  params,
  returns: file,
})
export const exportTimelineIcs = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/timeline.ics',
  tag,
  summary: 'The phases as a calendar file; a snapshot that follows nothing',
  params,
  returns: file,
})
