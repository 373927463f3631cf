// Keeping what a routing service told.
import { command } from '../../platform/work.ts'
import { keepLegs, type ToldLeg } from '../travel/legs.ts'

export const rememberTravel = command(
  'planning.remember-travel',
  { permission: 'planning.write' },
  async (tx, told: readonly ToldLeg[]): Promise<void> => {
    if (tx.config.travel.kind !== 'haversine') await keepLegs(tx, tx.config.travel.kind, told)
  },
)
