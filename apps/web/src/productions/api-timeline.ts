// Server state of the production along time.
import {
  exportTimelineIcs,
  exportTimelineXlsx,
  movePhases,
} from '@regie/contract/production-timeline'
import { getProduction } from '@regie/contract/productions'
import { addressOf } from '../lib/call.ts'
import { useAct, useCached } from '../lib/server-state.tsx'

export const useMovePhases = (projectId: string) => {
  const cache = useCached()
  return useAct(movePhases, {
    onDone: ({ production }) => {
      cache.set(getProduction, { params: { projectId } }, () => production)
    },
  })
}
export const timelineFiles = (projectId: string) => ({
  xlsx: addressOf(exportTimelineXlsx, { params: { projectId } }),
  ics: addressOf(exportTimelineIcs, { params: { projectId } }),
})
