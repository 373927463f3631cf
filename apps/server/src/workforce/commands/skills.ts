// What people do with skills and certification kinds.
import type { Id } from '@regie/contract/kernel'
import type {
  CertificationKind,
  CertificationKindDraft,
  Skill,
  SkillDraft,
} from '@regie/contract/skills'
import { expectCurrent, found, uniqueBy } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { expectKnown } from '../queries.ts'
import {
  findCertificationKind,
  findCertificationKindByCode,
  insertCertificationKind,
  markCertificationKindArchived,
  saveCertificationKind,
} from '../store/certification-kinds.ts'
import {
  findSkill,
  findSkillByCode,
  insertSkill,
  markSkillArchived,
  saveSkill,
} from '../store/skills.ts'

const write = { permission: 'workforce.write' } as const

export const createSkill = command(
  'workforce.create-skill',
  write,
  async (tx, draft: SkillDraft): Promise<Skill> => {
    await uniqueBy(draft.code, (code) => findSkillByCode(tx, code), null, 'code')
    const skillId = tx.newId()
    await insertSkill(tx, skillId, draft)
    tx.emit(happened.skill_changed({ skillId, name: draft.name }))
    return found(await findSkill(tx, skillId), 'skill')
  },
)

type SkillChange = { skillId: Id; version: number; draft: SkillDraft }

export const updateSkill = command(
  'workforce.update-skill',
  write,
  async (tx, { skillId, version, draft }: SkillChange): Promise<Skill> => {
    const before = found(await findSkill(tx, skillId), 'skill')
    await uniqueBy(draft.code, (code) => findSkillByCode(tx, code), skillId, 'code')
    expectCurrent(await saveSkill(tx, skillId, version, draft), before)
    tx.emit(happened.skill_changed({ skillId, name: draft.name }))
    return found(await findSkill(tx, skillId), 'skill')
  },
)

export const archiveSkill = command(
  'workforce.archive-skill',
  write,
  async (
    tx,
    { skillId, version, archived }: { skillId: Id; version: number; archived: boolean },
  ): Promise<Skill> => {
    const before = found(await findSkill(tx, skillId), 'skill')
    expectCurrent(await markSkillArchived(tx, skillId, version, archived ? tx.now() : null), before)
    tx.emit(happened.skill_changed({ skillId, name: before.name }))
    return found(await findSkill(tx, skillId), 'skill')
  },
)

export const createCertificationKind = command(
  'workforce.create-certification-kind',
  write,
  async (tx, draft: CertificationKindDraft): Promise<CertificationKind> => {
    await expectKindFits(tx, null, draft)
    const kindId = tx.newId()
    await insertCertificationKind(tx, kindId, draft)
    tx.emit(happened.certification_kind_changed({ kindId, name: draft.name }))
    return found(await findCertificationKind(tx, kindId), 'certification kind')
  },
)

type KindChange = { kindId: Id; version: number; draft: CertificationKindDraft }

export const updateCertificationKind = command(
  'workforce.update-certification-kind',
  write,
  async (tx, { kindId, version, draft }: KindChange): Promise<CertificationKind> => {
    const before = found(await findCertificationKind(tx, kindId), 'certification kind')
    await expectKindFits(tx, kindId, draft)
    expectCurrent(await saveCertificationKind(tx, kindId, version, draft), before)
    tx.emit(happened.certification_kind_changed({ kindId, name: draft.name }))
    return found(await findCertificationKind(tx, kindId), 'certification kind')
  },
)

type KindArchiving = { kindId: Id; version: number; archived: boolean }

export const archiveCertificationKind = command(
  'workforce.archive-certification-kind',
  write,
  async (tx, { kindId, version, archived }: KindArchiving): Promise<CertificationKind> => {
    const before = found(await findCertificationKind(tx, kindId), 'certification kind')
    const archivedAt = archived ? tx.now() : null
    expectCurrent(await markCertificationKindArchived(tx, kindId, version, archivedAt), before)
    tx.emit(happened.certification_kind_changed({ kindId, name: before.name }))
    return found(await findCertificationKind(tx, kindId), 'certification kind')
  },
)

async function expectKindFits(
  tx: Tx,
  self: Id | null,
  draft: CertificationKindDraft,
): Promise<void> {
  await uniqueBy(draft.code, (code) => findCertificationKindByCode(tx, code), self, 'code')
  await expectKnown(tx, [{ certificationKindIds: draft.coversIds }])
}
