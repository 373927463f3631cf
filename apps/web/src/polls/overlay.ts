// What the phone shows of availability: what the server told, and over it what was said here and is not there yet.
import type { DayWord } from '@regie/contract/availability'
import type { FieldCommand } from '@regie/contract/field-entries'
import type { OwnAvailability, PollAnswer } from '@regie/contract/polls'

type Queued = { readonly command: FieldCommand; readonly state: string }

/** In the order of the taps; what the server refused changes nothing here. */
export function overlayAvailability(
  told: OwnAvailability,
  queued: readonly Queued[],
): OwnAvailability {
  let { polls, words } = told
  for (const { command, state } of queued) {
    const { what, id, deviceAt } = command
    if (state === 'refused') continue
    if (what.kind === 'poll') {
      const answers = what.answers as readonly PollAnswer[]
      polls = polls.map((poll) =>
        poll.id === what.pollId ? { ...poll, answers: merged(poll.answers, answers) } : poll,
      )
    }
    if (what.kind === 'days') {
      const { said } = what
      const gone = new Set(said.forget)
      const made = (said.words ?? []).map(
        (word): DayWord => ({
          ...(word as DayWord),
          ...{ id, technicianId: '', pollId: null, at: deviceAt, by: '' },
        }),
      )
      const dates = new Set(made.map(({ date }) => date))
      const stays = words.filter(
        ({ date, pollId }) => pollId !== null || !(gone.has(date) || dates.has(date)),
      )
      words = [...stays, ...made]
    }
  }
  return { polls, words }
}

const merged = (before: readonly PollAnswer[], said: readonly PollAnswer[]): PollAnswer[] => {
  const ranks = new Set(said.map(({ rank }) => rank))
  return [...before.filter(({ rank }) => !ranks.has(rank)), ...said].toSorted(
    (a, b) => a.rank - b.rank,
  )
}
