import * as files from '@regie/contract/work-order-files'
import * as contract from '@regie/contract/work-orders'
import type { Actor } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import { act, type Exchange, own, type Route, read } from '../platform/http/bind.ts'
import { dropAttachment, sendAttachment, takeAttachment } from './attachments.ts'
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
import { attachmentsOf } from './store/attachments.ts'
import { pageOfProjects } from './store/projects.ts'
import { findWorkOrder, pageOfWorkOrders } from './store/work-orders.ts'

const reads = 'work-orders.read'

const asker = ({ actor }: Exchange): Actor => {
  if (!actor) throw fail('not_signed_in')
  return actor
}

const fileRoutes: readonly Route[] = [
  read(files.listAttachments, reads, async (tx, { params }) => {
    found(await findWorkOrder(tx, params.workOrderId), 'work order')
    return { items: await attachmentsOf(tx, params.workOrderId) }
  }),
  own(files.addAttachment, async ({ params, query, body }, exchange) =>
    takeAttachment(exchange.services, asker(exchange), {
      ...params,
      ...query,
      content: body,
    }),
  ),
  own(files.readAttachment, async ({ params }, exchange) =>
    sendAttachment(exchange.services, asker(exchange), params, exchange.reply),
  ),
  own(files.removeAttachment, async ({ params }, exchange) =>
    dropAttachment(exchange.services, asker(exchange), params),
  ),
]

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
  ...fileRoutes,
  act(contract.closeWorkOrder, closeWorkOrder, ({ params, body }) => ({ ...params, ...body })),
]
