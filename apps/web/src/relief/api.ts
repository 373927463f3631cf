// Server state of seats that change hands, for the office and for one's own.
import {
  answerAsk,
  getOwnRelief,
  listColleagues,
  listReturns,
  releaseAssignment,
  withdrawRelease,
} from '@regie/contract/own-relief'
import {
  askNextWave,
  cancelRelief,
  decideRelief,
  getReliefCandidates,
  getReliefRequest,
  getReplacement,
  giveSeat,
  listReliefRequests,
  reliefEvents,
  replaceAssignment,
  startEmergency,
} from '@regie/contract/relief'
import {
  getReliefFigures,
  getReliefSettings,
  saveReliefSettings,
} from '@regie/contract/relief-settings'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'

const office = [listReliefRequests, getReliefRequest, getReliefCandidates, getReplacement]
refreshOn(Object.keys(reliefEvents), [...office, getOwnRelief, getReliefFigures])

export const useRequests = (open: boolean) =>
  useRead(listReliefRequests, { query: { open: open ? 'true' : 'false' } as never })
export const useRequest = (requestId: string) =>
  useRead(getReliefRequest, { params: { requestId } })
export const useCandidates = (requestId: string, enabled: boolean) =>
  useRead(getReliefCandidates, { params: { requestId } }, { enabled })
export const useAskNext = () => useAct(askNextWave, { invalidates: office })
export const useGiveSeat = () => useAct(giveSeat, { invalidates: office })
export const useDecide = () => useAct(decideRelief, { invalidates: office })
export const useCancel = () => useAct(cancelRelief, { invalidates: office })
export const useReplacement = (assignmentId: string) =>
  useRead(getReplacement, { params: { assignmentId } })
export const useReplace = () => useAct(replaceAssignment, { invalidates: office })
export const useReliefFigures = (query: { from: string; until: string }) =>
  useRead(getReliefFigures, { query })
export const useEmergency = () => useAct(startEmergency, { invalidates: office })

export const useReliefSettings = () => useRead(getReliefSettings, {})
export const useSaveReliefSettings = () =>
  useAct(saveReliefSettings, { invalidates: [getReliefSettings] })

export const useOwnRelief = () => useRead(getOwnRelief, {})
export const useAnswer = () => useAct(answerAsk, { invalidates: [getOwnRelief] })
export const useColleagues = (assignmentId: string) =>
  useRead(listColleagues, { params: { assignmentId } })
export const useReturns = (assignmentId: string, technicianId: string | null) =>
  useRead(
    listReturns,
    { params: { assignmentId, technicianId: technicianId ?? assignmentId } },
    { enabled: technicianId !== null },
  )
export const useRelease = () => useAct(releaseAssignment, { invalidates: [getOwnRelief] })
export const useWithdraw = () => useAct(withdrawRelease, { invalidates: [getOwnRelief] })
