import * as hours from '@regie/contract/field-hours'
import * as contract from '@regie/contract/fieldwork'
import { createAuthenticate } from '../identity/index.ts'
import type { Actor } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import { act, download, type Exchange, own, type Route, read } from '../platform/http/bind.ts'
import { replyWithAttachment } from '../work-orders/index.ts'
import { decideAbsence, decideEntries } from './commands/decide.ts'
import { takeDelivery } from './delivery.ts'
import { hoursFile, listHours } from './hours.ts'
import { sendFile, sendPhoto, sendPreview } from './pictures.ts'
import {
  getFieldAssignment,
  listEntries,
  listFieldAssignments,
  listOpenEntries,
  readFieldLog,
  readSnapshot,
  visibleDocument,
} from './queries.ts'

const mine = 'fieldwork.own'

async function asker({ request, services }: Exchange): Promise<Actor> {
  const actor = await createAuthenticate(services)(request)
  if (!actor) throw fail('not_signed_in')
  return actor
}

export const routes: readonly Route[] = [
  read(contract.listFieldAssignments, mine, (tx, { query }) => listFieldAssignments(tx, query)),
  read(contract.getFieldAssignment, mine, (tx, { params }) =>
    getFieldAssignment(tx, params.assignmentId),
  ),
  read(contract.readSnapshot, mine, (tx, { query }) => readSnapshot(tx, query.since)),
  own(contract.sendFieldCommands, async ({ body }, exchange) =>
    takeDelivery(exchange.services, await asker(exchange), body),
  ),
  read(contract.listEntries, mine, (tx, { params }) => listEntries(tx, params.assignmentId)),
  read(hours.listHours, null, (tx, { query }) => listHours(tx, query)),
  download(hours.exportHours, null, (tx, { query }) => hoursFile(tx, query)),
  read(contract.listOpenEntries, 'fieldwork.read', (tx) => listOpenEntries(tx)),
  act(contract.decideEntries, decideEntries, ({ body }) => body),
  act(contract.decideAbsence, decideAbsence, ({ params, body }) => ({ ...params, ...body })),
  own(contract.readPhoto, async ({ params }, exchange) =>
    sendPhoto(exchange.services, await asker(exchange), params.photoId, exchange.reply),
  ),
  own(contract.readPhotoPreview, async ({ params }, exchange) =>
    sendPreview(exchange.services, await asker(exchange), params.photoId, exchange.reply),
  ),
  own(contract.readFieldFile, async ({ params }, exchange) =>
    sendFile(exchange.services, await asker(exchange), params.fileId, exchange.reply),
  ),
  read(contract.readFieldLog, 'fieldwork.read', (tx, { params }) =>
    readFieldLog(tx, params.workOrderId),
  ),
  own(contract.readFieldDocument, async ({ params }, { services, actor, reply }) => {
    const asking = actor as Actor
    const document = await services.work.read(asking, mine, (tx) =>
      visibleDocument(tx, params.documentId),
    )
    await replyWithAttachment(services, asking.organizationId, document, reply)
  }),
]
