import type { ToldStep } from '@regie/contract/field-log'
import { CloudUpload, PenLine } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { fieldworkWords } from '../words.ts'
import { CorrectionDialog } from './correction-dialog.tsx'

/** Each step with its last correction; what it replaced stays in sight, and so does what is not sent. */
export const ProgressLog = ({ stop }: { stop: PhoneStop }) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const [correcting, setCorrecting] = useState<ToldStep | null>(null)
  const days = new Set(stop.work.steps.map(({ at }) => clock.dateOf(at)))
  const when = (at: string) => (days.size > 1 ? clock.dateTime(at, 'day') : clock.time(at))
  return (
    <>
      <ol className="flex flex-col">
        {stop.work.steps.map((told) => (
          <li
            key={told.entry.id}
            className="flex items-center gap-3 border-line border-b py-1 last:border-b-0"
          >
            <span className="nums min-w-16 font-semibold">{when(told.at)}</span>
            <span className="min-w-0 flex-1">
              {words.told[told.step]}
              {told.correction?.what.kind === 'correction' && (
                <span className="block text-ink-2 text-sm">
                  {words.corrected} · <s>{when(told.entry.at)}</s> · {told.correction.what.reason}
                </span>
              )}
            </span>
            {stop.unsent.has(told.entry.id) && (
              <CloudUpload aria-label={words.unsent} className="size-5 text-warn" />
            )}
            <IconButton icon={PenLine} label={words.correct} onPress={() => setCorrecting(told)} />
          </li>
        ))}
      </ol>
      {correcting && (
        <CorrectionDialog stop={stop} told={correcting} onClose={() => setCorrecting(null)} />
      )}
    </>
  )
}
