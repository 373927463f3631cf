// Fieldwork: the technician's day, worked off on the phone.
import { z } from 'zod'
import { category, requiredProduct } from './catalog.ts'
import { address, endpoint, id, instant, position, text, version } from './kernel.ts'
import { assignmentState } from './planning.ts'

/** What a technician tells with one tap; `resumed` ends a pause. */
export const step = z.enum(['en_route', 'started', 'paused', 'resumed', 'finished'])
export type Step = z.infer<typeof step>

/** One tap, kept for ever. `deviceAt` is when it was tapped, `serverAt` when the server learnt of it (offline: later). */
export const progressEntry = z.object({
  id,
  assignmentId: id,
  step,
  deviceAt: instant,
  serverAt: instant,
  by: z.string(),
  /** The entry this one puts right, and why. */
  corrects: id.nullable(),
  correctionReason: z.string().nullable(),
})
export type ProgressEntry = z.infer<typeof progressEntry>

export const note = z.object({
  id,
  assignmentId: id,
  text: z.string(),
  by: z.string(),
  at: instant,
  mine: z.boolean(),
})
export type Note = z.infer<typeof note>

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
  notes: z.array(note),
  progress: z.array(progressEntry),
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
export const acceptFieldAssignment = endpoint({
  method: 'POST',
  path: '/api/field/assignments/:assignmentId/accept',
  tag,
  summary: 'Accept',
  params,
  body: z.object({ version }),
  returns: fieldAssignment,
})
export const declineFieldAssignment = endpoint({
  method: 'POST',
  path: '/api/field/assignments/:assignmentId/decline',
  tag,
  summary: 'Decline, with a reason',
  params,
  body: z.object({ version, reason: text(500) }),
  returns: fieldAssignment,
})
export const recordProgress = endpoint({
  method: 'POST',
  path: '/api/field/assignments/:assignmentId/progress',
  tag,
  summary: 'Tell the next step: on the way, started, paused, resumed, finished',
  params,
  /** `at`: when it was tapped on the device; left out: now. */
  body: z.object({ step, at: instant.optional() }),
  returns: fieldAssignment,
})
export const correctProgress = endpoint({
  method: 'POST',
  path: '/api/field/assignments/:assignmentId/corrections',
  tag,
  summary: 'Put the time of a step right; the first entry is kept beside it',
  params,
  body: z.object({ entryId: id, at: instant, reason: text(500) }),
  returns: z.array(progressEntry),
})
export const listProgress = endpoint({
  method: 'GET',
  path: '/api/field/assignments/:assignmentId/progress',
  tag,
  summary: 'Every step told for an assignment, for planners and the technician',
  params,
  returns: z.object({ items: z.array(progressEntry), notes: z.array(note) }),
})
export const addNote = endpoint({
  method: 'POST',
  path: '/api/field/assignments/:assignmentId/notes',
  tag,
  summary: 'Add a note',
  params,
  body: z.object({ text: text(4000) }),
  returns: note,
  status: 201,
})

export const fieldworkEvents = {
  progress_recorded: z.object({
    assignmentId: id,
    workOrderId: id,
    technicianId: id,
    entry: progressEntry,
  }),
  progress_corrected: z.object({
    assignmentId: id,
    workOrderId: id,
    technicianId: id,
    entry: progressEntry,
  }),
  note_added: z.object({ assignmentId: id, workOrderId: id, technicianId: id, note }),
}
