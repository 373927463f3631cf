import type { DayAnswer, DayWord } from '@regie/contract/availability'
import type { LocalDate } from '@regie/contract/kernel'
import type { OwnAvailability as Own, OwnPoll, PollAnswer } from '@regie/contract/polls'
import { useMemo } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { OwnDays, overlayAvailability, ownPollWords, PollForm } from '../../polls/index.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { usePhoneStore } from '../offline/phone.tsx'
import { useTell } from '../offline/use-tell.ts'

const nothing: Own = { polls: [], words: [] }
const wholeDay = { from: '00:00', until: '00:00' }

/** What I am asked and what I say myself; without network, too. */
export const OwnAvailability = () => {
  const words = useWords(ownPollWords)
  const { held } = usePhoneStore()
  const { organization } = useSession()
  const tell = useTell(null)
  const told = held?.meta?.availability ?? nothing
  const own = useMemo(() => overlayAvailability(told, held?.commands ?? []), [told, held?.commands])
  const answer = ({ id }: OwnPoll, answers: PollAnswer[]) =>
    tell({ kind: 'poll', pollId: id, answers })
  const say = (date: LocalDate, said: DayAnswer | null) =>
    tell({
      kind: 'days',
      said: said
        ? { words: [{ ...said, date, asked: wholeDay }], forget: [] }
        : { words: [], forget: [date] },
    })
  return (
    <>
      <PageHeader title={words.title} description={words.subtitle} />
      <Page>
        <div className="flex flex-col gap-8">
          {own.polls.map((poll) => (
            <PollForm
              key={poll.id}
              isAboveTabs
              poll={poll}
              timeZone={organization.timeZone}
              thanks={navigator.onLine ? words.thanks : words.kept}
              onSend={(answers) => answer(poll, answers)}
            />
          ))}
          <OwnDays words={own.words as readonly DayWord[]} onSay={say} />
        </div>
      </Page>
    </>
  )
}
