import { catalogEvents } from '@regie/contract/catalog'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(catalogEvents, { seenBy: 'catalog.read' })
