// What every change of a production needs and tells.
import type { Id } from '@regie/contract/kernel'
import type { Production } from '@regie/contract/productions'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { getProduction } from '../queries/production.ts'

export const write = { permission: 'productions.write' } as const

/** Tells that the production changed, and how it stands now. */
export async function changed(tx: Tx, projectId: Id): Promise<Production> {
  const production = await getProduction(tx, projectId)
  tx.emit(happened.production_changed({ projectId, name: production.project.name }))
  return production
}
