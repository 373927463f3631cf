import * as contract from '@regie/contract/planning'
import * as backlog from '@regie/contract/planning-backlog'
import * as board from '@regie/contract/planning-board'
import * as deeds from '@regie/contract/planning-deeds'
import * as equipment from '@regie/contract/planning-equipment'
import * as overrides from '@regie/contract/planning-overrides'
import * as presence from '@regie/contract/planning-presence'
import * as proposals from '@regie/contract/planning-proposals'
import * as publishing from '@regie/contract/planning-publishing'
import * as runs from '@regie/contract/planning-runs'
import { policySchema } from '@regie/solver'
import { found } from '../platform/guards.ts'
import { act, own, type Route, read, readExact } from '../platform/http/bind.ts'
import { command, type Tx } from '../platform/work.ts'
import { acceptAssignment, declineAssignment } from './commands/answer.ts'
import { applyRun } from './commands/apply-run.ts'
import { arrangeAssignments, lockAssignments, removeAssignments } from './commands/arrange.ts'
import { createAssignment } from './commands/assign.ts'
import { duplicateAssignment, retractCopies, splitAssignment } from './commands/copy.ts'
import { moveAssignment } from './commands/move.ts'
import { updatePlacementRules } from './commands/placement-rules.ts'
import { publishPlan, seePlan } from './commands/publish.ts'
import { rollbackRun } from './commands/rollback-run.ts'
import { cancelRun, createRun, discardRun } from './commands/runs.ts'
import { createPolicy, removePolicy, updatePolicy, updateSettings } from './commands/settings.ts'
import { lockAssignment, removeAssignment } from './commands/unassign.ts'
import { shippedPolicies } from './engine/policy.ts'
import { isApplicable } from './model.ts'
import { tellPresence } from './presence.ts'
import { getCandidates, getProblem } from './queries/ask-rules.ts'
import { expectRange, getBoardJson } from './queries/board.ts'
import { draftsByTechnician } from './queries/drafts.ts'
import { getEquipmentOfWork, getEquipmentPlan } from './queries/equipment.ts'
import { checkPlacement } from './queries/judge-placement.ts'
import { findOvertaken } from './queries/verify-moves.ts'
import { applicationsOf } from './store/applications.ts'
import { groupsOfBacklog, pageOfBacklog } from './store/backlog.ts'
import { findLabelled } from './store/labelled.ts'
import { readPlacementRules } from './store/placement-rules.ts'
import { findRun, pageOfRuns, readProposal } from './store/runs.ts'
import { ownPolicies, readSettings } from './store/settings.ts'
import { readWords } from './store/words.ts'

const may = 'planning.read'

const getRun = async (tx: Tx, runId: string): Promise<runs.RunDetail> => {
  const run = found(await findRun(tx, runId), 'run')
  const proposal = await readProposal(tx, runId)
  return { ...run, proposal, applications: await applicationsOf(tx, runId) }
}

/** Moves of a proposal not taken over yet that the plan has overtaken. */
const overtakenOf = async (tx: Tx, runId: string) => {
  const run = found(await findRun(tx, runId), 'run')
  const proposal = await readProposal(tx, runId)
  const open = proposal?.moves.filter(({ appliedAt }) => appliedAt === null) ?? []
  if (open.length === 0 || !isApplicable(run.state)) return { moves: [] }
  return { moves: await findOvertaken(tx, open, run.policy) }
}

/** A question with a body: it changes nothing, but is sent as a command is. */
const askPlacement = command('planning.check-placement', { permission: may }, checkPlacement)

