// Documents that come with a work order: site plans, diagrams, earlier reports.
import { z } from 'zod'
import { endpoint, id, instant } from './kernel.ts'

/** A file weighs at most this. */
export const ATTACHMENT_BYTES = 10_000_000

/** What may be attached: what a browser shows without running anything. */
export const attachmentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
] as const
export const attachmentType = z.enum(attachmentTypes)

export const attachment = z.object({
  id,
  workOrderId: id,
  name: z.string(),
  type: attachmentType,
  bytes: z.int(),
  addedAt: instant,
})
export type Attachment = z.infer<typeof attachment>

const tag = 'Work orders'
const ofWorkOrder = z.object({ workOrderId: id })
const one = z.object({ workOrderId: id, attachmentId: id })

/** The bytes of a file, sent as they are with `content-type: application/octet-stream`. */
const fileContent = z
  .instanceof(Uint8Array)
  .meta({ type: 'string', format: 'binary', description: 'The file as it is' })

export const listAttachments = endpoint({
  method: 'GET',
  path: '/api/work-orders/:workOrderId/attachments',
  tag,
  summary: 'Documents that come with a work order, oldest first',
  params: ofWorkOrder,
  returns: z.object({ items: z.array(attachment) }),
})
export const addAttachment = endpoint({
  method: 'POST',
  path: '/api/work-orders/:workOrderId/attachments',
  tag,
  summary: 'Attach a document: PDF, JPEG, PNG, WebP or plain text, 10 MB at most',
  params: ofWorkOrder,
  query: z.object({ name: z.string().trim().min(1).max(300), type: attachmentType }),
  body: fileContent,
  returns: attachment,
  status: 201,
})
export const readAttachment = endpoint({
  method: 'GET',
  path: '/api/work-orders/:workOrderId/attachments/:attachmentId',
  tag,
  summary: 'The document itself',
  params: one,
  returns: z.unknown(),
})
export const removeAttachment = endpoint({
  method: 'DELETE',
  path: '/api/work-orders/:workOrderId/attachments/:attachmentId',
  tag,
  summary: 'Take a document off the work order',
  params: one,
  returns: z.undefined(),
  status: 204,
})

const told = z.object({
  workOrderId: id,
  reference: z.string(),
  attachmentId: id,
  name: z.string(),
})

/** What happened to documents, as told on the live stream. */
export const attachmentEvents = { attachment_added: told, attachment_removed: told }
