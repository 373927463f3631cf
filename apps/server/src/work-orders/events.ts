import { workOrderEvents } from '@regie/contract/work-orders'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(workOrderEvents, { seenBy: 'work-orders.read' })
