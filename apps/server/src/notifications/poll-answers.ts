// Yes or no to all dates of a poll, by answering its SMS.
import type { Id } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import type { Actor } from '../platform/actor.ts'
import { Refusal } from '../platform/errors.ts'
import type { Services } from '../platform/services.ts'
import { answerPoll, findPoll } from '../polls/index.ts'

const sayings = {
  fr: {
    yes: (dates: number) =>
      dates > 1 ? `Merci : disponible aux ${dates} dates.` : 'Merci : disponible.',
    no: (dates: number) =>
      dates > 1 ? `C’est noté : indisponible aux ${dates} dates.` : 'C’est noté : indisponible.',
    over: 'Cette demande est terminée, merci. Appelez le bureau si besoin.',
  },
  en: {
    yes: (dates: number) =>
      dates > 1 ? `Thank you: available on the ${dates} dates.` : 'Thank you: available.',
    no: (dates: number) =>
      dates > 1 ? `Noted: unavailable on the ${dates} dates.` : 'Noted: unavailable.',
    over: 'This question is over, thank you. Call the office if need be.',
  },
} as const satisfies Record<Language, unknown>

/** Tells what to answer. */
export async function sayAll(
  { work }: Services,
  actor: Actor,
  pollId: Id,
  reply: 'yes' | 'no',
): Promise<string> {
  const say = sayings[actor.language]
  const poll = await work.read(actor, null, (tx) => findPoll(tx, pollId))
  if (!poll) return say.over
  const state = reply === 'yes' ? ('available' as const) : ('unavailable' as const)
  const answers = poll.options.map(({ rank }) => ({
    ...{ rank, state, hours: null, impossible: [], why: null, note: '' },
  }))
  try {
    await work.act(actor, answerPoll, { pollId, answers })
    return say[reply](answers.length)
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'poll_closed' || error.code === 'not_found'))
      return say.over
    throw error
  }
}
