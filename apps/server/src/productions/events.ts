import { reviewEvents } from '@regie/contract/production-reviews'
import { stagePlanEvents } from '@regie/contract/production-stage-plans'
import { productionEvents } from '@regie/contract/productions'
import { publish } from '../platform/events.ts'

const shows = publish({ ...productionEvents, ...stagePlanEvents }, { seenBy: 'productions.read' })
/** Chiefs hear of it on their phones. */
const reviews = publish(reviewEvents, {
  seenBy: 'productions.read',
  technicians: ({ technicianIds }) => technicianIds as readonly string[],
})

export const happened = { ...shows.make, ...reviews.make }
export const kinds = [...shows.kinds, ...reviews.kinds]
