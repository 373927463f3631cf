import { equipmentEvents } from '@regie/contract/equipment'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(equipmentEvents, { seenBy: 'equipment.read' })
