import type { ImportCheck } from '@regie/contract/integrations'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { importWords } from '../words.ts'
import { TallyText } from './tally-text.tsx'

/** What importing would do, and the decision. Stays in sight at the foot of the page. */
export const RunBar = (props: {
  check: ImportCheck | undefined
  isChecking: boolean
  isRunning: boolean
  onRun: (skipFaulty: boolean) => void
}) => {
  const words = useWords(importWords)
  const { check, isChecking, isRunning, onRun } = props
  const ofFile = check
    ? check.faults.some(({ line, column, field }) => line === 1 && !column && field)
    : false
  const left = check ? check.lines - check.faultyLines : 0
  const why = ofFile ? words.missingColumns : check && left === 0 ? words.nothingToImport : null
  const hasFaults = (check?.faultCount ?? 0) > 0
  return (
    <div className="sticky bottom-0 z-10 -mx-(--pad) -mb-10 border-line border-t bg-surface px-(--pad) py-3 shadow-(--shadow) lg:-mx-6 lg:px-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div aria-live="polite" className="min-w-0 flex-1 basis-60">
          {!check || isChecking ? (
            <span className="text-ink-2">{words.checking}</span>
          ) : (
            <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
              {hasFaults && check && (
                <a
                  href="#faults"
                  className="inline-flex items-center gap-1 text-bad hover:underline"
                >
                  <CircleAlert aria-hidden className="size-4" />
                  {words.seeFaults(check.faultCount)}
                </a>
              )}
              {!hasFaults && (
                <span className="inline-flex items-center gap-1 text-good">
                  <CircleCheck aria-hidden className="size-4" />
                  {words.faults(0)}
                </span>
              )}
              {why ? (
                <span className="text-bad">{why}</span>
              ) : (
                <TallyText tallies={check.tallies} />
              )}
            </span>
          )}
        </div>
        <Button
          tone="primary"
          isPending={isRunning}
          isDisabled={!check || isChecking || why !== null}
          onPress={() => onRun(hasFaults)}
        >
          {isRunning
            ? words.running
            : hasFaults && check
              ? words.runSkipping(check.faultyLines)
              : words.run}
        </Button>
      </div>
    </div>
  )
}
