import * as days from '@regie/contract/availability'
import * as skills from '@regie/contract/skills'
import * as contract from '@regie/contract/workforce'
import { act, type Route, read } from '../platform/http/bind.ts'
import { createAbsence, removeAbsence, updateAbsence } from './commands/absences.ts'
import { tellDays } from './commands/day-words.ts'
import { inviteTechnician, linkTechnicianToMember } from './commands/sign-in.ts'
import {
  archiveCertificationKind,
  archiveSkill,
  createCertificationKind,
  createSkill,
  updateCertificationKind,
  updateSkill,
} from './commands/skills.ts'
import { archiveTechnician, createTechnician, updateTechnician } from './commands/technicians.ts'
import {
  expectRange,
  getAvailability,
  getTechnician,
  listAbsences,
  listDayWords,
  listTechnicians,
} from './queries.ts'
import { allCertificationKinds } from './store/certification-kinds.ts'
import { allSkills } from './store/skills.ts'
import { teams } from './store/technicians.ts'

export const routes: readonly Route[] = [
  read(contract.listTechnicians, null, (tx, { query }) => listTechnicians(tx, query)),
  read(contract.listTeams, 'workforce.read', (tx) => teams(tx)),
  read(contract.getTechnician, null, (tx, { params }) => getTechnician(tx, params.technicianId)),
  act(contract.createTechnician, createTechnician, ({ body }) => body),
  act(contract.updateTechnician, updateTechnician, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.archiveTechnician, archiveTechnician, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  act(contract.linkTechnicianToMember, linkTechnicianToMember, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  act(contract.inviteTechnician, inviteTechnician, ({ params, body }) => ({ ...params, ...body })),
  read(contract.listAbsences, null, (tx, { params, query }) =>
    listAbsences(tx, params.technicianId, query),
  ),
  act(contract.createAbsence, createAbsence, ({ params, body }) => ({ ...params, draft: body })),
  act(contract.updateAbsence, updateAbsence, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.removeAbsence, removeAbsence, ({ params }) => params),
  read(days.listDayWords, null, (tx, { params, query }) => {
    expectRange(query.from, query.until)
    return listDayWords(tx, params.technicianId, query)
  }),
  act(days.tellDays, tellDays, ({ params, body }) => ({ ...params, ...body })),
  read(contract.getAvailability, null, (tx, { query }) => getAvailability(tx, query)),
  read(skills.listSkills, null, (tx, { query }) => allSkills(tx, query)),
  act(skills.createSkill, createSkill, ({ body }) => body),
  act(skills.updateSkill, updateSkill, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(skills.archiveSkill, archiveSkill, ({ params, body }) => ({ ...params, ...body })),
  read(skills.listCertificationKinds, null, (tx, { query }) => allCertificationKinds(tx, query)),
  act(skills.createCertificationKind, createCertificationKind, ({ body }) => body),
  act(
    skills.updateCertificationKind,
    updateCertificationKind,
    ({ params, body: { version, ...draft } }) => ({ ...params, version, draft }),
  ),
  act(skills.archiveCertificationKind, archiveCertificationKind, ({ params, body }) => ({
    ...params,
    ...body,
  })),
]
