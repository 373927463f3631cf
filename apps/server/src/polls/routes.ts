import * as contract from '@regie/contract/polls'
import { act, type Route, read } from '../platform/http/bind.ts'
import { answerFor, answerPoll } from './commands/answer.ts'
import {
  askAgain,
  askMore,
  askNoMore,
  changePoll,
  closePoll,
  createPoll,
  renewLink,
} from './commands/ask.ts'
import { saveSettings } from './commands/settings.ts'
import { describePoll, ownAvailability } from './queries.ts'
import { findPolls } from './store/polls.ts'
import { readSettings } from './store/settings.ts'

export const routes: readonly Route[] = [
  read(contract.getPollSettings, 'polls.read', async (tx) => {
    const { savedAt: _, ...settings } = await readSettings(tx)
    return settings
  }),
  act(contract.savePollSettings, saveSettings, ({ body }) => body),
  read(contract.getOwnAvailability, 'polls.own', ownAvailability),
  read(contract.listPolls, 'polls.read', (tx, { query }) => findPolls(tx, query)),
  read(contract.getPoll, 'polls.read', (tx, { params }) => describePoll(tx, params.pollId)),
  act(contract.createPoll, createPoll, ({ body }) => body),
  act(contract.changePoll, changePoll, ({ params, body }) => ({ ...params, ...body })),
  act(contract.closePoll, closePoll, ({ params, body }) => ({ ...params, ...body })),
  act(contract.askAgain, askAgain, ({ params, body }) => ({ ...params, ...body })),
  act(contract.askMore, askMore, ({ params, body }) => ({ ...params, ...body })),
  act(contract.askNoMore, askNoMore, ({ params }) => params),
  act(contract.renewPollLink, renewLink, ({ params, body }) => ({ ...params, ...body })),
  act(contract.answerFor, answerFor, ({ params, body }) => ({ ...params, ...body })),
  act(contract.answerPoll, answerPoll, ({ params, body }) => ({ ...params, ...body })),
]
