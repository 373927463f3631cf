import type { RunDetail } from '@regie/contract/planning-runs'
import { RotateCcw, X } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Note } from '../../ui/note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useBoard } from '../board-context.tsx'
import { doingWords } from '../doing-words.ts'
import { useProposalAnswer } from '../use-proposal-answer.ts'
import { planningWords } from '../words.ts'
import { AppliedList } from './applied-list.tsx'
import { GoalShares } from './goal-shares.tsx'
import { ProposalFigures, RecallList } from './proposal-figures.tsx'
import { TechnicianMoves } from './proposal-moves.tsx'
import { RollbackProblem } from './rollback-problem.tsx'
import { UnassignedList } from './unassigned-list.tsx'

type Answer = ReturnType<typeof useProposalAnswer>

const Content = ({ run, answer }: { run: RunDetail; answer: Answer }) => {
  const words = useWords(planningWords)
  const more = useWords(doingWords).proposal
  const { proposal: shown, mayPlan } = useBoard()
  const { proposal } = run
  if (!proposal) return <p>{run.failure ?? words.run.cancelled}</p>
  const accepting = {
    overtaken: shown.overtaken,
    mayPlan: mayPlan && ['proposed', 'partly_applied'].includes(run.state),
    isPending: answer.isPending,
    acceptMove: (positionId: string) => void answer.accept({ positionIds: [positionId] }),
    acceptTechnician: (technicianId: string) =>
      void answer.accept({ technicianIds: [technicianId] }),
  }
  return (
    <div className="flex flex-col gap-4">
      <ProposalFigures proposal={proposal} />
      <GoalShares proposal={proposal} />
      {proposal.travel.fallback && <Note tone="warn">{words.travelFallback}</Note>}
      {answer.problem && <RollbackProblem problem={answer.problem} />}
      {shown.overtaken.size > 0 && (
        <Note tone="warn" title={more.goneCount(shown.overtaken.size)}>
          {more.goneText}
        </Note>
      )}
      <Switch label={more.onBoard} value={shown.isLaid} onChange={shown.lay} />
      <RecallList moves={proposal.moves} />
      <AppliedList applications={run.applications} />
      <section>
        <h3 className="mb-1 font-semibold">{words.proposal.byTechnician}</h3>
        {proposal.technicians.map((technician) => (
          <TechnicianMoves
            key={technician.technicianId}
            technician={technician}
            moves={proposal.moves.filter(({ from, to }) =>
              [from?.technicianId, to?.technicianId].includes(technician.technicianId),
            )}
            accepting={accepting}
          />
        ))}
      </section>
      <UnassignedList unassigned={proposal.unassigned} />
    </div>
  )
}

const Answers = ({
  run,
  answer,
  onClose,
}: {
  run: RunDetail
  answer: Answer
  onClose: () => void
}) => {
  const words = useWords(planningWords).proposal
  const more = useWords(doingWords).proposal
  const isOpen = run.state === 'proposed' || run.state === 'partly_applied'
  const stands = run.applications.some(({ undoneAt }) => undoneAt === null)
  return (
    <div className="flex flex-wrap gap-2 border-line border-b px-3 py-2 empty:hidden">
      {stands && (
        <Button icon={RotateCcw} isDisabled={answer.isPending} onPress={() => void answer.back()}>
          {more.back}
        </Button>
      )}
      {isOpen && (
        <>
          <Button isDisabled={answer.isPending} onPress={() => void answer.refuse(onClose)}>
            {words.discard}
          </Button>
          <Button
            tone="primary"
            isPending={answer.isPending}
            onPress={() => void answer.accept({})}
          >
            {words.applyAll}
          </Button>
        </>
      )}
    </div>
  )
}

/** What a run proposes, beside the board that shows it: figures, changes, what it could not place, and the answers. */
export const ProposalPanel = ({ runId, onClose }: { runId: string; onClose: () => void }) => {
  const words = useWords(planningWords).proposal
  const { proposal, mayPlan } = useBoard()
  const answer = useProposalAnswer(runId)
  const { run } = proposal
  return (
    <section
      aria-label={words.title}
      className="z-20 flex min-h-0 flex-col border-line-strong/60 bg-canvas max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:h-[70%] max-md:rounded-t-card max-md:border-t max-md:shadow-raised md:w-96 md:border-l print:hidden"
    >
      <header className="flex items-center justify-between border-line border-b py-2 pr-1.5 pl-3">
        <h2 className="font-semibold">{words.title}</h2>
        <IconButton icon={X} label={words.close} onPress={onClose} />
      </header>
      {run && mayPlan && <Answers run={run} answer={answer} onClose={onClose} />}
      <div className="min-h-0 flex-1 overflow-y-auto p-3">
        {run ? <Content run={run} answer={answer} /> : <Skeleton className="h-60 w-full" />}
      </div>
    </section>
  )
}
