import type { Bar } from '@regie/contract/planning'
import { EyeOff } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { whenText } from '../describe-bar.ts'
import { isolated } from '../isolated.ts'
import { publishingWords } from '../publishing-words.ts'

/** Changed after it was published, and its technician has not seen it: since when, and what they believe. */
export const UnseenNote = ({ bar }: { bar: Bar }) => {
  const words = useWords(publishingWords)
  const clock = useClock()
  if (!bar.unseen) return null
  const { changedAt, from } = bar.unseen
  const changed = `${clock.dateAt(changedAt)} ${clock.time(changedAt)}`
  return (
    <p className="mt-1 flex items-start gap-1 text-warn text-xs">
      <EyeOff className="mt-0.5 size-3 shrink-0" aria-hidden />
      <span>
        {words.unseenSince(changed, isolated(bar.technicianName))}
        <br />
        {from ? words.knownAs(whenText(from, clock)) : words.knownNot}
      </span>
    </p>
  )
}
