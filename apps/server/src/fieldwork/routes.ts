import * as contract from '@regie/contract/fieldwork'
import { act, type Route, read } from '../platform/http/bind.ts'
import {
  acceptFieldAssignment,
  addNote,
  correctProgress,
  declineFieldAssignment,
  recordProgress,
} from './commands.ts'
import { getFieldAssignment, listFieldAssignments, listProgress } from './queries.ts'

const own = 'fieldwork.own'

export const routes: readonly Route[] = [
  read(contract.listFieldAssignments, own, (tx, { query }) => listFieldAssignments(tx, query)),
  read(contract.getFieldAssignment, own, (tx, { params }) =>
    getFieldAssignment(tx, params.assignmentId),
  ),
  act(contract.acceptFieldAssignment, acceptFieldAssignment, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  act(contract.declineFieldAssignment, declineFieldAssignment, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  act(contract.recordProgress, recordProgress, ({ params, body }) => ({ ...params, ...body })),
  act(contract.correctProgress, correctProgress, ({ params, body }) => ({ ...params, ...body })),
  read(contract.listProgress, own, (tx, { params }) => listProgress(tx, params.assignmentId)),
  act(contract.addNote, addNote, ({ params, body }) => ({ ...params, ...body })),
]
