// Routes of the production along time.
import * as contract from '@regie/contract/production-timeline'
import { act, download, type Route } from '../platform/http/bind.ts'
import { movePhases } from './commands/move-phases.ts'
import { timelineIcs, timelineXlsx } from './exports/files.ts'

const reads = 'productions.read'

export const timelineRoutes: readonly Route[] = [
  act(contract.movePhases, movePhases, ({ params, body }) => ({ ...params, ...body })),
  download(contract.exportTimelineXlsx, reads, (tx, { params }) =>
    timelineXlsx(tx, params.projectId),
  ),
  download(contract.exportTimelineIcs, reads, (tx, { params }) =>
    timelineIcs(tx, params.projectId),
  ),
]
