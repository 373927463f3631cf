import { reasonSentence } from '@regie/contract/planning-reasons'
import type { ReliefCandidates, ReliefRequest } from '@regie/contract/relief'
import { Send, UserCheck } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useAskNext, useCandidates, useGiveSeat } from '../api.ts'
import { reliefWords } from '../words.ts'

type Props = { readonly request: ReliefRequest; readonly isReadOnly: boolean }

/** Who may take it by the rules of this moment, best first with why, and why the others may not. */
export const Candidates = ({ request, isReadOnly }: Props) => {
  const words = useWords(reliefWords)
  const read = useCandidates(request.id, true)
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{words.candidates}</h3>
      <p className="text-[0.8125rem] text-ink-2">{words.candidatesText}</p>
      <Loaded read={read}>
        {({ items, refused }) => (
          <>
            {items.length === 0 && <p>{words.nobody}</p>}
            <ol className="flex flex-col gap-2">
              {items.slice(0, 12).map((candidate) => (
                <li key={candidate.technicianId} className="rounded-card border border-line p-3">
                  <Candidate request={request} candidate={candidate} isReadOnly={isReadOnly} />
                </li>
              ))}
            </ol>
            <Refused refused={refused} />
          </>
        )}
      </Loaded>
    </section>
  )
}

type CandidateProps = Props & { readonly candidate: ReliefCandidates['items'][number] }

const Candidate = ({ request, candidate, isReadOnly }: CandidateProps) => {
  const words = useWords(reliefWords)
  const clock = useClock()
  const ask = useAskNext()
  const give = useGiveSeat()
  const { technicianId, technicianName, addedTravelSeconds, plannedMinutes, startsAt } = candidate
  const params = { requestId: request.id }
  const body = { version: request.version, technicianId }
  const wasAsked = request.asks.some((one) => one.technicianId === technicianId)
  const way = clock.duration(Math.round(addedTravelSeconds / 60))
  const isUrgent = request.kind === 'emergency'
  const why = [
    isUrgent ? words.arrives(clock.time(startsAt)) : null,
    addedTravelSeconds > 30 ? (isUrgent ? words.away(way) : words.travel(way)) : words.noTravel,
    plannedMinutes > 0 ? words.planned(clock.duration(plannedMinutes)) : words.free,
  ].filter((part) => part !== null)
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <div className="min-w-0">
        <p className="truncate font-medium">{technicianName}</p>
        <p className="nums text-[0.8125rem] text-ink-2">{why.join(' · ')}</p>
      </div>
      {!isReadOnly && (
        <div className="flex gap-2">
          <Button
            size="small"
            icon={Send}
            isDisabled={wasAsked}
            isPending={ask.isPending}
            onPress={() => void ask.actAsync({ params, body }).catch(showProblem)}
          >
            {words.ask}
          </Button>
          <Button
            size="small"
            tone="primary"
            icon={UserCheck}
            isPending={give.isPending}
            onPress={() =>
              void give
                .actAsync({ params, body })
                .then(
                  () => showToast({ tone: 'good', title: words.given(technicianName) }),
                  showProblem,
                )
            }
          >
            {words.give}
          </Button>
        </div>
      )}
    </div>
  )
}

const MOST = 30

const Refused = ({ refused }: Pick<ReliefCandidates, 'refused'>) => {
  const words = useWords(reliefWords)
  const { language } = useLanguage()
  const { organization } = useSession()
  if (refused.length === 0) return null
  const say = { language, timeZone: organization.timeZone, names: {} }
  return (
    <details>
      <summary className="cursor-default text-ink-2">{words.refused(refused.length)}</summary>
      <ul className="mt-2 flex flex-col gap-1 text-[0.8125rem]">
        {refused.slice(0, MOST).map(({ technicianId, technicianName, reasons }) => (
          <li key={technicianId}>
            <span className="font-medium">{technicianName}</span>{' '}
            <span className="text-ink-2">
              {[...new Set(reasons.map((one) => reasonSentence(one, say)))].slice(0, 2).join(' ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
