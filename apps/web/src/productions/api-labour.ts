// Server state of the labour rules of a production.
import { getLabour, labourEvents, setLabour } from '@regie/contract/labour-rules'
import { assignmentEvents } from '@regie/contract/planning'
import { productionEvents } from '@regie/contract/productions'
import { useMemo } from 'react'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'

refreshOn(
  [
    ...Object.keys(labourEvents),
    ...Object.keys(productionEvents),
    ...Object.keys(assignmentEvents),
  ],
  [getLabour],
)

export const useLabour = (projectId: string) =>
  useRead(getLabour, { params: { projectId } }, { keepPrevious: true })
/** Positions of those who break a labour rule. */
export const useBreaking = (projectId: string): ReadonlySet<string> => {
  const { data } = useLabour(projectId)
  return useMemo(
    () => new Set(data?.breaches.map(({ positionId }) => positionId)),
    [data?.breaches],
  )
}
export const useSetLabour = () => useAct(setLabour, { invalidates: [getLabour] })
