import { memberEvents, organizationEvents } from '@regie/contract/identity'
import { publish } from '../platform/events.ts'

const organization = publish(organizationEvents, { seenBy: 'identity.use' })
const members = publish(memberEvents, { seenBy: 'identity.read-members' })

export const happened = { ...organization.make, ...members.make }
export const kinds = [...organization.kinds, ...members.kinds]
