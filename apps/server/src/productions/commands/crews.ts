// Giving many phases their crew at once, and repeating a day.
import type { Fault } from '@regie/contract/errors'
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { CrewTemplate, Phase, Production, Stage } from '@regie/contract/productions'
import { expectEquipment } from '../../equipment/index.ts'
import { invalid } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { allSkills } from '../../workforce/index.ts'
import {
  daysBetween,
  daysLater,
  isUnasked,
  localDateOf,
  withCrew,
  withEquipment,
} from '../model.ts'
import { findCrewTemplate } from '../store/crew-templates.ts'
import { phaseIn, phasesOf } from '../store/phases.ts'
import { stagesOf } from '../store/stages.ts'
import { changed, write } from './changed.ts'
import { makePhase, rewritePhase } from './phase-work.ts'

type Crew = { projectId: Id; templateId: Id; phaseIds: readonly Id[]; keep: boolean }

export const applyCrew = command(
  'productions.apply-crew',
  write,
  async (tx, { projectId, templateId, phaseIds, keep }: Crew): Promise<Production> => {
    const template = found(await findCrewTemplate(tx, templateId), 'crew template')
    await expectRolesStand(tx, template)
    await expectEquipment(tx, template.equipment)
    const all = await phasesOf(tx, projectId)
    const phases = phaseIds.length ? phaseIds.map((id) => phaseIn(all, id)) : all
    const stages = await stagesById(tx, projectId)
    for (const phase of phases) {
      const asked = phase.positions.filter((group) => !isUnasked(group))
      const positions = withCrew({ ...phase, positions: asked }, template.lines, keep)
      const stage = found(stages.get(phase.stageId), 'stage')
      const equipment = withEquipment(phase, template.equipment)
      await rewritePhase(tx, { projectId, stage, phase }, { ...phase, positions, equipment })
    }
    return await changed(tx, projectId)
  },
)

const stagesById = async (tx: Tx, projectId: Id): Promise<Map<Id, Stage>> =>
  new Map((await stagesOf(tx, projectId)).map((stage) => [stage.id, stage]))

/** A skill that was archived since is asked of nobody any more: every line that names one is told. */
async function expectRolesStand(tx: Tx, { lines }: CrewTemplate): Promise<void> {
  const skills = new Set((await allSkills(tx, { archived: false })).map(({ id }) => id))
  const fr = tx.actor.language === 'fr'
  const faults = lines.flatMap(({ label, skills: asked }, index): Fault[] =>
    asked
      .filter(({ skillId }) => !skills.has(skillId))
      .map(({ skillId }) => ({
        path: `lines.${index}.skills`,
        expected: fr
          ? `« ${label} » demande une compétence qui n'existe plus : corrigez le modèle.`
          : `“${label}” asks for a skill that is no longer there: correct the template.`,
        got: skillId,
      })),
  )
  if (faults.length) throw invalid(faults)
}

type Repetition = { projectId: Id; from: LocalDate; to: readonly LocalDate[] }

export const copyDay = command(
  'productions.copy-day',
  write,
  async (tx, { projectId, from, to }: Repetition): Promise<Production> => {
    const { timeZone } = tx.actor
    const day = (await phasesOf(tx, projectId)).filter(
      ({ startsAt }) => localDateOf(startsAt, timeZone) === from,
    )
    for (const date of new Set(to)) await repeat(tx, projectId, day, daysBetween(from, date))
    return await changed(tx, projectId)
  },
)

/** The order among phases of the day is repeated; what waited for another day's phase does so no more. */
async function repeat(tx: Tx, projectId: Id, day: readonly Phase[], days: number): Promise<void> {
  const { timeZone } = tx.actor
  const copies = new Map<Id, Id>()
  const stages = await stagesById(tx, projectId)
  for (const phase of inOrder(day)) {
    const id = await makePhase(tx, projectId, found(stages.get(phase.stageId), 'stage'), {
      ...phase,
      startsAt: daysLater(phase.startsAt, days, timeZone),
      endsAt: daysLater(phase.endsAt, days, timeZone),
      positions: phase.positions.map((group) => ({ ...group, positionIds: [] })),
      dependencies: phase.dependencies.flatMap(({ afterId, lagMinutes }) => {
        const copy = copies.get(afterId)
        return copy ? [{ afterId: copy, lagMinutes }] : []
      }),
    })
    copies.set(phase.id, id)
  }
}

/** Each phase after those it waits for. */
function inOrder(phases: readonly Phase[]): Phase[] {
  const byId = new Map(phases.map((phase) => [phase.id, phase]))
  const done = new Set<Phase>()
  const put = (phase: Phase): void => {
    if (done.has(phase)) return
    for (const { afterId } of phase.dependencies) {
      const before = byId.get(afterId)
      if (before) put(before)
    }
    done.add(phase)
  }
  for (const phase of phases) put(phase)
  return [...done]
}
