import { catalogEvents } from '@regie/contract/catalog'
import { formEvents } from '@regie/contract/forms'
import { partEvents } from '@regie/contract/parts'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(catalogEvents, { seenBy: 'catalog.read' })
export const { make: formHappened, kinds: formKinds } = publish(formEvents, {
  seenBy: 'catalog.read',
})
export const { make: partHappened, kinds: partKinds } = publish(partEvents, {
  seenBy: 'catalog.read',
})
