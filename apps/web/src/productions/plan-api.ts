// Server state of the plans of stages.
import {
  getStagePlans,
  moveSpot,
  type PlanType,
  placeSpot,
  readStagePlan,
  removeSpot,
  removeStagePlan,
  type StagePlan,
  setStagePlan,
  stagePlanEvents,
} from '@regie/contract/production-stage-plans'
import { addressOf, call } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useCached, useRead } from '../lib/server-state.tsx'

refreshOn(Object.keys(stagePlanEvents), [getStagePlans])
const changes = { invalidates: [getStagePlans] }

export const useStagePlans = (projectId: string) =>
  useRead(getStagePlans, { params: { projectId } })

export const planAddress = (projectId: string, { stageId, fileId }: StagePlan): string =>
  addressOf(readStagePlan, { params: { projectId, stageId, fileId } })

export const useRemovePlan = () => useAct(removeStagePlan, changes)

/** A picture as it is sent. */
export type PlanPicture = {
  readonly name: string
  readonly type: PlanType
  readonly bytes: Uint8Array<ArrayBuffer>
}

export const useSetPlan = (projectId: string, stageId: string) => {
  const cached = useCached()
  return async (plan: StagePlan | null, { name, type, bytes }: PlanPicture): Promise<void> => {
    const query = { name, type, ...(plan ? { version: plan.version } : {}) }
    try {
      await call(setStagePlan, { params: { projectId, stageId }, query, body: bytes })
    } finally {
      cached.refresh(getStagePlans)
    }
  }
}

const quiet = {}
export const useSpotActs = () => ({
  place: useAct(placeSpot, quiet).actAsync,
  move: useAct(moveSpot, quiet).actAsync,
  remove: useAct(removeSpot, quiet).actAsync,
})
