// Server state of projects and work orders.
import { clientEvents } from '@regie/contract/clients'
import {
  archiveProject,
  cancelWorkOrder,
  closeWorkOrder,
  countWorkOrders,
  createProject,
  createWorkOrder,
  getProject,
  getWorkOrder,
  listProjects,
  listWorkOrders,
  qualifyWorkOrder,
  reopenWorkOrder,
  updateProject,
  updateWorkOrder,
  validateWorkOrder,
  workOrderEvents,
} from '@regie/contract/work-orders'
import type { CallInput } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, usePages, useRead } from '../lib/server-state.tsx'

const workOrderReads = [listWorkOrders, countWorkOrders, getWorkOrder]
const projectReads = [listProjects, getProject]
refreshOn(Object.keys(workOrderEvents), [...workOrderReads, ...projectReads])
// A site that was found on the map fills a gap of its work orders.
refreshOn(Object.keys(clientEvents), workOrderReads)
const options = { invalidates: [...workOrderReads, ...projectReads] }

export const useWorkOrders = (query: CallInput<typeof listWorkOrders>['query']) =>
  usePages(listWorkOrders, { query })
export const useWorkOrderCounts = () => useRead(countWorkOrders)
export const useWorkOrder = (workOrderId: string | null) =>
  useRead(
    getWorkOrder,
    { params: { workOrderId: workOrderId ?? '' } },
    { enabled: workOrderId !== null },
  )
export const useCreateWorkOrder = () => useAct(createWorkOrder, options)
export const useUpdateWorkOrder = () => useAct(updateWorkOrder, options)
export const useMoves = () => ({
  qualify: useAct(qualifyWorkOrder, options).actAsync,
  cancel: useAct(cancelWorkOrder, options).actAsync,
  reopen: useAct(reopenWorkOrder, options).actAsync,
  validate: useAct(validateWorkOrder, options).actAsync,
  close: useAct(closeWorkOrder, options).actAsync,
})

export const useProjects = (query: CallInput<typeof listProjects>['query']) =>
  usePages(listProjects, { query })
export const useProject = (projectId: string | null) =>
  useRead(getProject, { params: { projectId: projectId ?? '' } }, { enabled: projectId !== null })
export const useCreateProject = () => useAct(createProject, options)
export const useUpdateProject = () => useAct(updateProject, options)
export const useArchiveProject = () => useAct(archiveProject, options)
