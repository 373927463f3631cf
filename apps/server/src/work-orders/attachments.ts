// Documents of a work order: their bytes lie with the organisation's files, what is told of them in the database.
import { Readable } from 'node:stream'
import type { Id } from '@regie/contract/kernel'
import { ATTACHMENT_BYTES, type Attachment } from '@regie/contract/work-order-files'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/clock.ts'
import { fail, invalid } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import type { Services } from '../platform/services.ts'
import { command } from '../platform/work.ts'
import { happened } from './events.ts'
import { findAttachment, insertAttachment, markRemoved } from './store/attachments.ts'
import { findWorkOrder } from './store/work-orders.ts'

const keyOf = (organizationId: Id, attachmentId: Id): string =>
  `work-orders/${organizationId}/${attachmentId}`

const starts = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.toString('latin1', at, at + text.length) === text

/** A file is what its first bytes say, not what its name says. */
const looksLike: Readonly<Record<Attachment['type'], (bytes: Buffer) => boolean>> = {
  'application/pdf': (bytes) => starts(bytes, '%PDF-'),
  'image/jpeg': (bytes) => starts(bytes, '\xff\xd8\xff'),
  'image/png': (bytes) => starts(bytes, '\x89PNG\r\n\x1a\n'),
  'image/webp': (bytes) => starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8),
  'text/plain': (bytes) => !bytes.includes(0),
}

const addAttachment = command(
  'work-orders.add-attachment',
  { permission: 'work-orders.write' },
  async (tx, one: Omit<Attachment, 'addedAt'>): Promise<Attachment> => {
    const { reference } = found(await findWorkOrder(tx, one.workOrderId), 'work order')
    await insertAttachment(tx, one)
    const { workOrderId, id: attachmentId, name } = one
    tx.emit(happened.attachment_added({ workOrderId, reference, attachmentId, name }))
    return found(await findAttachment(tx, { workOrderId, attachmentId }), 'attachment')
  },
)

export const removeAttachment = command(
  'work-orders.remove-attachment',
  { permission: 'work-orders.write' },
  async (tx, at: { workOrderId: Id; attachmentId: Id }): Promise<void> => {
    const { reference } = found(await findWorkOrder(tx, at.workOrderId), 'work order')
    const { name } = found(await findAttachment(tx, at), 'attachment')
    await markRemoved(tx, at.attachmentId, tx.now())
    tx.emit(happened.attachment_removed({ ...at, reference, name }))
  },
)

export type Incoming = Pick<Attachment, 'workOrderId' | 'name' | 'type'> & { content: Uint8Array }

/** Refuses what weighs too much, and what is not the kind of file that it is said to be. */
export function expectDocument(type: Attachment['type'], bytes: Buffer): void {
  if (bytes.length > ATTACHMENT_BYTES)
    throw fail('too_large', { size: `${(bytes.length / 1e6).toFixed(1)} MB`, limit: '10 MB' })
  const expected = { path: 'body', expected: `a file of the type ${type}` }
  if (bytes.length === 0) throw invalid([{ ...expected, got: 'nothing' }])
  if (!looksLike[type](bytes)) throw invalid([{ ...expected, got: 'other bytes' }])
}

/** The bytes first: a row without its file would promise what is not there. */
export async function takeAttachment(
  services: Services,
  actor: Actor,
  { content, ...told }: Incoming,
): Promise<Attachment> {
  const bytes = Buffer.from(content)
  expectDocument(told.type, bytes)
  const id = newId(services.clock())
  const key = keyOf(actor.organizationId, id)
  await services.work.read(actor, 'work-orders.write', async (tx) =>
    found(await findWorkOrder(tx, told.workOrderId), 'work order'),
  )
  await services.files.put(key, Readable.from([bytes]), bytes.length)
  try {
    return await services.work.act(actor, addAttachment, { ...told, id, bytes: bytes.length })
  } catch (error) {
    await services.files.remove(key)
    throw error
  }
}

export async function dropAttachment(
  services: Services,
  actor: Actor,
  at: { workOrderId: Id; attachmentId: Id },
): Promise<void> {
  await services.work.act(actor, removeAttachment, at)
  await services.files.remove(keyOf(actor.organizationId, at.attachmentId))
}

/** A document never changes under its id. */
export async function sendAttachment(
  services: Services,
  actor: Actor,
  at: { workOrderId: Id; attachmentId: Id },
  reply: FastifyReply,
): Promise<void> {
  const attachment = await services.work.read(actor, 'work-orders.read', async (tx) =>
    found(await findAttachment(tx, at), 'attachment'),
  )
  await replyWithAttachment(services, actor.organizationId, attachment, reply)
}

/** For whoever may read it has been asked already. */
export async function replyWithAttachment(
  services: Services,
  organizationId: Id,
  { id, ...document }: Pick<Attachment, 'id' | 'type' | 'bytes' | 'name'>,
  reply: FastifyReply,
): Promise<void> {
  const file = await services.files.get(keyOf(organizationId, id))
  await replyWithDocument(file, document, reply)
}

/** Shows a document without letting it run anything. */
export async function replyWithDocument(
  file: Readable,
  { type, bytes, name }: Pick<Attachment, 'type' | 'bytes' | 'name'>,
  reply: FastifyReply,
): Promise<void> {
  await reply
    .headers({
      'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      'content-length': bytes,
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'private, max-age=31536000, immutable',
    })
    .send(file)
}
