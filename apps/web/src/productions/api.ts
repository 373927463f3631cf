// Server state of productions and crew templates.
import {
  assignmentEvents,
  createAssignment,
  lockAssignment,
  moveAssignment,
  removeAssignment,
} from '@regie/contract/planning'
import {
  addPhase,
  addStage,
  adoptCrewPack,
  applyCrew,
  archiveCrewTemplate,
  cancelPhase,
  copyDay,
  createCrewTemplate,
  getProduction,
  listCrewPacks,
  listCrewTemplates,
  productionEvents,
  removeStage,
  updateCrewTemplate,
  updatePhase,
  updateStage,
} from '@regie/contract/productions'
import { workOrderEvents } from '@regie/contract/work-orders'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'

refreshOn(
  [
    ...Object.keys(productionEvents),
    ...Object.keys(assignmentEvents),
    ...Object.keys(workOrderEvents),
  ],
  [getProduction],
)
refreshOn(Object.keys(productionEvents), [listCrewTemplates])
const changes = { invalidates: [getProduction] }
const templates = { invalidates: [listCrewTemplates] }

export const useProduction = (projectId: string) =>
  useRead(getProduction, { params: { projectId } })
export const useStageActs = () => ({
  add: useAct(addStage, changes).actAsync,
  update: useAct(updateStage, changes).actAsync,
  remove: useAct(removeStage, changes).actAsync,
})
export const usePhaseActs = () => ({
  add: useAct(addPhase, changes).actAsync,
  update: useAct(updatePhase, changes).actAsync,
  cancel: useAct(cancelPhase, changes).actAsync,
})
export const useApplyCrew = () => useAct(applyCrew, changes)
export const useCopyDay = () => useAct(copyDay, changes)

export const useCrewTemplates = () => useRead(listCrewTemplates, { query: {} })
export const useCrewPacks = () => useRead(listCrewPacks)
export const useAdoptPack = () => useAct(adoptCrewPack, templates)
export const useTemplateActs = () => ({
  create: useAct(createCrewTemplate, templates).actAsync,
  update: useAct(updateCrewTemplate, templates).actAsync,
  archive: useAct(archiveCrewTemplate, templates).actAsync,
})

export const useAssignSeat = () => useAct(createAssignment, changes)
export const useReplaceInSeat = () => useAct(moveAssignment, changes)
export const useFreeSeat = () => useAct(removeAssignment, changes)
export const useUnlockSeat = () => useAct(lockAssignment, changes)
