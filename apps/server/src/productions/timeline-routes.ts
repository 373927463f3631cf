// Routes of the production along time, of who could work on it, and of the ways of a tour.
import { getSeatCandidates as candidates } from '@regie/contract/production-candidates'
import * as contract from '@regie/contract/production-timeline'
import { getTour as tour } from '@regie/contract/production-tour'
import { act, download, type Route, read } from '../platform/http/bind.ts'
import { movePhases } from './commands/move-phases.ts'
import { timelineIcs, timelineXlsx } from './exports/files.ts'
import { getSeatCandidates } from './queries/seat-candidates.ts'
import { getTour } from './queries/tour.ts'

const reads = 'productions.read'

export const timelineRoutes: readonly Route[] = [
  read(tour, reads, (tx, { params }) => getTour(tx, params.projectId)),
  read(candidates, reads, (tx, { params }) => getSeatCandidates(tx, params)),
  act(contract.movePhases, movePhases, ({ params, body }) => ({ ...params, ...body })),
  download(contract.exportTimelineXlsx, reads, (tx, { params }) =>
    timelineXlsx(tx, params.projectId),
  ),
  download(contract.exportTimelineIcs, reads, (tx, { params }) =>
    timelineIcs(tx, params.projectId),
  ),
]
