import type { ReviewLine } from '@regie/contract/production-reviews'
import { useCan } from '../../lib/session.tsx'
import { useProduction } from '../api.ts'
import { SeatDrawer } from './seat-drawer.tsx'

type Props = {
  readonly line: Pick<ReviewLine, 'positionId' | 'phaseId'>
  readonly projectId: string
  readonly onClose: () => void
}

/** The seat behind a line, to be given to somebody else on the spot. */
export const CorrectLine = ({ line, projectId, onClose }: Props) => {
  const mayPlan = useCan()('planning.write')
  const { data } = useProduction(projectId)
  const phase = data?.phases.find(({ id }) => id === line.phaseId)
  const seat = phase?.seats.find(({ positionId }) => positionId === line.positionId)
  if (!phase || !seat) return null
  const bar = { phase, seat, from: Date.parse(seat.startsAt), until: Date.parse(seat.endsAt) }
  return <SeatDrawer bar={bar} projectId={projectId} mayPlan={mayPlan} onClose={onClose} />
}
