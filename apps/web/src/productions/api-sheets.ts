// Server state of call sheets, for the planner.
import {
  addSheetDocument,
  callSheetEvents,
  getPersonSheet,
  getSheetDesk,
  printSheets,
  publishSheets,
  readSheetDocument,
  type SheetDocument,
  saveSheetDetails,
} from '@regie/contract/call-sheets'
import { assignmentEvents } from '@regie/contract/planning'
import { readStagePlan, stagePlanEvents } from '@regie/contract/production-stage-plans'
import { productionEvents } from '@regie/contract/productions'
import { attachmentTypes } from '@regie/contract/work-order-files'
import { workOrderEvents } from '@regie/contract/work-orders'
import { addressOf } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'

const reads = [getSheetDesk, getPersonSheet]
refreshOn(
  [callSheetEvents, productionEvents, stagePlanEvents, assignmentEvents, workOrderEvents].flatMap(
    Object.keys,
  ),
  reads,
)
const changes = { invalidates: reads }

export const useSheetDesk = (projectId: string) => useRead(getSheetDesk, { params: { projectId } })
export const useSaveDetails = () => useAct(saveSheetDetails, changes)
export const usePublishSheets = () => useAct(publishSheets, changes)

/** `number` null: as it would be published now. */
export const usePersonSheet = (
  { projectId, technicianId }: { projectId: string; technicianId: string },
  number: number | null,
) =>
  useRead(getPersonSheet, {
    params: { projectId, technicianId },
    query: number === null ? {} : { number },
  })

type Paper = { readonly number: number | null; readonly technicianId?: string }

export const paperAddress = (projectId: string, { number, technicianId }: Paper): string =>
  addressOf(printSheets, {
    params: { projectId },
    query: { ...(number === null ? {} : { number }), ...(technicianId ? { technicianId } : {}) },
  })

export const planAddress = (projectId: string, stageId: string, fileId: string): string =>
  addressOf(readStagePlan, { params: { projectId, stageId, fileId } })

export const documentAddress = (projectId: string, documentId: string): string =>
  addressOf(readSheetDocument, { params: { projectId, documentId } })

/** Sends one file as it is; what the browser does not know the kind of goes as text and is judged by the server. */
export const useAddDocument = (projectId: string) => {
  const add = useAct(addSheetDocument, { invalidates: [getSheetDesk] })
  return async (file: File): Promise<SheetDocument> => {
    const type = attachmentTypes.find((one) => one === file.type) ?? 'text/plain'
    const body = new Uint8Array(await file.arrayBuffer())
    return await add.actAsync({ params: { projectId }, query: { name: file.name, type }, body })
  }
}
