// Server state of technicians, skills and certifications.
import {
  archiveCertificationKind,
  archiveSkill,
  createCertificationKind,
  createSkill,
  listCertificationKinds,
  listSkills,
  skillEvents,
  updateCertificationKind,
  updateSkill,
} from '@regie/contract/skills'
import {
  archiveTechnician,
  createAbsence,
  createTechnician,
  getTechnician,
  inviteTechnician,
  linkTechnicianToMember,
  listAbsences,
  listTeams,
  listTechnicians,
  removeAbsence,
  updateAbsence,
  updateTechnician,
  workforceEvents,
} from '@regie/contract/workforce'
import { useMemo } from 'react'
import type { CallInput } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, usePages, useRead } from '../lib/server-state.tsx'

const reads = [listTechnicians, getTechnician, listTeams, listAbsences]
const skillReads = [listSkills, listCertificationKinds]
refreshOn(Object.keys(workforceEvents), reads)
refreshOn(Object.keys(skillEvents), skillReads)
const options = { invalidates: reads }
const skillOptions = { invalidates: skillReads }

export const useTechnicians = (query: CallInput<typeof listTechnicians>['query']) =>
  usePages(listTechnicians, { query })
export const useTechnician = (technicianId: string) =>
  useRead(getTechnician, { params: { technicianId } })
export const useTeams = () => useRead(listTeams)
export const useCreateTechnician = () => useAct(createTechnician, options)
export const useUpdateTechnician = () => useAct(updateTechnician, options)
export const useArchiveTechnician = () => useAct(archiveTechnician, options)
export const useInviteTechnician = () => useAct(inviteTechnician, options)
export const useLinkTechnician = () => useAct(linkTechnicianToMember, options)

export const useAbsences = (technicianId: string) =>
  useRead(listAbsences, { params: { technicianId } })
export const useCreateAbsence = () => useAct(createAbsence, options)
export const useUpdateAbsence = () => useAct(updateAbsence, options)
export const useRemoveAbsence = () => useAct(removeAbsence, options)

export const useSkills = (archived = false) =>
  useRead(listSkills, { query: { archived: String(archived) } })
export const useCreateSkill = () => useAct(createSkill, skillOptions)
export const useUpdateSkill = () => useAct(updateSkill, skillOptions)
export const useArchiveSkill = () => useAct(archiveSkill, skillOptions)

export const useCertificationKinds = (archived = false) =>
  useRead(listCertificationKinds, { query: { archived: String(archived) } })
export const useCreateCertificationKind = () => useAct(createCertificationKind, skillOptions)
export const useUpdateCertificationKind = () => useAct(updateCertificationKind, skillOptions)
export const useArchiveCertificationKind = () => useAct(archiveCertificationKind, skillOptions)

type Named = { readonly id: string; readonly name: string; readonly code: string }

const byId = <T extends Named>(...lists: readonly (readonly T[] | undefined)[]) =>
  new Map(lists.flatMap((list) => list ?? []).map((one) => [one.id, one]))

/** Skills and certification kinds by id, also those that are archived: what is old still has a name. */
export const useSkillBook = () => {
  const skills = useSkills().data
  const oldSkills = useSkills(true).data
  const kinds = useCertificationKinds().data
  const oldKinds = useCertificationKinds(true).data
  return useMemo(
    () => ({ skills: byId(skills, oldSkills), kinds: byId(kinds, oldKinds) }),
    [skills, oldSkills, kinds, oldKinds],
  )
}
