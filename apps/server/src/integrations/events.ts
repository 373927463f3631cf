import { integrationEvents } from '@regie/contract/integrations'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(integrationEvents, {
  seenBy: 'integrations.import',
})
