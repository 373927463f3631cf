import { fieldworkEvents } from '@regie/contract/fieldwork'
import { publish } from '../platform/events.ts'

/** Decisions name entries, not people: those concerned see them with their next snapshot. */
export const { make: happened, kinds } = publish(fieldworkEvents, {
  seenBy: 'fieldwork.read',
  technicians: ({ technicianId }) => (technicianId ? [technicianId as string] : []),
})
