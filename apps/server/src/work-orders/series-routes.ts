import * as contracts from '@regie/contract/contracts'
import * as contract from '@regie/contract/series'
import { act, type Route, read } from '../platform/http/bind.ts'
import {
  createContract,
  endContract,
  pauseContract,
  resumeContract,
  updateContract,
} from './commands/contracts.ts'
import { changeSeries, createSeries, endSeries, previewSeriesChange } from './commands/series.ts'
import { updateSeriesSettings } from './commands/series-settings.ts'
import { moveVisit, restoreVisit, skipVisit } from './commands/visits.ts'
import {
  getContract,
  getSeries,
  getSeriesOfWorkOrder,
  listContracts,
  listSeries,
  listVisits,
} from './queries/series.ts'
import { readSeriesSettings } from './store/series.ts'

const reads = 'work-orders.read'

/** An edit of a series as its command takes it. */
const toEdit = <B extends { version: number; scope: 'all' | 'following'; from: string | null }>({
  version,
  scope,
  from,
  ...draft
}: B) => ({ version, scope, from, draft })

export const seriesRoutes: readonly Route[] = [
  read(contracts.listContracts, reads, (tx, { query }) => listContracts(tx, query)),
  read(contracts.getContract, reads, (tx, { params }) => getContract(tx, params.contractId)),
  act(contracts.createContract, createContract, ({ body }) => body),
  act(contracts.updateContract, updateContract, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contracts.pauseContract, pauseContract, ({ params, body }) => ({ ...params, ...body })),
  act(contracts.resumeContract, resumeContract, ({ params, body }) => ({ ...params, ...body })),
  act(contracts.endContract, endContract, ({ params, body }) => ({ ...params, ...body })),
  read(contract.listSeries, reads, (tx, { params }) => listSeries(tx, params.contractId)),
  read(contract.getSeries, reads, (tx, { params }) => getSeries(tx, params.seriesId)),
  act(contract.createSeries, createSeries, ({ params, body: { otherSiteIds, ...draft } }) => ({
    ...params,
    otherSiteIds,
    draft,
  })),
  act(contract.changeSeries, changeSeries, ({ params, body }) => ({ ...params, ...toEdit(body) })),
  // A POST, for what it asks about is too long for an address.
  act(contract.previewSeriesChange, previewSeriesChange, ({ params, body }) => ({
    ...params,
    ...toEdit(body),
  })),
  act(contract.endSeries, endSeries, ({ params, body }) => ({ ...params, ...body })),
  read(contract.listVisits, reads, (tx, { params, query }) =>
    listVisits(tx, { ...params, ...query }),
  ),
  act(contract.skipVisit, skipVisit, ({ params, body }) => ({ ...params, ...body })),
  act(contract.moveVisit, moveVisit, ({ params, body }) => ({ ...params, ...body })),
  act(contract.restoreVisit, restoreVisit, ({ params }) => params),
  read(contract.getSeriesOfWorkOrder, reads, (tx, { params }) =>
    getSeriesOfWorkOrder(tx, params.workOrderId),
  ),
  read(contract.getSeriesSettings, reads, (tx) => readSeriesSettings(tx)),
  act(contract.updateSeriesSettings, updateSeriesSettings, ({ body }) => body),
]
