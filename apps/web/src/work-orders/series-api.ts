// Server state of contracts and series.
import {
  contractEvents,
  createContract,
  endContract,
  getContract,
  listContracts,
  pauseContract,
  resumeContract,
  updateContract,
} from '@regie/contract/contracts'
import {
  changeSeries,
  createSeries,
  endSeries,
  getSeries,
  getSeriesOfWorkOrder,
  getSeriesSettings,
  listSeries,
  listVisits,
  moveVisit,
  previewSeriesChange,
  restoreVisit,
  seriesEvents,
  skipVisit,
  updateSeriesSettings,
} from '@regie/contract/series'
import { getWorkOrder, listWorkOrders, workOrderEvents } from '@regie/contract/work-orders'
import type { CallInput } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, usePages, useRead } from '../lib/server-state.tsx'

const contractReads = [listContracts, getContract]
const seriesReads = [listSeries, getSeries, listVisits, getSeriesOfWorkOrder]
const workReads = [getWorkOrder, listWorkOrders]
refreshOn(
  [...Object.keys(contractEvents), ...Object.keys(seriesEvents)],
  [...contractReads, ...seriesReads, ...workReads, getSeriesSettings],
)
// A visit that was planned, done or cancelled.
refreshOn(Object.keys(workOrderEvents), [listVisits, getSeriesOfWorkOrder, ...contractReads])
const options = { invalidates: [...contractReads, ...seriesReads, ...workReads] }

export const useContracts = (query: CallInput<typeof listContracts>['query']) =>
  usePages(listContracts, { query })
export const useContract = (contractId: string) => useRead(getContract, { params: { contractId } })
export const useCreateContract = () => useAct(createContract, options)
export const useUpdateContract = () => useAct(updateContract, options)
export const usePauseContract = () => useAct(pauseContract, options)
export const useResumeContract = () => useAct(resumeContract, options)
export const useEndContract = () => useAct(endContract, options)

export const useSeriesOf = (contractId: string) => useRead(listSeries, { params: { contractId } })
export const useSeries = (seriesId: string) => useRead(getSeries, { params: { seriesId } })
export const useVisits = (seriesId: string, from: string, until: string) =>
  useRead(listVisits, { params: { seriesId }, query: { from, until } }, { keepPrevious: true })
export const useSeriesOfWorkOrder = (workOrderId: string) =>
  useRead(getSeriesOfWorkOrder, { params: { workOrderId } })
export const useCreateSeries = () => useAct(createSeries, options)
export const useChangeSeries = () => useAct(changeSeries, options)
export const usePreviewChange = () => useAct(previewSeriesChange)
export const useEndSeries = () => useAct(endSeries, options)
export const useSkipVisit = () => useAct(skipVisit, options)
export const useMoveVisit = () => useAct(moveVisit, options)
export const useRestoreVisit = () => useAct(restoreVisit, options)

export const useSeriesSettings = () => useRead(getSeriesSettings)
export const useUpdateSeriesSettings = () =>
  useAct(updateSeriesSettings, { invalidates: [getSeriesSettings, ...seriesReads] })
