// How strict each rule is for what people do by hand.
import type { PlacementRules } from '@regie/contract/planning-overrides'
import { expectCurrent } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { readPlacementRules, savePlacementRules } from '../store/placement-rules.ts'

export const updatePlacementRules = command(
  'planning.update-placement-rules',
  { permission: 'planning.configure' },
  async (tx, rules: PlacementRules): Promise<PlacementRules> => {
    const before = await readPlacementRules(tx)
    expectCurrent(before.version === rules.version && (await savePlacementRules(tx, rules)), before)
    const now = await readPlacementRules(tx)
    tx.emit(happened.placement_rules_changed({ rules: now }))
    return now
  },
)
