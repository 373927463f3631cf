// A sick call counts at once where the policy says so: nobody can be made to come by not reading it.
import type { Id } from '@regie/contract/kernel'
import { absenceRequests, decideAbsence } from '../../fieldwork/index.ts'
import { command } from '../../platform/work.ts'
import { readSettings } from '../store/settings.ts'

/** True when it became an absence; other absences wait for the office. */
export const takeSickCall = command(
  'relief.take-sick-call',
  { permission: 'relief.write' },
  async (tx, { requestId }: { requestId: Id }): Promise<boolean> => {
    const { sickAtOnce } = await readSettings(tx)
    const [request] = await absenceRequests(tx, { id: requestId })
    if (!sickAtOnce || request?.state !== 'pending' || request.draft.reason !== 'sick') return false
    await decideAbsence.run(tx, { requestId, granted: true, reason: '' })
    return true
  },
)
