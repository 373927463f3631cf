// Documents of a production: their bytes lie with the organisation's files, what is told of them in the database.
import { Readable } from 'node:stream'
import type { SheetDocument } from '@regie/contract/call-sheets'
import type { Id } from '@regie/contract/kernel'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/clock.ts'
import { found } from '../platform/guards.ts'
import type { Services } from '../platform/services.ts'
import { command, type Tx } from '../platform/work.ts'
import { expectDocument, findProject, replyWithDocument } from '../work-orders/index.ts'
import { getOwnSheet } from './queries/call-sheets.ts'
import { documentsOf, insertDocument } from './store/sheet-documents.ts'

const keyOf = (organizationId: Id, documentId: Id): string =>
  `productions/${organizationId}/${documentId}`

type New = Omit<SheetDocument, 'addedAt'> & { readonly projectId: Id }

const addDocument = command(
  'productions.add-sheet-document',
  { permission: 'productions.write' },
  async (tx, { projectId, ...one }: New): Promise<SheetDocument> => {
    found(await findProject(tx, projectId), 'project')
    await insertDocument(tx, projectId, one)
    return { ...one, addedAt: tx.now() }
  },
)

export type Incoming = Pick<New, 'projectId' | 'name' | 'type'> & { readonly content: Uint8Array }

/** The bytes first: a row without its file would promise what is not there. */
export async function takeSheetDocument(
  services: Services,
  actor: Actor,
  { content, ...told }: Incoming,
): Promise<SheetDocument> {
  const bytes = Buffer.from(content)
  expectDocument(told.type, bytes)
  const id = newId(services.clock())
  const key = keyOf(actor.organizationId, id)
  await services.work.read(actor, 'productions.write', async (tx) =>
    found(await findProject(tx, told.projectId), 'project'),
  )
  await services.files.put(key, Readable.from([bytes]), bytes.length)
  try {
    return await services.work.act(actor, addDocument, { ...told, id, bytes: bytes.length })
  } catch (error) {
    await services.files.remove(key)
    throw error
  }
}

type Place = { readonly projectId: Id; readonly documentId: Id }

/** Planners see all documents of a production; people those on their own sheet. */
async function visibleDocument(tx: Tx, { projectId, documentId }: Place): Promise<SheetDocument> {
  const document = (await documentsOf(tx, projectId)).find(({ id }) => id === documentId)
  const isSeen =
    tx.may('productions.read') ||
    (await getOwnSheet(tx, projectId)).content.documents.some(({ key }) => key === documentId)
  return found(isSeen ? document : undefined, 'document')
}

export async function sendSheetDocument(
  services: Services,
  actor: Actor,
  place: Place,
  reply: FastifyReply,
): Promise<void> {
  const document = await services.work.read(actor, 'productions.own', (tx) =>
    visibleDocument(tx, place),
  )
  const file = await services.files.get(keyOf(actor.organizationId, document.id))
  await replyWithDocument(file, document, reply)
}
