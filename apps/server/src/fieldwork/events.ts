import { fieldworkEvents } from '@regie/contract/fieldwork'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(fieldworkEvents, {
  seenBy: 'fieldwork.read',
  technicians: (payload) => [payload.technicianId as string],
})
