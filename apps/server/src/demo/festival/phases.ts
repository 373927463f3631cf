// The phases of a show, each with its colour on the board; what is played comes first.
import type { PriorityDraft } from '@regie/contract/catalog'
import type { Id } from '@regie/contract/kernel'
import { createPriority } from '../../catalog/index.ts'
import type { Tx } from '../../platform/work.ts'
import type { Act } from './running-order.ts'

export type PhasePriorities = Readonly<Record<Act['nature'], Id>>

const phases: Readonly<Record<Act['nature'], Omit<PriorityDraft, 'name'>>> = {
  Exploitation: { rank: 1, colour: '#b4236a', icon: 'star' },
  Balances: { rank: 2, colour: '#6d4aff', icon: 'clock' },
  Montage: { rank: 3, colour: '#2f6fde', icon: 'flag' },
  Démontage: { rank: 4, colour: '#0f8a5f', icon: 'circle' },
}

export async function makePhases(tx: Tx): Promise<PhasePriorities> {
  const made: Partial<Record<Act['nature'], Id>> = {}
  for (const [name, draft] of Object.entries(phases) as [
    Act['nature'],
    (typeof phases)['Montage'],
  ][])
    made[name] = (await createPriority.run(tx, { name, ...draft })).id
  return made as PhasePriorities
}
