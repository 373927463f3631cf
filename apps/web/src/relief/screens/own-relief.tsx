import type { OwnRelief as Own, OwnAsk } from '@regie/contract/own-relief'
import { ArrowLeftRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useAnswer, useOwnRelief, useWithdraw } from '../api.ts'
import { ownReliefWords } from '../own-words.ts'
import { OfferCard } from '../parts/offer-card.tsx'

/** What I am asked to take over, and what I want to give away. */
export const OwnRelief = () => {
  const words = useWords(ownReliefWords)
  const read = useOwnRelief()
  return (
    <>
      <PageHeader title={words.title} />
      <Page>
        <Loaded read={read}>{(own) => <Lists own={own} />}</Loaded>
      </Page>
    </>
  )
}

const isOpen = (state: Own['requests'][number]['state']): boolean =>
  state === 'asking' || state === 'to_approve'

const Lists = ({ own }: { own: Own }) => {
  const words = useWords(ownReliefWords)
  const waits = (ask: OwnAsk) => ask.open && ask.state === 'asked'
  const waiting = own.asks.filter(waits)
  const others = own.asks.filter((ask) => !waits(ask))
  if (own.asks.length + own.requests.length === 0)
    return <EmptyState icon={ArrowLeftRight} title={words.none} text={words.noneText} />
  return (
    <>
      <Section title={words.asks} count={waiting.length}>
        {waiting.map((offer) => (
          <Offer key={offer.id} offer={offer} />
        ))}
      </Section>
      <Section title={words.mine} count={own.requests.length}>
        {own.requests.map((request) => (
          <Given key={request.id} request={request} />
        ))}
      </Section>
      <Section title={words.past} count={others.length}>
        {others.map((offer) => (
          <Offer key={offer.id} offer={offer} />
        ))}
      </Section>
    </>
  )
}

type SectionProps = {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}

const Section = ({ title, count, children }: SectionProps) =>
  count === 0 ? null : (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold text-lg">{title}</h2>
      {children}
    </section>
  )

const Offer = ({ offer }: { offer: OwnAsk }) => {
  const { act, isPending, error } = useAnswer()
  const { organization } = useSession()
  return (
    <OfferCard
      offer={offer}
      timeZone={organization.timeZone}
      isPending={isPending}
      error={error}
      onAnswer={(answer) => act({ params: { askId: offer.id }, body: { answer } })}
    />
  )
}

const Given = ({ request }: { request: Own['requests'][number] }) => {
  const words = useWords(ownReliefWords)
  const clock = useClock()
  const { actAsync, isPending, error } = useWithdraw()
  const { id, title, siteName, startsAt, state, asked, declined, takerName } = request
  const keep = () =>
    actAsync({ params: { requestId: id } }).then(
      () => showToast({ tone: 'good', title: words.withdrawn }),
      () => undefined,
    )
  return (
    <article className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
      <div className="flex items-start justify-between gap-3">
        <p className="nums font-semibold">{clock.dateTime(startsAt)}</p>
        <Badge tone={state === 'settled' ? 'good' : isOpen(state) ? 'info' : 'neutral'}>
          {words.requestStates[state]}
        </Badge>
      </div>
      <p>{`${title} · ${siteName}`}</p>
      <p className="text-ink-2">
        {state === 'settled' && takerName ? words.takenBy(takerName) : words.asked(asked, declined)}
      </p>
      {isOpen(state) && (
        <>
          <p className="text-[0.8125rem] text-ink-2">{words.stillYours}</p>
          <Button isPending={isPending} onPress={() => void keep()}>
            {words.withdraw}
          </Button>
        </>
      )}
      {error && <ProblemNote problem={error} />}
    </article>
  )
}
