import { memberEvents, organizationEvents } from '@regie/contract/identity'
import type { Id } from '@regie/contract/kernel'
import { publish } from '../platform/events.ts'

const organization = publish(organizationEvents, { seenBy: 'identity.use' })
const { member_disabled, member_role_changed, member_linked, ...others } = memberEvents
const seenBy = 'identity.read-members'
const members = publish(others, { seenBy })
/** Who was shut out, or became another, must not go on reading what was theirs to see. */
const access = publish(
  { member_disabled, member_role_changed, member_linked },
  { seenBy, endsStreamsOf: ({ memberId }) => [memberId as Id] },
)

export const happened = { ...organization.make, ...members.make, ...access.make }
export const kinds = [...organization.kinds, ...members.kinds, ...access.kinds]
