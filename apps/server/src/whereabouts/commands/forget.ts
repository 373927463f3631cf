import { command } from '../../platform/work.ts'
import { forgetAllPositions, forgetArrived, forgetBefore } from '../store/positions.ts'
import { readSettings } from '../store/settings.ts'

/** Deletes every position that is no longer needed; how many. */
export const forgetPositions = command(
  'whereabouts.forget-positions',
  { permission: 'whereabouts.configure' },
  async (tx): Promise<number> => {
    const { enabled, keepMinutes } = await readSettings(tx)
    if (!enabled) return await forgetAllPositions(tx)
    const before = new Date(Date.parse(tx.now()) - keepMinutes * 60_000).toISOString()
    return (await forgetBefore(tx, before)) + (await forgetArrived(tx, tx.actor.organizationId))
  },
)
