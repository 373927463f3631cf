import * as contract from '@regie/contract/call-sheets'
import type { Actor } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import { act, type Exchange, own, type Route, read } from '../platform/http/bind.ts'
import { markOwnSheet, publishSheets, saveSheetDetails } from './commands/call-sheets.ts'
import { sendOwnSheet, sendSheets } from './pdf/sheet-papers.ts'
import { getOwnSheet, getPersonSheet, getSheetDesk } from './queries/call-sheets.ts'
import { sendSheetDocument, takeSheetDocument } from './sheet-documents.ts'

const reads = 'productions.read'

const asker = ({ actor }: Exchange): Actor => {
  if (!actor) throw fail('not_signed_in')
  return actor
}

export const sheetRoutes: readonly Route[] = [
  read(contract.getSheetDesk, reads, (tx, { params }) => getSheetDesk(tx, params.projectId)),
  act(contract.saveSheetDetails, saveSheetDetails, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.publishSheets, publishSheets, ({ params, body }) => ({ ...params, ...body })),
  read(contract.getPersonSheet, reads, (tx, { params, query }) =>
    getPersonSheet(tx, { ...params, ...query }),
  ),
  own(contract.printSheets, async ({ params, query }, exchange) => {
    await sendSheets(exchange.services, asker(exchange), { ...params, ...query }, exchange.reply)
    return new Uint8Array()
  }),
  own(contract.addSheetDocument, async ({ params, query, body }, exchange) =>
    takeSheetDocument(exchange.services, asker(exchange), { ...params, ...query, content: body }),
  ),
  own(contract.readSheetDocument, async ({ params }, exchange) =>
    sendSheetDocument(exchange.services, asker(exchange), params, exchange.reply),
  ),
  read(contract.getOwnSheet, 'productions.own', (tx, { params }) =>
    getOwnSheet(tx, params.projectId),
  ),
  own(contract.printOwnSheet, async ({ params }, exchange) => {
    await sendOwnSheet(exchange.services, asker(exchange), params.projectId, exchange.reply)
    return new Uint8Array()
  }),
  act(contract.markOwnSheet, markOwnSheet, ({ params, body }) => ({ ...params, ...body })),
]
