// Who has done work of a kind before. What makes work alike is known by the module whose work it is, which stands above:
// it tells planning how to ask.
import type { Id } from '@regie/contract/kernel'
import type { Familiarity } from '@regie/contract/planning-runs'
import type { Tx } from '../platform/work.ts'

/** By work order, those who know it and how. */
export type Acquainted = ReadonlyMap<Id, ReadonlyMap<Id, Familiarity>>
type Ask = (tx: Tx, workOrderIds: readonly Id[]) => Promise<Acquainted>

const asks: Ask[] = []

/** Said once, when the program is put together. */
export const tellWhoKnows = (ask: Ask): void => {
  asks.push(ask)
}

export async function whoKnows(tx: Tx, workOrderIds: readonly Id[]): Promise<Acquainted> {
  const told: [Id, ReadonlyMap<Id, Familiarity>][] = []
  for (const ask of asks) told.push(...(await ask(tx, workOrderIds)))
  return new Map(told)
}
