// The front door of polls.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { watchPolls } from './jobs/watch.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export const polls = defineModule('polls', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
  jobs: [watchPolls],
})

export { advance } from './commands/advance.ts'
export { answerFor, answerPoll } from './commands/answer.ts'
export { createPoll } from './commands/ask.ts'
export { describePoll, ownAvailability, ownPollsOf } from './queries.ts'
export { peopleOf as peopleIn } from './store/people.ts'
export { findPoll } from './store/polls.ts'
