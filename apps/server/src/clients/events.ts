import { clientEvents } from '@regie/contract/clients'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(clientEvents, { seenBy: 'clients.read' })
