import { notificationEvents } from '@regie/contract/notifications'
import { publish } from '../platform/events.ts'

const { message_settled, inbox_changed } = notificationEvents
const log = publish({ message_settled }, { seenBy: 'notifications.read' })
const own = publish(
  { inbox_changed },
  {
    seenBy: 'notifications.read',
    technicians: (payload) => [payload.technicianId as string | null],
  },
)

export const happened = { ...log.make, ...own.make }
export const kinds = [...log.kinds, ...own.kinds]
