// Fieldwork: the technician's day, worked off on the phone.
import { z } from 'zod'
import { ownSheet } from './call-sheets.ts'
import { category, requiredProduct } from './catalog.ts'
import { asideReason, fieldEntry } from './field-entries.ts'
import { address, endpoint, id, instant, position, version } from './kernel.ts'
import { catalogPart } from './parts.ts'
import { assignmentState } from './planning.ts'
import { seenChange } from './planning-publishing.ts'
import { ownAvailability } from './polls.ts'
import { contentForm, outcome, recommendation } from './report-content.ts'
import { attachment } from './work-order-files.ts'
import { workOrderStatus } from './work-orders.ts'
import { absenceDraft } from './workforce.ts'

export type { FieldEntry, Step } from './field-entries.ts'

/** What is maintained at the site; `externalId` is what its label or QR code says. */
export const fieldAsset = z.object({
  id,
  name: z.string(),
  kind: z.string(),
  externalId: z.string().nullable(),
  attributes: z.record(z.string(), z.unknown()),
  notes: z.string(),
})
export type FieldAsset = z.infer<typeof fieldAsset>

/** Everything a technician needs at one stop; only published assignments of their own. */
export const fieldAssignment = z.object({
  id,
  version,
  state: assignmentState,
  startsAt: instant,
  endsAt: instant,
  declinedReason: z.string().nullable(),
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  positionName: z.string(),
  category,
  priorityName: z.string(),
  colour: z.string(),
  icon: z.string(),
  instructions: z.string(),
  products: z.array(requiredProduct),
  /** Equipment and vehicles to take; kept by phones since before there was any. */
  equipment: z.array(z.object({ name: z.string(), quantity: z.int() })).default([]),
  client: z.object({ name: z.string(), phone: z.string() }),
  contacts: z.array(
    z.object({ name: z.string(), duty: z.string(), phone: z.string(), email: z.string() }),
  ),
  site: z.object({
    id,
    name: z.string(),
    address,
    position: position.nullable(),
    accessInstructions: z.string(),
  }),
  coworkers: z.array(z.object({ name: z.string(), positionName: z.string(), phone: z.string() })),
  assets: z.array(fieldAsset),
  /** What the office put there: site plans, diagrams; phones take them along. */
  documents: z.array(attachment.pick({ id: true, name: true, type: true, bytes: true })),
  /** Everything told of it, in no order: `foldWork` says what it amounts to. */
  entries: z.array(fieldEntry),
})
export type FieldAssignment = z.infer<typeof fieldAssignment>

const tag = 'Field work'
const params = z.object({ assignmentId: id })

export const listFieldAssignments = endpoint({
  method: 'GET',
  path: '/api/field/assignments',
  tag,
  summary: 'My published assignments in a range of at most 62 days, by time',
  query: z.object({ from: instant, until: instant }),
  returns: z.object({ timeZone: z.string(), items: z.array(fieldAssignment) }),
})
export const getFieldAssignment = endpoint({
  method: 'GET',
  path: '/api/field/assignments/:assignmentId',
  tag,
  summary: 'One of my assignments',
  params,
  returns: fieldAssignment,
})

/** One intervention that is over, at a site: who, when, and what was told of it. */
export const pastWork = z.object({
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  status: workOrderStatus,
  startsAt: instant,
  technicians: z.array(z.string()),
  entries: z.array(fieldEntry),
  /** What its report says, in the reader's language; null: none was begun. */
  report: z
    .object({
      outcome: outcome.nullable(),
      texts: z.array(z.object({ key: z.string(), text: z.string() })),
      recommendations: z.array(recommendation),
      pages: z.array(contentForm),
    })
    .nullable(),
})
export type PastReport = NonNullable<PastWork['report']>
export type PastWork = z.infer<typeof pastWork>
export const siteHistory = z.object({ siteId: id, work: z.array(pastWork) })
export type SiteHistory = z.infer<typeof siteHistory>

/** What a technician asked for outside any visit. */
export const absenceRequest = z.object({
  id,
  technicianId: id,
  technicianName: z.string(),
  draft: absenceDraft,
  askedAt: instant,
  state: z.enum(['pending', 'granted', 'refused']),
  decidedBy: z.string().nullable(),
  reason: z.string(),
})
export type AbsenceRequest = z.infer<typeof absenceRequest>

/** A part as the phone lists it. `priceCents` is null where the reader may not see prices. */
export const fieldPart = catalogPart.pick({
  id: true,
  name: true,
  reference: true,
  unit: true,
  priceCents: true,
})
export type FieldPart = z.infer<typeof fieldPart>

/**
 * Everything the phone needs without network. With the `cursor` of the last answer as `since`, only what
 * differs from it is sent: `assignments` and `history` changed or new, `goneIds` no longer there.
 */
export const snapshot = z.object({
  cursor: z.string(),
  serverAt: instant,
  timeZone: z.string(),
  assignments: z.array(fieldAssignment),
  history: z.array(siteHistory),
  absenceRequests: z.array(absenceRequest),
  goneIds: z.array(id),
  /** Changes of the plan that the technician has not seen; the phone tells so when it has shown them. */
  unseen: z.array(seenChange),
  /** Polls that ask the technician, and what they said of the coming days. */
  availability: ownAvailability,
  /** Call sheets of productions, changed or new; `goneIds` also names productions. */
  callSheets: z.array(ownSheet),
  /** The whole list of parts; null: it is as it was. */
  parts: z.array(fieldPart).nullable(),
})
export type Snapshot = z.infer<typeof snapshot>
export const readSnapshot = endpoint({
  method: 'GET',
  path: '/api/field/snapshot',
  tag,
  summary: 'My week for the phone: yesterday to seven days ahead, with the history of its sites',
  query: z.object({ since: z.string().max(8000).optional() }),
  returns: snapshot,
})

