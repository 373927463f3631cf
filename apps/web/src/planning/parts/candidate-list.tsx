import type { Candidate, Candidates } from '@regie/contract/planning'
import type { BacklogItem } from '@regie/contract/planning-backlog'
import { reasonSentence } from '@regie/contract/planning-reasons'
import { useEffect, useMemo, useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useCandidates } from '../api.ts'
import { useBoard } from '../board-context.tsx'
import { doingWords } from '../doing-words.ts'
import { seatOf } from '../use-hold-seat.ts'
import { planningWords } from '../words.ts'

const orders = {
  best: (a: Candidate, b: Candidate) => a.cost - b.cost,
  travel: (a: Candidate, b: Candidate) => a.addedTravelSeconds - b.addedTravelSeconds,
  load: (a: Candidate, b: Candidate) => a.plannedMinutes - b.plannedMinutes,
  soon: (a: Candidate, b: Candidate) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
} as const

type Order = keyof typeof orders

const CandidateRow = (props: { candidate: Candidate; onAssign: () => void }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { mayPlan } = useBoard()
  const { candidate, onAssign } = props
  return (
    <li className="flex items-center gap-2 border-line border-t py-2">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate font-medium">
          {candidate.technicianName}
        </p>
        <p className="nums text-ink-2 text-xs">
          {clock.dateAt(candidate.startsAt)} {clock.range(candidate.startsAt, candidate.endsAt)}
        </p>
        <p className="nums text-ink-2 text-xs">
          {words.panel.addedTravel(Math.round(candidate.addedTravelSeconds / 60))} ·{' '}
          {words.panel.alreadyPlanned(clock.duration(candidate.plannedMinutes))}
        </p>
      </div>
      {mayPlan && (
        <Button size="small" onPress={onAssign}>
          {words.panel.assign}
        </Button>
      )}
    </li>
  )
}

const Refused = ({ refused }: { refused: Candidates['refused'] }) => {
  const words = useWords(planningWords)
  const { language } = useLanguage()
  const { zone } = useClock()
  const { names } = useBoard()
  if (refused.length === 0) return null
  return (
    <details className="border-line border-t pt-2">
      <summary className="cursor-default text-ink-2 hover:text-ink">
        {words.panel.refused} ({refused.length})
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {refused.map(({ technicianId, technicianName, reasons }) => (
          <li key={technicianId}>
            <p dir="auto" className="truncate font-medium text-xs">
              {technicianName}
            </p>
            {reasons.slice(0, 2).map((reason) => {
              const text = reasonSentence(reason, { language, timeZone: zone, names })
              return (
                <p key={text} className="text-ink-2 text-xs">
                  {text}
                </p>
              )
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What the rules in the browser found at once, as candidates: the server's answer comes later and is the same. */
const useFoundAtOnce = (positionId: string): readonly Candidate[] | null => {
  const { suggestions, askedSeat, askFor, board } = useBoard()
  const clock = useClock()
  useEffect(() => {
    askFor(positionId)
    return () => askFor(null)
  }, [askFor, positionId])
  return useMemo(() => {
    if (askedSeat !== positionId || suggestions.length === 0 || !board) return null
    const known = new Map(board.technicians.map((one) => [one.id, one]))
    return suggestions.map(({ technicianId, from, until, ...rest }) => ({
      ...rest,
      technicianId,
      technicianName: known.get(technicianId)?.name ?? '',
      positionId,
      startsAt: new Date(from).toISOString(),
      endsAt: new Date(until).toISOString(),
      plannedMinutes:
        known.get(technicianId)?.days.find(({ date }) => date === clock.dateOf(from))
          ?.plannedMinutes ?? 0,
    }))
  }, [suggestions, askedSeat, positionId, board, clock])
}

/** Assisted planning: the best slots of the range with what they cost; one press assigns. */
export const CandidateList = ({ item, positionId }: { item: BacklogItem; positionId: string }) => {
  const words = useWords(planningWords)
  const { heat } = useWords(doingWords)
  const { range, planner, attempt, select } = useBoard()
  const [order, setOrder] = useState<Order>('best')
  const atOnce = useFoundAtOnce(positionId)
  const { data, error, isPending, refetch } = useCandidates(item.workOrderId, {
    ...range,
    positionId,
  })
  const items = atOnce ?? data?.items ?? []
  const assign = ({ technicianId, startsAt, endsAt }: Candidate) => {
    const seat = seatOf(item, positionId)
    if (!seat) return
    const target = { rowId: technicianId, from: Date.parse(startsAt), until: Date.parse(endsAt) }
    select(null)
    attempt(`new:${positionId}`, planner.assign(seat, target))
  }
  if (error && !atOnce) return <ErrorState problem={error} retry={() => void refetch()} />
  return (
    <section aria-label={words.panel.candidates} className="flex flex-col gap-2">
      <h3 className="font-semibold">{words.panel.candidates}</h3>
      <p className="text-ink-2 text-xs">{heat.legend}</p>
      {isPending && !atOnce ? (
        <Skeleton className="h-28 w-full" />
      ) : items.length === 0 ? (
        <p className="text-ink-2">{words.panel.noCandidates}</p>
      ) : (
        <>
          <div className="overflow-x-auto">
            <Segmented
              label={words.panel.candidates}
              value={order}
              onChange={setOrder}
              choices={[
                { id: 'best', label: words.panel.sortBest },
                { id: 'travel', label: words.panel.sortTravel },
                { id: 'load', label: words.panel.sortLoad },
                { id: 'soon', label: words.panel.sortSoon },
              ]}
            />
          </div>
          <ul>
            {items.toSorted(orders[order]).map((candidate) => (
              <CandidateRow
                key={`${candidate.technicianId} ${candidate.startsAt}`}
                candidate={candidate}
                onAssign={() => assign(candidate)}
              />
            ))}
          </ul>
        </>
      )}
      {data && <Refused refused={data.refused} />}
    </section>
  )
}
