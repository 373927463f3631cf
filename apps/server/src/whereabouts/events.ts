import { whereaboutsEvents } from '@regie/contract/whereabouts'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(whereaboutsEvents, {
  seenBy: 'whereabouts.configure',
  technicians: ({ technicianId }) => (technicianId ? [technicianId as string] : []),
})
