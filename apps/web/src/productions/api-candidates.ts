// Server state of who could take a seat of a show.
import { labourEvents } from '@regie/contract/labour-rules'
import { assignmentEvents } from '@regie/contract/planning'
import { getSeatCandidates } from '@regie/contract/production-candidates'
import { productionEvents } from '@regie/contract/productions'
import { refreshOn } from '../lib/live.tsx'
import { useRead } from '../lib/server-state.tsx'

refreshOn(
  [
    ...Object.keys(labourEvents),
    ...Object.keys(productionEvents),
    ...Object.keys(assignmentEvents),
  ],
  [getSeatCandidates],
)

export const useSeatCandidates = (projectId: string, phaseId: string, positionId: string) =>
  useRead(getSeatCandidates, { params: { projectId, phaseId, positionId } })
