// What work needs has to exist.

import type { EquipmentNeed } from '@regie/contract/equipment'
import type { Fault } from '@regie/contract/errors'
import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/work.ts'
import { knownItems } from '../store/items.ts'

/** Refuses needs of equipment that does not exist, all at once. */
export async function expectEquipment(
  tx: Tx,
  needs: readonly Pick<EquipmentNeed, 'equipmentId'>[],
): Promise<void> {
  const known = await knownItems(
    tx,
    needs.map(({ equipmentId }) => equipmentId),
  )
  const faults = needs.flatMap(({ equipmentId }, index): Fault[] =>
    known.has(equipmentId)
      ? []
      : [
          {
            path: `equipment.${index}.equipmentId`,
            expected:
              tx.actor.language === 'fr'
                ? 'Un matériel de votre organisation est attendu.'
                : 'Equipment of your organisation is expected.',
            got: equipmentId,
          },
        ],
  )
  if (faults.length > 0) throw invalid(faults)
}
