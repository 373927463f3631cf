import { productionEvents } from '@regie/contract/productions'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(productionEvents, { seenBy: 'productions.read' })
