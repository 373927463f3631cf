import type { FieldAssignment, ProgressEntry } from '@regie/contract/fieldwork'
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { fieldworkWords } from '../words.ts'
import { CorrectionDialog } from './correction-dialog.tsx'

type Line = { readonly entry: ProgressEntry; readonly correction: ProgressEntry | null }

/** Each step with its last correction; what it replaced stays in sight. */
const linesOf = (progress: readonly ProgressEntry[]): Line[] =>
  progress
    .filter(({ corrects }) => corrects === null)
    .map((entry) => ({
      entry,
      correction: progress.findLast(({ corrects }) => corrects === entry.id) ?? null,
    }))

export const ProgressLog = ({ stop }: { stop: FieldAssignment }) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const [correcting, setCorrecting] = useState<ProgressEntry | null>(null)
  return (
    <>
      <ol className="flex flex-col">
        {linesOf(stop.progress).map(({ entry, correction }) => (
          <li
            key={entry.id}
            className="flex items-center gap-3 border-line border-b py-1 last:border-b-0"
          >
            <span className="nums w-16 font-semibold">
              {clock.time((correction ?? entry).deviceAt)}
            </span>
            <span className="min-w-0 flex-1">
              {words.told[entry.step]}
              {correction && (
                <span className="block text-ink-2 text-sm">
                  {words.corrected} · <s>{clock.time(entry.deviceAt)}</s> ·{' '}
                  {correction.correctionReason}
                </span>
              )}
            </span>
            <IconButton icon={PenLine} label={words.correct} onPress={() => setCorrecting(entry)} />
          </li>
        ))}
      </ol>
      {correcting && (
        <CorrectionDialog stop={stop} entry={correcting} onClose={() => setCorrecting(null)} />
      )}
    </>
  )
}
