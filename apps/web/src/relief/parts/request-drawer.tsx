import type { ReliefRequest } from '@regie/contract/relief'
import { Link } from '@tanstack/react-router'
import { Check, Send, X } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useAskNext, useCancel, useDecide, useRequest } from '../api.ts'
import { reliefWords } from '../words.ts'
import { Candidates } from './candidates.tsx'
import { StateBadges } from './state-badges.tsx'

type Props = { readonly requestId: string; readonly onClose: () => void }

/** One search with everybody who was asked, and what the office may do. */
export const RequestDrawer = ({ requestId, onClose }: Props) => {
  const words = useWords(reliefWords)
  const read = useRequest(requestId)
  const can = useCan()
  const request = read.data
  const title = request ? `${request.title} · ${request.siteName}` : words.title
  return (
    <Drawer
      title={title}
      isOpen
      onClose={onClose}
      {...(request && can('relief.write') ? { actions: <Actions request={request} /> } : {})}
    >
      <Loaded read={read}>{(one) => <Sheet request={one} />}</Loaded>
    </Drawer>
  )
}

const Sheet = ({ request }: { request: ReliefRequest }) => {
  const words = useWords(reliefWords)
  const clock = useClock()
  const can = useCan()
  const { kind, state, from, taker, reason, inReturn, startsAt, endsAt } = request
  const isSeeking = state === 'proposed' || state === 'asking'
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap gap-2">
        <StateBadges request={request} />
      </div>
      <KeyValues
        items={[
          { label: words.when, value: `${clock.dateTime(startsAt)} – ${clock.time(endsAt)}` },
          { label: words.what, value: words.kinds[kind] },
          ...(from ? [{ label: words.whose[kind], value: from.name }] : []),
          ...(reason
            ? [{ label: words.reason, value: reasonText(reason, words.absenceReasons) }]
            : []),
          ...(inReturn
            ? [
                {
                  label: words.inReturn,
                  value: `${inReturn.title} · ${clock.dateTime(inReturn.startsAt)} – ${clock.time(inReturn.endsAt)}`,
                },
              ]
            : []),
          ...(taker ? [{ label: words.taker, value: taker.name }] : []),
        ]}
      />
      <Progress request={request} />
      <Link to={`/work-orders/${request.workOrderId}`} className="self-start text-accent underline">
        {words.openOrder}
      </Link>
      <Asked request={request} />
      {isSeeking && <Candidates request={request} isReadOnly={!can('relief.write')} />}
    </div>
  )
}

const reasonText = (reason: string, known: Readonly<Record<string, string>>): string =>
  known[reason] ?? reason

/** What the clock does next. */
const Progress = ({ request }: { request: ReliefRequest }) => {
  const words = useWords(reliefWords)
  const clock = useClock()
  const { state, nextWaveAt, alarmAt, exhausted, kind } = request
  if (state !== 'asking' && state !== 'proposed') return null
  const lines = [
    state === 'asking' && nextWaveAt ? words.nextWave(clock.time(nextWaveAt)) : null,
    state === 'asking' && exhausted && request.asks.length > 0 ? words.exhausted : null,
    kind === 'emergency' ? null : words.deadline(clock.dateTime(alarmAt)),
  ].filter((line) => line !== null)
  return <p className="text-ink-2">{lines.join(' · ')}</p>
}

const tones: Readonly<Record<ReliefRequest['asks'][number]['state'], BadgeTone>> = {
  asked: 'info',
  yes: 'good',
  no: 'bad',
  missed: 'neutral',
  unable: 'warn',
}

const Asked = ({ request }: { request: ReliefRequest }) => {
  const words = useWords(reliefWords)
  const clock = useClock()
  if (request.asks.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{words.asked}</h3>
      <ul className="flex flex-col divide-y divide-line rounded-card border border-line">
        {request.asks.map((ask) => (
          <li key={ask.id} className="flex items-center justify-between gap-3 px-3 py-2">
            <span className="min-w-0">
              <span className="block truncate font-medium">{ask.technicianName}</span>
              <span className="nums block text-[0.8125rem] text-ink-2">
                {`${words.wave(ask.wave)} · ${clock.time(ask.askedAt)}${ask.answeredAt ? ` → ${clock.time(ask.answeredAt)}` : ''}`}
              </span>
            </span>
            <Badge tone={tones[ask.state]}>{words.askStates[ask.state]}</Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Actions = ({ request }: { request: ReliefRequest }) => {
  const words = useWords(reliefWords)
  const ask = useAskNext()
  const decide = useDecide()
  const cancel = useCancel()
  const { id: requestId, version, state, exhausted } = request
  const params = { requestId }
  const say = (title: string) => () => showToast({ tone: 'good', title })
  const answer = (approved: boolean) =>
    void decide
      .actAsync({ params, body: { version, approved } })
      .then(say(approved ? words.approved : words.notApproved), showProblem)
  if (state === 'to_approve')
    return (
      <>
        <Button icon={X} isPending={decide.isPending} onPress={() => answer(false)}>
          {words.refuse}
        </Button>
        <Button
          tone="primary"
          icon={Check}
          isPending={decide.isPending}
          onPress={() => answer(true)}
        >
          {words.approve}
        </Button>
      </>
    )
  if (state !== 'asking' && state !== 'proposed') return null
  return (
    <>
      <Button
        tone="quiet"
        isPending={cancel.isPending}
        onPress={() =>
          void cancel
            .actAsync({ params, body: { version } })
            .then(say(words.cancelled), showProblem)
        }
      >
        {words.cancel}
      </Button>
      <Button
        tone="primary"
        icon={Send}
        isDisabled={exhausted}
        isPending={ask.isPending}
        onPress={() => void ask.actAsync({ params, body: { version } }).catch(showProblem)}
      >
        {words.askNext}
      </Button>
    </>
  )
}
