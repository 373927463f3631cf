// What the files of a production tell of each phase.
import type { Id } from '@regie/contract/kernel'
import { slackOf } from '@regie/contract/production-timeline'
import {
  type Coverage,
  departmentNames,
  type Phase,
  type Production,
  phaseKindNames,
  type Stage,
} from '@regie/contract/productions'
import type { Language } from '@regie/contract/roles'

export type PhaseLine = {
  readonly phase: Phase
  readonly name: string
  readonly department: string
  readonly stage: Stage | undefined
  /** What it waits for, with the lag, in words. */
  readonly after: string
  /** Null: nobody waits for it. */
  readonly slackMinutes: number | null
  /** By how much it begins too early; null: it does not. */
  readonly earlyMinutes: number | null
  readonly isCritical: boolean
  readonly counts: Readonly<Record<Coverage, number>>
}

export function linesOf(production: Production, language: Language): PhaseLine[] {
  const { phases, stages, earlyStarts, criticalPath } = production
  const slack = slackOf(phases)
  const nameOf = ({ name, kind }: Phase) => name || phaseKindNames[kind][language]
  const byId = new Map(phases.map((phase) => [phase.id, phase]))
  const called = (id: Id): string => {
    const phase = byId.get(id)
    return phase ? nameOf(phase) : ''
  }
  return phases.map((phase) => {
    const early = earlyStarts.filter(({ phaseId }) => phaseId === phase.id)
    const count = (one: Coverage) => phase.seats.filter(({ coverage }) => coverage === one).length
    return {
      phase,
      name: nameOf(phase),
      department: phase.department ? departmentNames[phase.department][language] : '',
      stage: stages.find(({ id }) => id === phase.stageId),
      after: phase.dependencies
        .map(({ afterId, lagMinutes }) =>
          lagMinutes > 0 ? `${called(afterId)} (+${lagMinutes} min)` : called(afterId),
        )
        .join(', '),
      slackMinutes: slack.get(phase.id) ?? null,
      earlyMinutes: early.length > 0 ? Math.max(...early.map(({ minutes }) => minutes)) : null,
      isCritical: criticalPath.includes(phase.id),
      counts: {
        covered: count('covered'),
        offered: count('offered'),
        uncovered: count('uncovered'),
      },
    }
  })
}

/** Who sits where: `Ana (Chef son), – (Rigger)`. */
export const crewText = ({ phase }: PhaseLine): string =>
  phase.seats
    .map(({ technicianName, label }) =>
      label ? `${technicianName ?? '–'} (${label})` : (technicianName ?? '–'),
    )
    .join(', ')
