import type { RunDetail } from '@regie/contract/planning-runs'
import { CircleAlert, Sparkles, X } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { numberText } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useCancelRun, useRun } from '../api.ts'
import { useBoard } from '../board-context.tsx'
import { doingWords } from '../doing-words.ts'
import { planningWords } from '../words.ts'

type Props = {
  readonly runId: string
  readonly onSee: () => void
  readonly onDismiss: () => void
}

const Progress = ({ run }: { run: RunDetail }) => {
  const words = useWords(planningWords)
  const { language } = useLanguage()
  const cancel = useCancelRun()
  const { mayPlan, setView } = useBoard()
  const { progress } = run
  const stop = () => {
    // Whoever stops it is told that it has stopped, also when somebody else started it.
    setView({ run: run.id })
    cancel.act({ params: { runId: run.id }, body: {} })
  }
  const km = numberText(language, Math.round(progress?.kilometres ?? 0))
  return (
    <>
      <div className="min-w-48 flex-1">
        <ProgressBar
          label={run.state === 'queued' ? words.run.queued : words.run.running}
          value={progress?.fraction ?? null}
          {...(progress
            ? { detail: words.run.soFar(progress.assigned, progress.unassigned, km) }
            : {})}
        />
      </div>
      <p className="hidden text-ink-2 text-xs xl:block">{words.run.inProgress}</p>
      {mayPlan && (
        <Button size="small" isPending={cancel.isPending} onPress={stop}>
          {words.run.stop}
        </Button>
      )}
    </>
  )
}

/** How a run stands, over the board it plans: progress, its proposal, or why there is none. */
export const RunStrip = ({ runId, onSee, onDismiss }: Props) => {
  const words = useWords(planningWords)
  const doing = useWords(doingWords).proposal
  const { data: run } = useRun(runId)
  if (!run || run.state === 'discarded') return null
  const busy = run.state === 'queued' || run.state === 'running'
  const isProposal = ['proposed', 'partly_applied', 'applied'].includes(run.state)
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-3 border-line border-b bg-accent-soft px-3 py-2 text-accent-ink print:hidden"
    >
      {run.state === 'failed' ? (
        <CircleAlert aria-hidden className="size-4 text-bad" />
      ) : (
        <Sparkles aria-hidden className="size-4" />
      )}
      {busy && <Progress run={run} />}
      {isProposal && (
        <>
          <p className="min-w-0 flex-1 font-medium">
            {run.state === 'applied' ? doing.taken : words.proposal.ready}
          </p>
          <Button size="small" tone="primary" onPress={onSee}>
            {words.proposal.see}
          </Button>
        </>
      )}
      {run.state === 'failed' && (
        <p className="min-w-0 flex-1">
          <span className="font-medium">{words.run.failed}</span> {run.failure}
        </p>
      )}
      {run.state === 'cancelled' && <p className="min-w-0 flex-1">{words.run.cancelled}</p>}
      {!busy && <IconButton icon={X} label={words.proposal.close} onPress={onDismiss} />}
    </div>
  )
}
