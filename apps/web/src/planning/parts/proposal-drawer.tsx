import type { Move, Proposal, RunDetail } from '@regie/contract/planning-runs'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { numberText } from '../../lib/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useApplyRun, useDiscardRun, useRun } from '../api.ts'
import { planningWords } from '../words.ts'
import { GoalShares } from './goal-shares.tsx'
import { UnassignedList } from './unassigned-list.tsx'

const Figure = ({ name, value, note }: { name: string; value: string; note?: string }) => (
  <div className="min-w-24 flex-1 rounded-control border border-line bg-surface px-3 py-2">
    <p className="text-ink-2 text-xs">{name}</p>
    <p className="nums font-semibold text-lg">{value}</p>
    {note && <p className="nums text-ink-2 text-xs">{note}</p>}
  </div>
)

const Figures = ({ proposal }: { proposal: Proposal }) => {
  const words = useWords(planningWords)
  const { language } = useLanguage()
  const km = (value: number) => `${numberText(language, Math.round(value))} km`
  return (
    <div className="flex flex-wrap gap-2">
      <Figure name={words.proposal.assigned} value={numberText(language, proposal.assigned)} />
      <Figure name={words.proposal.left} value={numberText(language, proposal.unassigned.length)} />
      <Figure
        name={words.proposal.kilometres}
        value={km(proposal.kilometres)}
        note={words.proposal.before(km(proposal.kilometresBefore))}
      />
      <Figure name={words.proposal.changed} value={numberText(language, proposal.changed)} />
    </div>
  )
}

const Place = ({ place }: { place: Move['from'] }) => {
  const clock = useClock()
  if (!place) return null
  return (
    <span className="nums">
      {place.technicianName}, {clock.dateAt(place.startsAt, 'day')}{' '}
      {clock.range(place.startsAt, place.endsAt)}
    </span>
  )
}

const MoveLine = ({ move }: { move: Move }) => {
  const words = useWords(planningWords)
  return (
    <li className="border-line border-t py-1 text-xs">
      <p dir="auto" className="truncate font-medium">
        {move.siteName} · {move.title}
      </p>
      <p className="flex flex-wrap items-center gap-1 text-ink-2">
        {move.from ? <Place place={move.from} /> : <Badge tone="good">{words.proposal.from}</Badge>}
        <ArrowRight aria-hidden className="size-3" />
        {move.to ? <Place place={move.to} /> : <Badge tone="bad">{words.proposal.to}</Badge>}
        {move.published && <Badge tone="warn">{words.proposal.changed}</Badge>}
      </p>
    </li>
  )
}

type Technician = Proposal['technicians'][number]

const TechnicianMoves = (props: {
  technician: Technician
  moves: readonly Move[]
  isPending: boolean
  onApply: () => void
}) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { language } = useLanguage()
  const { technician, moves, isPending, onApply } = props
  const open = moves.filter((move) => move.appliedAt === null)
  return (
    <details className="border-line border-t py-1.5">
      <summary className="flex cursor-default items-center gap-2">
        <span className="min-w-0 flex-1">
          <span dir="auto" className="block truncate font-medium">
            {technician.technicianName}
          </span>
          <span className="nums block text-ink-2 text-xs">
            {words.visits(technician.visits)} · {clock.duration(technician.workMinutes)} ·{' '}
            {numberText(language, Math.round(technician.kilometres))} km ·{' '}
            {moves.length > 0 ? words.proposal.moves(moves.length) : words.proposal.noMoves}
          </span>
        </span>
        {open.length > 0 ? (
          <Button size="small" isPending={isPending} onPress={onApply}>
            {words.proposal.apply}
          </Button>
        ) : (
          moves.length > 0 && <Badge tone="good">{words.proposal.applied}</Badge>
        )}
      </summary>
      <ul className="mt-1 ml-2">
        {moves.map((move) => (
          <MoveLine key={move.positionId} move={move} />
        ))}
      </ul>
    </details>
  )
}

const useAnswer = (runId: string, onClose: () => void) => {
  const words = useWords(planningWords)
  const apply = useApplyRun()
  const discard = useDiscardRun()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const accept = (technicianIds: readonly string[], skipOvertaken = false) => {
    setChosen(technicianIds)
    const body = { technicianIds: [...technicianIds], skipOvertaken }
    void apply
      .actAsync({ params: { runId }, body })
      .then(({ run, applied, skipped }) => {
        const text = skipped.length > 0 ? words.proposal.skipped(skipped.length) : undefined
        const title = words.proposal.appliedCount(applied)
        showToast({ tone: 'good', title, ...(text ? { text } : {}) })
        if (run.state === 'applied') onClose()
      })
      // The refusal stands in the drawer.
      .catch(() => undefined)
  }
  const refuse = () =>
    void discard
      .actAsync({ params: { runId }, body: {} })
      .then(() => {
        showToast({ tone: 'info', title: words.proposal.discarded })
        onClose()
      })
      .catch(() => undefined)
  return { apply, discard, accept, refuse, chosen }
}

type Answer = ReturnType<typeof useAnswer>

const Content = ({ run, answer }: { run: RunDetail; answer: Answer }) => {
  const words = useWords(planningWords)
  const { apply, accept, chosen } = answer
  const { proposal } = run
  if (!proposal) return <p>{run.failure ?? words.run.cancelled}</p>
  const isOvertaken = apply.error?.status === 409
  return (
    <div className="flex flex-col gap-4">
      <Figures proposal={proposal} />
      <GoalShares proposal={proposal} />
      {proposal.travel.fallback && <Note tone="warn">{words.travelFallback}</Note>}
      {apply.error && <ProblemNote problem={apply.error} />}
      {isOvertaken && (
        <Button onPress={() => accept(chosen, true)}>{words.proposal.applyRest}</Button>
      )}
      <section>
        <h3 className="mb-1 font-semibold">{words.proposal.byTechnician}</h3>
        {proposal.technicians.map((technician) => (
          <TechnicianMoves
            key={technician.technicianId}
            technician={technician}
            moves={proposal.moves.filter(
              ({ from, to }) =>
                from?.technicianId === technician.technicianId ||
                to?.technicianId === technician.technicianId,
            )}
            isPending={apply.isPending && chosen[0] === technician.technicianId}
            onApply={() => accept([technician.technicianId])}
          />
        ))}
      </section>
      <UnassignedList unassigned={proposal.unassigned} />
    </div>
  )
}

/** What a run proposes: figures, changes by technician, and what it could not place, with the reasons. */
export const ProposalDrawer = ({ runId, onClose }: { runId: string; onClose: () => void }) => {
  const words = useWords(planningWords)
  const { data: run } = useRun(runId)
  const answer = useAnswer(runId, onClose)
  const isOpen = run?.state === 'proposed' || run?.state === 'partly_applied'
  return (
    <Drawer
      title={words.proposal.title}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        isOpen && (
          <>
            <Button isPending={answer.discard.isPending} onPress={answer.refuse}>
              {words.proposal.discard}
            </Button>
            <Button
              tone="primary"
              isPending={answer.apply.isPending && answer.chosen.length === 0}
              onPress={() => answer.accept([])}
            >
              {words.proposal.applyAll}
            </Button>
          </>
        )
      }
    >
      {run ? <Content run={run} answer={answer} /> : <Skeleton className="h-60 w-full" />}
    </Drawer>
  )
}
