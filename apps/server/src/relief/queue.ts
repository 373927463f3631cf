// The background work that reactions of this module ask for; what is done stands in jobs/.
import { z } from 'zod'

export const advanceOrder = { name: 'relief.advance-searches', payload: z.object({}) }
export const coverAbsenceOrder = {
  name: 'relief.cover-absence',
  payload: z.object({ technicianId: z.string(), absenceId: z.string() }),
}
export const coverDeclinedOrder = {
  name: 'relief.cover-declined',
  payload: z.object({ assignmentId: z.string() }),
}
export const noteEmergencyOrder = {
  name: 'relief.note-emergency',
  payload: z.object({ workOrderId: z.string() }),
}
export const takeSickCallOrder = {
  name: 'relief.take-sick-call',
  payload: z.object({ requestId: z.string() }),
}
