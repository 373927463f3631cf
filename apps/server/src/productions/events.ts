import { stagePlanEvents } from '@regie/contract/production-stage-plans'
import { productionEvents } from '@regie/contract/productions'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(
  { ...productionEvents, ...stagePlanEvents },
  { seenBy: 'productions.read' },
)
