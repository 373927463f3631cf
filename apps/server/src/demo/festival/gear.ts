// Equipment and vehicles of the festival, and what of it each part of the running order holds.
import { equipmentDraft } from '@regie/contract/equipment'
import type { Id } from '@regie/contract/kernel'
import { createEquipment } from '../../equipment/index.ts'
import type { Tx } from '../../platform/work.ts'

const items = {
  lift: { name: 'Nacelle 15 m', kind: 'lifting', quantity: 3 },
  truck: { name: 'Semi-remorque 90 m³', kind: 'vehicle', quantity: 3 },
  desk: { name: 'Console lumière', kind: 'stage', quantity: 3 },
  mixer: { name: 'Console son façade', kind: 'stage', quantity: 3 },
  generator: { name: 'Groupe électrogène 250 kVA', kind: 'stage', quantity: 3 },
} as const
type Item = keyof typeof items

/** By the keys of acts, the day of an evening left out. */
const heldBy: Readonly<Record<string, readonly Item[]>> = {
  power: ['generator'],
  rigging: ['lift'],
  sound: ['mixer'],
  light: ['lift', 'desk'],
  check: ['mixer'],
  focus: ['desk'],
  show: ['desk', 'mixer', 'generator'],
  strike: ['truck', 'lift'],
}

export type Gear = Readonly<Record<Item, Id>>

export async function makeGear(tx: Tx): Promise<Gear> {
  const made: Partial<Record<Item, Id>> = {}
  for (const [key, draft] of Object.entries(items))
    made[key as Item] = (await createEquipment.run(tx, equipmentDraft.parse(draft))).id
  return made as Gear
}

export const gearOf = (actKey: string, gear: Gear): { equipmentId: Id; quantity: number }[] =>
  (heldBy[actKey.replace(/-\d$/, '')] ?? []).map((item) => ({
    equipmentId: gear[item],
    quantity: 1,
  }))
