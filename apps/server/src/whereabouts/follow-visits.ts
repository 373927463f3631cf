// Who has arrived, or goes elsewhere, is not on the way any more: the position ends with it, at once.
import type { Reaction } from '../platform/reactions.ts'
import { forgetArrived } from './store/positions.ts'

export const followVisits: Reaction = {
  name: 'whereabouts.follow-visits',
  events: [
    'assignment_progressed',
    'assignment_moved',
    'assignment_removed',
    'assignment_declined',
    'work_order_moved',
  ],
  run: async (rows, _events, actor) => {
    await forgetArrived(rows, actor.organizationId)
  },
}