/** `known`: it was delivered before. `aside` and `to_decide`: kept, and the office is asked. `refused`: nothing changed. */
export const receipt = z.object({
  id: z.string(),
  outcome: z.enum(['applied', 'known', 'aside', 'to_decide', 'refused']),
  why: asideReason.nullable(),
  problem: z.record(z.string(), z.unknown()).nullable(),
})
export type Receipt = z.infer<typeof receipt>

/** Each item is a `FieldCommand`; one that does not fit is refused by itself and stops none of the others. */
export const sendFieldCommands = endpoint({
  method: 'POST',
  path: '/api/field/commands',
  tag,
  summary: 'Tell what was done, also long after: each command once, in whatever order they come',
  body: z.object({
    /** The phone's clock as it sends: a clock that is wrong is put right by it. */
    sentAt: instant,
    commands: z.array(z.record(z.string(), z.unknown())).min(1).max(100),
  }),
  returns: z.object({ serverAt: instant, receipts: z.array(receipt) }),
})
export const listEntries = endpoint({
  method: 'GET',
  path: '/api/field/assignments/:assignmentId/entries',
  tag,
  summary: 'Everything told of an assignment, for planners and its technician',
  params,
  returns: z.object({ items: z.array(fieldEntry) }),
})

/** An entry that waits for a person, with what it is about. */
export const openEntry = z.object({
  entry: fieldEntry,
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  siteName: z.string(),
})
export type OpenEntry = z.infer<typeof openEntry>
export const listOpenEntries = endpoint({
  method: 'GET',
  path: '/api/field/open-entries',
  tag,
  summary: 'Work told for an assignment that was taken away, cancelled or validated meanwhile',
  returns: z.object({ items: z.array(openEntry), absences: z.array(absenceRequest) }),
})
export const decideEntries = endpoint({
  method: 'POST',
  path: '/api/field/open-entries/decisions',
  tag,
  summary: 'Count such work, or leave it out; it is kept either way',
  body: z.object({
    entryIds: z.array(id).min(1).max(500),
    counts: z.boolean(),
    reason: z.string().trim().max(500).default(''),
  }),
  returns: z.object({ decided: z.int() }),
})
export const decideAbsence = endpoint({
  method: 'POST',
  path: '/api/field/absence-requests/:requestId/decision',
  tag,
  summary: 'Grant or refuse an absence a technician asked for',
  params: z.object({ requestId: id }),
  body: z.object({ granted: z.boolean(), reason: z.string().trim().max(500).default('') }),
  returns: absenceRequest,
})
export const readPhoto = endpoint({
  method: 'GET',
  path: '/api/field/photos/:photoId',
  tag,
  summary: 'The picture, once it has arrived',
  params: z.object({ photoId: id }),
  returns: z.unknown(),
})

export const readPhotoPreview = endpoint({
  method: 'GET',
  path: '/api/field/photos/:photoId/preview',
  tag,
  summary: 'The picture in small, for phones to take along',
  params: z.object({ photoId: id }),
  returns: z.unknown(),
})
export const readFieldDocument = endpoint({
  method: 'GET',
  path: '/api/field/documents/:documentId',
  tag,
  summary: 'A document of work of mine',
  params: z.object({ documentId: id }),
  returns: z.unknown(),
})

export const readFieldFile = endpoint({
  method: 'GET',
  path: '/api/field/files/:fileId',
  tag,
  summary: 'A document or film that a technician sent along, once it has arrived',
  params: z.object({ fileId: id }),
  returns: z.unknown(),
})

/** One technician's place on a work order, with everything told there. */
export const fieldSeat = z.object({
  assignmentId: id,
  technicianName: z.string(),
  positionName: z.string(),
  state: assignmentState,
  startsAt: instant,
  endsAt: instant,
  entries: z.array(fieldEntry),
})
export type FieldSeat = z.infer<typeof fieldSeat>
export const readFieldLog = endpoint({
  method: 'GET',
  path: '/api/field/work-orders/:workOrderId/log',
  tag,
  summary: 'Everything technicians told of a work order, for the office',
  params: z.object({ workOrderId: id }),
  returns: z.object({
    workOrderId: id,
    reference: z.string(),
    title: z.string(),
    siteName: z.string(),
    items: z.array(fieldSeat),
  }),
})

const told = z.object({ assignmentId: id, workOrderId: id, technicianId: id, entry: fieldEntry })
export const fieldworkEvents = {
  progress_recorded: told,
  progress_corrected: told,
  note_added: told,
  part_used: told,
  photo_taken: told,
  /** Its caption or moment was put right. */
  photo_described: told,
  file_added: told,
  reading_taken: told,
  page_filled: told,
  /** It came too late to count by itself. */
  entry_set_aside: told,
  entries_decided: z.object({ entryIds: z.array(id), counts: z.boolean(), reason: z.string() }),
  photo_received: z.object({ photoId: id, technicianId: id }),
  absence_requested: z.object({ requestId: id, technicianId: id, technicianName: z.string() }),
  absence_decided: z.object({ requestId: id, technicianId: id, granted: z.boolean() }),
}
