// The phone's endpoints without their schemas: it starts with them, and zod would weigh on every start.
import type {
  sendFieldCommands as commandsContract,
  readSnapshot as snapshotContract,
} from '@regie/contract/fieldwork'
import type { seePlan as seenContract } from '@regie/contract/planning-publishing'

export const readSnapshot = {
  method: 'GET',
  path: '/api/field/snapshot',
  status: 200,
} as unknown as typeof snapshotContract

export const sendFieldCommands = {
  method: 'POST',
  path: '/api/field/commands',
  status: 200,
} as unknown as typeof commandsContract

export const seePlan = {
  method: 'POST',
  path: '/api/planning/seen',
  status: 200,
} as unknown as typeof seenContract

/** Signatures have a door of their own, on a higher floor, that answers alike. */
export const sendSignatures = {
  method: 'POST',
  path: '/api/field/signatures',
  status: 200,
} as unknown as typeof commandsContract

export const UPLOADS = '/api/field/uploads'
export const photoUrl = (photoId: string): string => `/api/field/photos/${photoId}`
export const previewUrl = (photoId: string): string => `/api/field/photos/${photoId}/preview`
export const documentUrl = (documentId: string): string => `/api/field/documents/${documentId}`
export const sheetDocumentUrl = (projectId: string, documentId: string): string =>
  `/api/projects/${projectId}/call-sheets/documents/${documentId}`
export const stagePlanUrl = (projectId: string, stageId: string, fileId: string): string =>
  `/api/projects/${projectId}/stages/${stageId}/plan/${fileId}`
export const stagePlansUrl = (projectId: string): string => `/api/projects/${projectId}/stage-plans`
export const sheetPdfUrl = (projectId: string): string => `/api/field/call-sheets/${projectId}/pdf`
export const fileUrl = (fileId: string): string => `/api/field/files/${fileId}`
