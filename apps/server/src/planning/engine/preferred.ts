// Whom a run likes best on a seat, of those who may take it: who knows the work nearest. A wish, not a rule. Pure.
import type { Id } from '@regie/contract/kernel'
import { familiarity } from '@regie/contract/planning-runs'
import type { Acquainted } from '../who-knows.ts'
import type { SceneSeat, SceneTechnician } from './scene.ts'

/** Have they what the seat asks for, whenever that may be? */
export const mayTake = (
  { skills, certifications }: SceneTechnician,
  seat: Pick<SceneSeat, 'skills' | 'certificationKindIds'>,
): boolean =>
  seat.skills.every(({ id, level }) =>
    skills.some((held) => held.id === id && held.level >= level),
  ) && seat.certificationKindIds.every((id) => certifications.some((held) => held.id === id))

/** Only the nearest: whoever knows the stage goes before whoever knows the place. None: nobody is better than others. */
export function preferredFor(
  seat: SceneSeat,
  known: ReturnType<Acquainted['get']>,
  technicians: ReadonlyMap<Id, SceneTechnician>,
): Id[] {
  if (!known) return []
  const able = [...known].filter(([id]) => {
    const technician = technicians.get(id)
    return technician && !technician.archived && mayTake(technician, seat)
  })
  const nearest = familiarity.options.find((how) => able.some(([, own]) => own === how))
  return able.filter(([, own]) => own === nearest).map(([id]) => id)
}
