import type { CommandBody } from '@regie/contract/field-entries'
import type { ToldStep } from '@regie/contract/field-log'
import { CloudUpload, PenLine } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { fieldworkWords } from '../words.ts'
import { CorrectionDialog } from './correction-dialog.tsx'

type Props = {
  readonly steps: readonly ToldStep[]
  readonly unsent: ReadonlySet<string>
  /** Null: to be read only. */
  readonly tell: ((what: CommandBody) => Promise<boolean>) | null
  readonly ahead?: number
}

/** Each step with its last correction; what it replaced stays in sight, and so does what is not sent. */
export const ProgressLog = ({ steps, unsent, tell, ahead }: Props) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const [correcting, setCorrecting] = useState<ToldStep | null>(null)
  const days = new Set(steps.map(({ at }) => clock.dateOf(at)))
  const when = (at: string) => (days.size > 1 ? clock.dateTime(at, 'day') : clock.time(at))
  return (
    <>
      <ol className="flex flex-col">
        {steps.map((told) => (
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
            {unsent.has(told.entry.id) && (
              <CloudUpload aria-label={words.unsent} className="size-5 text-warn" />
            )}
            {tell && (
              <IconButton
                icon={PenLine}
                label={words.correct}
                onPress={() => setCorrecting(told)}
              />
            )}
          </li>
        ))}
      </ol>
      {correcting && tell && (
        <CorrectionDialog
          {...{ tell, ahead: ahead ?? 0 }}
          told={correcting}
          onClose={() => setCorrecting(null)}
        />
      )}
    </>
  )
}
