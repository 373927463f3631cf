import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Note } from '../../ui/note.tsx'
import { useClockAhead } from '../offline/phone.tsx'
import { offlineWords } from '../offline-words.ts'

/** The phone's own clock is wrong: times are put right, and its owner may set it once everything is sent. */
export const ClockNote = () => {
  const words = useWords(offlineWords)
  const clock = useClock()
  const ahead = useClockAhead()
  if (ahead === 0) return null
  const off = clock.duration(Math.round(Math.abs(ahead) / 60_000))
  return (
    <Note tone="warn" title={ahead > 0 ? words.clockAhead(off) : words.clockBehind(off)}>
      {words.clockText}
    </Note>
  )
}
