// Server state of the documents of a work order.
import {
  type Attachment,
  addAttachment,
  attachmentEvents,
  attachmentTypes,
  listAttachments,
  readAttachment,
  removeAttachment,
} from '@regie/contract/work-order-files'
import { addressOf } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'

refreshOn(Object.keys(attachmentEvents), [listAttachments])
const options = { invalidates: [listAttachments] }

export const useFiles = (workOrderId: string) =>
  useRead(listAttachments, { params: { workOrderId } })

export const fileAddress = ({ workOrderId, id }: Attachment): string =>
  addressOf(readAttachment, { params: { workOrderId, attachmentId: id } })

/** Sends one file as it is; what the browser does not know the kind of goes as text and is judged by the server. */
export const useAddFile = (workOrderId: string) => {
  const add = useAct(addAttachment, options)
  return async (file: File): Promise<Attachment> => {
    const type = attachmentTypes.find((one) => one === file.type) ?? 'text/plain'
    const body = new Uint8Array(await file.arrayBuffer())
    return await add.actAsync({ params: { workOrderId }, query: { name: file.name, type }, body })
  }
}

export const useRemoveFile = () => useAct(removeAttachment, options)
