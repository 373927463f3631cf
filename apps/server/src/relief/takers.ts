// Who may take a seat that is sought for, by the rules of this moment.
import type { Id } from '@regie/contract/kernel'
import type { ReliefSettings } from '@regie/contract/relief-settings'
import { nearestTakers, rankTakers, type Takers } from '../planning/index.ts'
import type { Tx } from '../platform/work.ts'
import type { Search } from './store/requests.ts'

/** Without whoever gives the seat away. An emergency is for whoever is there first. */
export async function takersFor(
  tx: Tx,
  search: Search,
  { emergencyHours }: Pick<ReliefSettings, 'emergencyHours'>,
): Promise<Takers> {
  const takers =
    search.kind === 'emergency'
      ? await nearestTakers(tx, { ...search, hours: emergencyHours })
      : await rankTakers(tx, search, givenUp(search))
  const isOther = ({ technicianId }: { technicianId: Id }) =>
    technicianId !== search.fromTechnicianId
  return { able: takers.able.filter(isOther), refused: takers.refused.filter(isOther) }
}

/** What both sides let go of. */
export const givenUp = ({
  assignmentId,
  inReturnId,
}: Pick<Search, 'assignmentId' | 'inReturnId'>): Id[] =>
  [assignmentId, inReturnId].filter((id) => id !== null)
