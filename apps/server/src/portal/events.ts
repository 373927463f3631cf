import { portalOfficeEvents } from '@regie/contract/portal-office'
import { portalVisitEvents } from '@regie/contract/portal-visit'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(
  { ...portalVisitEvents, ...portalOfficeEvents },
  { seenBy: 'portal.read' },
)