export const boardRoutes: readonly Route[] = [
  readExact(board.getBoard, may, (tx, { query }) => getBoardJson(tx, query)),
  read(backlog.listBacklog, may, async (tx, { query }) =>
    pageOfBacklog(tx, query, (await readWords(tx)).names),
  ),
  read(backlog.listBacklogGroups, may, async (tx, { query }) => ({
    items: await groupsOfBacklog(tx, query),
  })),
  readExact(contract.getProblem, may, (tx, { query }) => getProblem(tx, query)),
  read(contract.getCandidates, may, (tx, { params, query }) =>
    getCandidates(tx, { ...params, ...query }),
  ),
  act(contract.checkPlacement, askPlacement, ({ body }) => body),
  read(contract.getAssignment, may, async (tx, { params }) =>
    found(await findLabelled(tx, params.assignmentId), 'assignment'),
  ),
  act(contract.createAssignment, createAssignment, ({ body }) => body),
  act(contract.moveAssignment, moveAssignment, ({ params, body }) => ({ ...params, ...body })),
  act(contract.removeAssignment, removeAssignment, ({ params, body }) => ({ ...params, ...body })),
  act(contract.lockAssignment, lockAssignment, ({ params, body }) => ({ ...params, ...body })),
  act(contract.acceptAssignment, acceptAssignment, ({ params, body }) => ({ ...params, ...body })),
  act(contract.declineAssignment, declineAssignment, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  read(publishing.listDrafts, may, (tx, { query }) => {
    expectRange(query)
    return draftsByTechnician(tx, { ...query, technicianIds: query.technicianId ?? null })
  }),
  act(publishing.publishPlan, publishPlan, ({ body }) => body),
  act(publishing.seePlan, seePlan, ({ body }) => body),
  read(overrides.getPlacementRules, may, readPlacementRules),
  act(overrides.updatePlacementRules, updatePlacementRules, ({ body }) => body),
]

/** Deeds on several visits at once. */
export const deedRoutes: readonly Route[] = [
  act(deeds.arrangeAssignments, arrangeAssignments, ({ body }) => body),
  act(deeds.removeAssignments, removeAssignments, ({ body }) => body),
  act(deeds.lockAssignments, lockAssignments, ({ body }) => body),
  act(deeds.duplicateAssignment, duplicateAssignment, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  act(deeds.splitAssignment, splitAssignment, ({ params, body }) => ({ ...params, ...body })),
  act(deeds.retractCopies, retractCopies, ({ body }) => body),
]

/** Where colleagues are: told to whoever looks, kept nowhere. */
export const presenceRoutes: readonly Route[] = [
  own(presence.tellPresence, async ({ body }, exchange) => tellPresence(body, exchange)),
]

export const equipmentRoutes: readonly Route[] = [
  read(equipment.getEquipmentPlan, may, (tx, { query }) => getEquipmentPlan(tx, query)),
  read(equipment.getEquipmentOfWork, may, (tx, { params }) =>
    getEquipmentOfWork(tx, params.workOrderId),
  ),
]

export const runRoutes: readonly Route[] = [
  act(runs.createRun, createRun, ({ body }) => body),
  read(runs.listRuns, may, (tx, { query }) => pageOfRuns(tx, query)),
  read(runs.getRun, may, (tx, { params }) => getRun(tx, params.runId)),
  act(runs.cancelRun, cancelRun, ({ params }) => params),
  act(runs.applyRun, applyRun, ({ params, body }) => ({ ...params, ...body })),
  read(proposals.listOvertaken, may, (tx, { params }) => overtakenOf(tx, params.runId)),
  act(proposals.rollbackRun, rollbackRun, ({ params }) => params),
  act(runs.discardRun, discardRun, ({ params }) => params),
  read(runs.listPolicies, may, async (tx) => ({
    items: [...shippedPolicies(), ...(await ownPolicies(tx))],
  })),
  read(runs.getPolicySchema, may, async () => ({ ...policySchema() })),
  act(runs.createPolicy, createPolicy, ({ body }) => body),
  act(runs.updatePolicy, updatePolicy, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(runs.removePolicy, removePolicy, ({ params }) => params),
  read(runs.getSettings, may, readSettings),
  act(runs.updateSettings, updateSettings, ({ body }) => body),
]
