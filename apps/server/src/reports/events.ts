import { reportEvents } from '@regie/contract/reports'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(reportEvents, {
  seenBy: 'reports.read',
  technicians: ({ technicianIds }) => (technicianIds as string[] | undefined) ?? [],
})
