import * as contract from '@regie/contract/work-orders'
import { act, type Route, read } from '../platform/http/bind.ts'
import {
  cancelWorkOrder,
  closeWorkOrder,
  qualifyWorkOrder,
  reopenWorkOrder,
  validateWorkOrder,
} from './commands/moves.ts'
import { archiveProject, createProject, updateProject } from './commands/projects.ts'
import { createWorkOrder, updateWorkOrder } from './commands/work-orders.ts'
import { countWorkOrders, getProject, getWorkOrder } from './queries/work-orders.ts'
import { pageOfProjects } from './store/projects.ts'
import { pageOfWorkOrders } from './store/work-orders.ts'

const reads = 'work-orders.read'

export const routes: readonly Route[] = [
  read(contract.listProjects, reads, (tx, { query }) => pageOfProjects(tx, query)),
  read(contract.getProject, reads, (tx, { params }) => getProject(tx, params.projectId)),
  act(contract.createProject, createProject, ({ body }) => body),
  act(contract.updateProject, updateProject, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.archiveProject, archiveProject, ({ params, body }) => ({ ...params, ...body })),
  read(contract.listWorkOrders, reads, (tx, { query }) => pageOfWorkOrders(tx, query)),
  read(contract.countWorkOrders, reads, (tx) => countWorkOrders(tx)),
  read(contract.getWorkOrder, reads, (tx, { params }) => getWorkOrder(tx, params.workOrderId)),
  act(contract.createWorkOrder, createWorkOrder, ({ body }) => body),
  act(contract.updateWorkOrder, updateWorkOrder, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.qualifyWorkOrder, qualifyWorkOrder, ({ params, body }) => ({ ...params, ...body })),
  act(contract.cancelWorkOrder, cancelWorkOrder, ({ params, body }) => ({ ...params, ...body })),
  act(contract.reopenWorkOrder, reopenWorkOrder, ({ params, body }) => ({ ...params, ...body })),
  act(contract.validateWorkOrder, validateWorkOrder, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  act(contract.closeWorkOrder, closeWorkOrder, ({ params, body }) => ({ ...params, ...body })),
]
