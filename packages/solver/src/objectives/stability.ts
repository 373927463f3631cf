import { changedVisits } from '../solution/published.ts'
import type { Objective } from './objective.ts'

/** Price of the published assignments planned otherwise: who must be called again (beyond 4). */
export const stability: Objective = {
  name: 'stability',
  evaluate: (view) =>
    changedVisits(view).reduce((sum, visit) => sum + (visit.published?.changePrice ?? 0), 0),
}
