// A contract whose notice has begun is told of by a job, which reads it as it then stands.
import type { Reaction } from '../platform/reactions.ts'
import { tellRenewalOrder } from './queue.ts'

export const noteRenewals: Reaction = {
  name: 'notifications.note-renewals',
  events: ['contract_renewal_due'],
  run: async (_rows, events, _actor, enqueue) => {
    for (const { payload } of events) {
      const { contractId, renewsOn } = tellRenewalOrder.payload.parse(payload)
      await enqueue(tellRenewalOrder, { contractId, renewsOn })
    }
  },
}
