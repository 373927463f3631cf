// Who plans hears of a contract's renewal before its date, once.
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { takeRenewalsToWarn } from '../store/renewals.ts'
import { todayOf } from './make-visits.ts'

export const warnOfRenewals = command(
  'work-orders.warn-of-renewals',
  { permission: 'work-orders.write' },
  async (tx): Promise<void> => {
    for (const { id, reference, name, renewsOn } of await takeRenewalsToWarn(tx, todayOf(tx)))
      tx.emit(happened.contract_renewal_due({ contractId: id, reference, name, renewsOn }))
  },
)
