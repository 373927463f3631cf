// Call sheets (feuilles de route): what the planner fills in, versions with a sheet for each person, and who has read theirs.
import { z } from 'zod'
import { sheetChange, sheetContent } from './call-sheet-content.ts'
import { detailsDraft, sheetDetails } from './call-sheet-details.ts'
import { endpoint, id, instant } from './kernel.ts'
import { language } from './roles.ts'
import { attachmentType } from './work-order-files.ts'

/** `told`: how many people's lines it changed. */
export const sheetVersion = z.object({
  number: z.int().min(1),
  publishedAt: instant,
  publishedBy: z.string(),
  note: z.string(),
  told: z.int(),
})
export type SheetVersion = z.infer<typeof sheetVersion>

export const sheetDocument = z.object({
  id,
  name: z.string(),
  type: attachmentType,
  bytes: z.int(),
  addedAt: instant,
})
export type SheetDocument = z.infer<typeof sheetDocument>

/**
 * One person at the next version. `kind`: what it would be for them; `changes`: the lines that are another than in the
 * last version. `number`: the version their present lines are from, null before the first; `readAt` and
 * `acknowledgedAt` are of that one.
 */
export const sheetPerson = z.object({
  technicianId: id,
  name: z.string(),
  hasAccount: z.boolean(),
  kind: z.enum(['new', 'changed', 'removed', 'same']),
  changes: z.array(sheetChange),
  number: z.int().nullable(),
  readAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
})
export type SheetPerson = z.infer<typeof sheetPerson>

/**
 * Everything the planner needs. `seen` names what would be published: publishing says it again, so that nobody publishes
 * what they have not seen. `drafts`: assignments that are not published and so on no sheet. `idle`: lines that concern
 * nobody.
 */
export const sheetDesk = z.object({
  details: sheetDetails,
  documents: z.array(sheetDocument),
  versions: z.array(sheetVersion),
  people: z.array(sheetPerson),
  seen: z.string(),
  drafts: z.int(),
  idle: z.array(id),
})
export type SheetDesk = z.infer<typeof sheetDesk>

const production = z.object({
  projectId: id,
  projectCode: z.string(),
  projectName: z.string(),
  clientName: z.string().nullable(),
})

/**
 * One person's sheet. `number` null: as it would be published now. `since`: the version in which its lines last changed;
 * `changes`: against the last one that the person knew.
 */
export const personSheet = production.extend({
  technicianId: id,
  name: z.string(),
  language,
  number: z.int().nullable(),
  since: z.int().nullable(),
  publishedAt: instant.nullable(),
  publishedBy: z.string(),
  note: z.string(),
  content: sheetContent,
  changes: z.array(sheetChange),
  readAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
})
export type PersonSheet = z.infer<typeof personSheet>

/** One's own sheet, as the phone keeps it and a link shows it. */
export const ownSheet = personSheet.extend({
  number: z.int(),
  since: z.int(),
  publishedAt: instant,
})
export type OwnSheet = z.infer<typeof ownSheet>

const tag = 'Productions'
const ofProject = z.object({ projectId: id })
const number = z.coerce.number().int().min(1).optional()

export const getSheetDesk = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/call-sheets',
  tag,
  summary:
    'Call sheets of a production: details, versions, who has read, what the next version changes',
  params: ofProject,
  returns: sheetDesk,
})
export const saveSheetDetails = endpoint({
  method: 'PUT',
  path: '/api/projects/:projectId/call-sheets/details',
  tag,
  summary:
    'Contacts, meals, lodging, transport, safety, notes and documents; on no sheet before the next version',
  params: ofProject,
  body: detailsDraft.extend({ version: z.int().min(0) }),
  returns: sheetDetails,
})
export const publishSheets = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/call-sheets/versions',
  tag,
  summary:
    'Freeze the next version and tell those whose lines changed; `made` null: nothing changed',
  params: ofProject,
  body: z.object({
    /** The last version that was seen, 0 for none, and `seen` of the desk. */
    after: z.int().min(0),
    seen: z.string().max(100),
    note: z.string().trim().max(1000).default(''),
  }),
  returns: z.object({ made: sheetVersion.nullable() }),
})
export const getPersonSheet = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/call-sheets/people/:technicianId',
  tag,
  summary: 'One person’s sheet, of a version or as it would be published now',
  params: ofProject.extend({ technicianId: id }),
  query: z.object({ number }),
  returns: personSheet,
})
const pdf = z
  .instanceof(Uint8Array)
  .meta({ type: 'string', format: 'binary', description: 'A PDF' })
export const printSheets = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/call-sheets/pdf',
  tag,
  summary:
    'The sheets of a version as one PDF, or that of one person, each in the language of its reader',
  params: ofProject,
  query: z.object({ number, technicianId: id.optional(), language: language.optional() }),
  returns: pdf,
})
export const addSheetDocument = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/call-sheets/documents',
  tag,
  summary: 'Put a document with the production: PDF, JPEG, PNG, WebP or plain text, 10 MB at most',
  params: ofProject,
  query: z.object({ name: z.string().trim().min(1).max(300), type: attachmentType }),
  body: z
    .instanceof(Uint8Array)
    .meta({ type: 'string', format: 'binary', description: 'The file as it is' }),
  returns: sheetDocument,
  status: 201,
})
export const readSheetDocument = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/call-sheets/documents/:documentId',
  tag,
  summary: 'The document itself; technicians, where it is on their sheet',
  params: ofProject.extend({ documentId: id }),
  returns: z.unknown(),
})
export const getOwnSheet = endpoint({
  method: 'GET',
  path: '/api/field/call-sheets/:projectId',
  tag,
  summary: 'My call sheet as it was last published to me',
  params: ofProject,
  returns: ownSheet,
})
export const printOwnSheet = endpoint({
  method: 'GET',
  path: '/api/field/call-sheets/:projectId/pdf',
  tag,
  summary: 'My call sheet as a PDF',
  params: ofProject,
  returns: pdf,
})
export const markOwnSheet = endpoint({
  method: 'POST',
  path: '/api/field/call-sheets/:projectId/read',
  tag,
  summary: 'I have read my sheet of this version, or confirm it; the planner sees so',
  params: ofProject,
  body: z.object({ number: z.int().min(1), isConfirmed: z.boolean().default(false) }),
  returns: ownSheet,
})

/** What happened to call sheets, as told on the live stream. */
export const callSheetEvents = {
  call_sheet_details_changed: z.object({ projectId: id, name: z.string() }),
  call_sheets_published: z.object({
    projectId: id,
    name: z.string(),
    number: z.int(),
    technicianIds: z.array(id),
  }),
  call_sheet_read: z.object({
    projectId: id,
    name: z.string(),
    number: z.int(),
    technicianId: id,
    isConfirmed: z.boolean(),
  }),
}
