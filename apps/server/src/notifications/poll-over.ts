// What the office is told when the deadline of a poll has passed.
import type { Id } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import { command } from '../platform/work.ts'
import { describePoll } from '../polls/index.ts'
import { writeToOffice } from './office-letters.ts'

export const tellOfficeOfPoll = command(
  'notifications.tell-office-of-poll',
  { permission: 'notifications.read' },
  async (tx, { pollId, publicUrl }: { pollId: Id; publicUrl: string }): Promise<void> => {
    const { title, people, open } = await describePoll(tx, pollId)
    // Its deadline was put off meanwhile.
    if (open) return
    const silent = people.filter(({ answeredAt }) => answeredAt === null).map(({ name }) => name)
    const answered = people.length - silent.length
    await writeToOffice(tx, {
      kind: 'office_decision',
      target: { kind: 'poll', id: pollId },
      link: `${publicUrl}/availability/${pollId}`,
      say: (language) => ({ title, lines: sentences[language](answered, silent) }),
    })
  },
)

const NAMED = 8
const list = (names: readonly string[]): string =>
  names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ', …' : '')

const sentences: Readonly<
  Record<Language, (answered: number, silent: readonly string[]) => string>
> = {
  fr: (answered, silent) =>
    silent.length === 0
      ? `Le sondage est terminé : tout le monde a répondu (${answered}).`
      : `Le sondage est terminé : ${answered} réponses, ${silent.length} sans réponse (${list(silent)}).`,
  en: (answered, silent) =>
    silent.length === 0
      ? `The poll is over: everybody has answered (${answered}).`
      : `The poll is over: ${answered} answered, ${silent.length} did not (${list(silent)}).`,
}
