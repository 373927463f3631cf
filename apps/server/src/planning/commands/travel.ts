// Keeping what a routing service told.

import { command, type Tx } from '../../platform/work.ts'
import { dateAt } from '../local-days.ts'
import { fetchTravelOrder } from '../queue.ts'
import type { Placed } from '../store/assignments.ts'
import { keepLegs, type ToldLeg } from '../travel/legs.ts'

export const rememberTravel = command(
  'planning.remember-travel',
  { permission: 'planning.write' },
  async (tx, told: readonly ToldLeg[]): Promise<void> => {
    if (tx.config.travel.kind !== 'haversine') await keepLegs(tx, tx.config.travel.kind, told)
  },
)

/** Has the ways of the day asked for in the background, where a routing service is configured. */
export async function wantTravel(
  tx: Tx,
  { technicianId, startsAt }: Pick<Placed, 'technicianId' | 'startsAt'>,
): Promise<void> {
  if (tx.config.travel.kind === 'haversine') return
  const { timeZone } = tx.actor
  const key = `${technicianId} ${dateAt(Date.parse(startsAt), timeZone)}`
  await tx.enqueue(fetchTravelOrder, { technicianId, startsAt, timeZone }, { key })
}
