import * as contract from '@regie/contract/relief'
import { act, type Route, read } from '../platform/http/bind.ts'
import { answerAsk } from './commands/answer.ts'
import { askNext, cancelRelief, decide, giveSeat } from './commands/decide.ts'
import { startEmergency } from './commands/emergency.ts'
import { releaseAssignment, withdrawRelease } from './commands/release.ts'
import { replaceAssignment } from './commands/replace.ts'
import { saveSettings } from './commands/settings.ts'
import { readFigures } from './figures.ts'
import {
  candidatesFor,
  colleaguesFor,
  describeSearch,
  listRequests,
  ownRelief,
  replacementFor,
  returnsFor,
} from './queries.ts'
import { readSettings } from './store/settings.ts'

export const routes: readonly Route[] = [
  read(contract.getReliefSettings, 'relief.read', readSettings),
  act(contract.saveReliefSettings, saveSettings, ({ body }) => body),
  read(contract.listReliefRequests, 'relief.read', (tx, { query }) => listRequests(tx, query.open)),
  read(contract.getReliefRequest, 'relief.read', (tx, { params }) =>
    describeSearch(tx, params.requestId),
  ),
  read(contract.getReliefCandidates, 'relief.read', (tx, { params }) =>
    candidatesFor(tx, params.requestId),
  ),
  read(contract.getReplacement, 'relief.read', (tx, { params }) =>
    replacementFor(tx, params.assignmentId),
  ),
  act(contract.replaceAssignment, replaceAssignment, ({ body }) => body),
  act(contract.startEmergency, startEmergency, ({ body }) => body),
  act(contract.askNextWave, askNext, ({ params, body }) => ({ ...params, ...body })),
  act(contract.giveSeat, giveSeat, ({ params, body }) => ({ ...params, ...body })),
  act(contract.decideRelief, decide, ({ params, body }) => ({ ...params, ...body })),
  act(contract.cancelRelief, cancelRelief, ({ params, body }) => ({ ...params, ...body })),
  read(contract.getReliefFigures, 'relief.read', (tx, { query }) => readFigures(tx, query)),
  read(contract.getOwnRelief, 'relief.own', ownRelief),
  read(contract.listColleagues, 'relief.own', (tx, { params }) =>
    colleaguesFor(tx, params.assignmentId),
  ),
  read(contract.listReturns, 'relief.own', (tx, { params }) => returnsFor(tx, params)),
  act(contract.releaseAssignment, releaseAssignment, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  act(contract.withdrawRelease, withdrawRelease, ({ params }) => params),
  act(contract.answerAsk, answerAsk, ({ params, body }) => ({ ...params, ...body })),
]
