// A question about availability, asked some days ago: some have answered, whoever signs in to the demo has not.
import type { Id, Instant, LocalDate } from '@regie/contract/kernel'
import type { PollAnswer, PollOption } from '@regie/contract/polls'
import type { Tx } from '../platform/work.ts'
import { answerFor, createPoll } from '../polls/index.ts'
import type { Week } from './week.ts'

type State = PollAnswer['state']

export type Question = {
  readonly title: string
  readonly message: string
  readonly dates: readonly LocalDate[]
  readonly hours: PollOption['hours']
  readonly peak: PollOption['peak']
  /** Whom it asks, with what they said of each date; null: nothing yet. */
  readonly people: readonly (readonly [Id, readonly State[] | null])[]
}

const DAY_MS = 86_400_000
const DAYS = 4

/** Some days from now, when the office closes. */
const deadline = ({ now, at }: Week): Instant => {
  const today = Math.floor((Date.parse(now) - Date.parse(at(0, '00:00'))) / DAY_MS)
  return at(today + DAYS, '18:00')
}

export async function makePoll(tx: Tx, week: Week, question: Question): Promise<void> {
  const { title, message, dates, hours, peak, people } = question
  const { id } = await createPoll.run(tx, {
    ...{ title, message, projectId: null, remindHours: 24 },
    options: dates.map((date) => ({ date, hours, peak })),
    closesAt: deadline(week),
    technicianIds: people.map(([technicianId]) => technicianId),
  })
  for (const [technicianId, said] of people)
    if (said)
      await answerFor.run(tx, {
        ...{ pollId: id, technicianId },
        answers: said.map((state, rank) => ({
          ...{ rank, state, hours: null, impossible: [], note: '' },
          why: state === 'unavailable' ? 'other' : null,
        })),
      })
}
