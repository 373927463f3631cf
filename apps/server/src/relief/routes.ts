import * as own from '@regie/contract/own-relief'
import * as contract from '@regie/contract/relief'
import * as settings from '@regie/contract/relief-settings'
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
  read(settings.getReliefSettings, 'relief.read', readSettings),
  act(settings.saveReliefSettings, saveSettings, ({ body }) => body),
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
  read(settings.getReliefFigures, 'relief.read', (tx, { query }) => readFigures(tx, query)),
  read(own.getOwnRelief, 'relief.own', ownRelief),
  read(own.listColleagues, 'relief.own', (tx, { params }) =>
    colleaguesFor(tx, params.assignmentId),
  ),
  read(own.listReturns, 'relief.own', (tx, { params }) => returnsFor(tx, params)),
  act(own.releaseAssignment, releaseAssignment, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  act(own.withdrawRelease, withdrawRelease, ({ params }) => params),
  act(own.answerAsk, answerAsk, ({ params, body }) => ({ ...params, ...body })),
]
