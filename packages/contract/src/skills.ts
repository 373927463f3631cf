// What technicians know how to do, and the certificates they may be asked for.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'
import { endpoint, id, instant, text, version } from './kernel.ts'

/** Something technicians know how to do. `code` is short and unique, e.g. `SON`. */
export const skillDraft = z.object({ code: text(20), name: text(120) })
export type SkillDraft = z.infer<typeof skillDraft>
export const skill = skillDraft.extend({ id, version, archivedAt: instant.nullable() })
export type Skill = z.infer<typeof skill>

/** From 1 (beginner) to 5 (expert). */
export const level = z.int().min(1).max(5)

/** A skill with the least level that is needed, or with the level that is there. */
export const skillLevel = z.object({ skillId: id, level: level.default(1) })
export type SkillLevel = z.infer<typeof skillLevel>

const once = <T>(keyOf: (item: T) => unknown, fr: string, en: string) => {
  return (items: readonly T[], context: z.RefinementCtx) => {
    const keys = items.map(keyOf)
    for (const [index, key] of keys.entries())
      if (keys.indexOf(key) < index)
        context.addIssue({ code: 'custom', path: [index], ...expected(fr, en) })
  }
}

/** Every skill at most once. */
export const skillLevels = z
  .array(skillLevel)
  .max(60)
  .superRefine(
    once(
      (one) => one.skillId,
      'Cette compétence est déjà dans la liste.',
      'This skill is already in the list.',
    ),
  )

/** Every certification kind at most once. */
export const certificationKindIds = z
  .array(id)
  .max(60)
  .superRefine(
    once(
      (one) => one,
      'Cette habilitation est déjà dans la liste.',
      'This certification is already in the list.',
    ),
  )

/** A certificate the law or a maker asks for, e.g. B2V. Who holds it also satisfies every kind in `coversIds`. */
export const certificationKindDraft = z.object({
  code: text(20),
  name: text(120),
  coversIds: certificationKindIds.default([]),
})
export type CertificationKindDraft = z.infer<typeof certificationKindDraft>
export const certificationKind = certificationKindDraft.extend({
  id,
  version,
  archivedAt: instant.nullable(),
})
export type CertificationKind = z.infer<typeof certificationKind>

const tag = 'Workforce'
const archiving = z.object({ version, archived: z.boolean().default(true) })
const archived = z.stringbool().default(false)

export const listSkills = endpoint({
  method: 'GET',
  path: '/api/skills',
  tag,
  summary: 'Skills by name',
  query: z.object({ archived }),
  returns: z.array(skill),
})
export const createSkill = endpoint({
  method: 'POST',
  path: '/api/skills',
  tag,
  summary: 'Add a skill',
  body: skillDraft,
  returns: skill,
  status: 201,
})
export const updateSkill = endpoint({
  method: 'PATCH',
  path: '/api/skills/:skillId',
  tag,
  summary: 'Change a skill',
  params: z.object({ skillId: id }),
  body: skillDraft.extend({ version }),
  returns: skill,
})
export const archiveSkill = endpoint({
  method: 'POST',
  path: '/api/skills/:skillId/archive',
  tag,
  summary: 'Archive a skill, or bring it back',
  params: z.object({ skillId: id }),
  body: archiving,
  returns: skill,
})
export const listCertificationKinds = endpoint({
  method: 'GET',
  path: '/api/certification-kinds',
  tag,
  summary: 'Certification kinds by code',
  query: z.object({ archived }),
  returns: z.array(certificationKind),
})
export const createCertificationKind = endpoint({
  method: 'POST',
  path: '/api/certification-kinds',
  tag,
  summary: 'Add a certification kind',
  body: certificationKindDraft,
  returns: certificationKind,
  status: 201,
})
export const updateCertificationKind = endpoint({
  method: 'PATCH',
  path: '/api/certification-kinds/:kindId',
  tag,
  summary: 'Change a certification kind',
  params: z.object({ kindId: id }),
  body: certificationKindDraft.extend({ version }),
  returns: certificationKind,
})
export const archiveCertificationKind = endpoint({
  method: 'POST',
  path: '/api/certification-kinds/:kindId/archive',
  tag,
  summary: 'Archive a certification kind, or bring it back',
  params: z.object({ kindId: id }),
  body: archiving,
  returns: certificationKind,
})

/** What happened here, as told on the live stream. */
export const skillEvents = {
  skill_changed: z.object({ skillId: id, name: z.string() }),
  certification_kind_changed: z.object({ kindId: id, name: z.string() }),
}
