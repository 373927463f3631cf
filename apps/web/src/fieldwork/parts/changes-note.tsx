import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Note } from '../../ui/note.tsx'
import { changeWords } from '../change-words.ts'
import type { Changes } from '../offline/phone.tsx'

/** What is another than when this stop was last looked at, in words; the hours with those it had. */
export const ChangesNote = ({ changes: { what, before } }: { changes: Changes }) => {
  const words = useWords(changeWords)
  const clock = useClock()
  if (what.length === 0) return null
  const hours =
    before &&
    `${clock.dateAt(before.startsAt, 'medium')} ${clock.range(before.startsAt, before.endsAt)}`
  return (
    <Note title={words.changedSince}>
      <ul className="list-disc pl-5">
        {what.map((aspect) => (
          <li key={aspect}>
            {words.aspects[aspect]}
            {aspect === 'hours' && hours && ` · ${words.hoursBefore(hours)}`}
          </li>
        ))}
      </ul>
    </Note>
  )
}
