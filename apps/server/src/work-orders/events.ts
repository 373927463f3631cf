import { contractEvents } from '@regie/contract/contracts'
import { seriesEvents } from '@regie/contract/series'
import { attachmentEvents } from '@regie/contract/work-order-files'
import { workOrderEvents } from '@regie/contract/work-orders'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(
  { ...workOrderEvents, ...attachmentEvents, ...contractEvents, ...seriesEvents },
  { seenBy: 'work-orders.read' },
)
