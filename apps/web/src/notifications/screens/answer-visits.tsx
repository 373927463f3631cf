import type { AnswerPage } from '@regie/contract/answer-links'
import type { OwnAsk } from '@regie/contract/own-relief'
import type { OwnPoll } from '@regie/contract/polls'
import { clsx } from 'clsx'
import { Check, MapPin, X } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Speaking, useLanguage, useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { localeOf } from '../../lib/words.ts'
import { ownPollWords, PollForm } from '../../polls/index.ts'
import { LinkedReview } from '../../productions/index.ts'
import { OfferCard } from '../../relief/index.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Mark } from '../../ui/wordmark.tsx'
import { useAnswerOffer, useAnswerPage, useAnswerPoll, useGiveAnswer } from '../api.ts'
import { LinkedPreferences } from '../parts/linked-preferences.tsx'
import { LinkedSheet } from '../parts/linked-sheet.tsx'
import { answerWords } from '../words.ts'

/** The page behind the link of a message: yes or no, without an account. Looking at it changes nothing. */
export const AnswerVisits = () => {
  const words = useWords(answerWords)
  const token = useParam('token')
  const { data, error } = useAnswerPage(token)
  return (
    <main
      data-surface="field"
      className={clsx(
        'mx-auto flex min-h-dvh w-full flex-col gap-5 px-4 py-6',
        data?.reviews.length ? 'max-w-3xl' : 'max-w-lg',
      )}
    >
      <Mark className="size-9" />
      {data && (
        <Speaking language={data.language}>
          <Visits page={data} token={token} />
        </Speaking>
      )}
      {!data && !error && <p className="text-ink-2">{words.loading}</p>}
      {error &&
        (error.code === 'link_expired' ? (
          <div>
            <h1 className="font-semibold text-2xl tracking-tight">{words.dead}</h1>
            <p className="mt-1.5 text-ink-2">{words.deadText}</p>
          </div>
        ) : (
          <ProblemNote problem={error} />
        ))}
    </main>
  )
}

type VisitsProps = { readonly page: AnswerPage; readonly token: string }

const Visits = ({ page, token }: VisitsProps) => {
  const words = useWords(answerWords)
  const { language } = useLanguage()
  const day = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: page.timeZone,
    dateStyle: 'long',
  })
  const asked = page.visits.length + page.offers.length + page.polls.length
  const shown = page.sheets.length + page.reviews.length
  return (
    <>
      <div>
        <h1 className="font-semibold text-2xl tracking-tight">{words.hello(page.name)}</h1>
        <p className="mt-1 text-ink-2">
          {asked > 0 ? words.from(page.organization) : page.organization}
        </p>
      </div>
      {asked + shown === 0 && <p>{words.nothing}</p>}
      {page.sheets.map((sheet) => (
        <LinkedSheet key={sheet.projectId} sheet={sheet} timeZone={page.timeZone} token={token} />
      ))}
      <Suspense fallback={<p className="text-ink-2">{words.loading}</p>}>
        {page.reviews.map(({ projectId }) => (
          <LinkedReview
            key={projectId}
            projectId={projectId}
            timeZone={page.timeZone}
            token={token}
          />
        ))}
      </Suspense>
      {page.offers.map((offer) => (
        <LinkedOffer key={offer.id} offer={offer} timeZone={page.timeZone} token={token} />
      ))}
      {page.polls.map((poll) => (
        <LinkedPoll key={poll.id} poll={poll} timeZone={page.timeZone} token={token} />
      ))}
      <ul className="flex flex-col gap-3">
        {page.visits.map((visit) => (
          <li key={visit.assignmentId}>
            <VisitCard visit={visit} timeZone={page.timeZone} token={token} />
          </li>
        ))}
      </ul>
      <LinkedPreferences page={page} token={token} />
      <p className="mt-auto text-[0.8125rem] text-ink-2">
        {words.until(day.format(Date.parse(page.expiresAt)))}
      </p>
    </>
  )
}

const LinkedOffer = (props: { offer: OwnAsk; timeZone: string; token: string }) => {
  const { offer, timeZone, token } = props
  const { act, isPending, error } = useAnswerOffer(token)
  return (
    <OfferCard
      offer={offer}
      timeZone={timeZone}
      isPending={isPending}
      error={error}
      onAnswer={(answer) => act({ params: { token, askId: offer.id }, body: { answer } })}
    />
  )
}

const LinkedPoll = (props: { poll: OwnPoll; timeZone: string; token: string }) => {
  const { poll, timeZone, token } = props
  const words = useWords(ownPollWords)
  const { actAsync, isPending, error } = useAnswerPoll(token)
  return (
    <>
      <PollForm
        poll={poll}
        timeZone={timeZone}
        isPending={isPending}
        thanks={words.thanks}
        onSend={(answers) =>
          actAsync({ params: { token, pollId: poll.id }, body: { answers } }).then(
            () => true,
            () => false,
          )
        }
      />
      {error && <ProblemNote problem={error} />}
    </>
  )
}

type CardProps = {
  readonly visit: AnswerPage['visits'][number]
  readonly timeZone: string
  readonly token: string
}

const VisitCard = ({ visit, timeZone, token }: CardProps) => {
  const words = useWords(answerWords)
  const { language } = useLanguage()
  const { act, isPending, error } = useGiveAnswer(token)
  const [reason, setReason] = useState<string | null>(null)
  const { assignmentId, title, siteName, city, startsAt, endsAt, state } = visit
  const answer = (yes: 'yes' | 'no') => {
    setReason(null)
    act({ params: { token }, body: { assignmentId, answer: yes, reason: reason ?? '' } })
  }
  const day = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  const time = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)]
  return (
    <article className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
      <div className="flex items-start justify-between gap-3">
        <div>
          <p className="font-semibold text-lg first-letter:uppercase">{day.format(from)}</p>
          <p className="nums text-lg">
            {time.format(from)} – {time.format(until)}
          </p>
        </div>
        {state === 'accepted' && (
          <Badge tone="good" icon={Check}>
            {words.accepted}
          </Badge>
        )}
        {state === 'declined' && (
          <Badge tone="bad" icon={X}>
            {words.declined}
          </Badge>
        )}
      </div>
      <div>
        <p className="font-medium">{title}</p>
        <p className="flex items-center gap-1.5 text-ink-2">
          <MapPin aria-hidden className="size-4 shrink-0" />
          {siteName}
          {city && `, ${city}`}
        </p>
      </div>
      {state === 'gone' && <p className="text-ink-2">{words.gone}</p>}
      {reason !== null && (
        <TextField label={words.reason} value={reason} onChange={setReason} rows={2} />
      )}
      {state !== 'gone' && (
        <div className="grid grid-cols-2 gap-2">
          {reason === null ? (
            <>
              <Button
                className="min-h-12"
                isDisabled={state === 'declined'}
                onPress={() => setReason('')}
              >
                {words.no}
              </Button>
              <Button
                tone="primary"
                className="min-h-12"
                isDisabled={state === 'accepted'}
                isPending={isPending}
                onPress={() => answer('yes')}
              >
                {words.yes}
              </Button>
            </>
          ) : (
            <>
              <Button className="min-h-12" onPress={() => setReason(null)}>
                {words.back}
              </Button>
              <Button
                tone="danger"
                className="min-h-12"
                isPending={isPending}
                onPress={() => answer('no')}
              >
                {words.sayNo}
              </Button>
            </>
          )}
        </div>
      )}
      {error && <ProblemNote problem={error} />}
    </article>
  )
}
