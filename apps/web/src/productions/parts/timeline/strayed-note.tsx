import type { Phase } from '@regie/contract/productions'
import { useClock } from '../../../lib/clock.ts'
import { useWords } from '../../../lib/language.tsx'
import { Note } from '../../../ui/note.tsx'
import { strayedOf } from '../../timeline-rows.ts'
import { timelineWords } from '../../timeline-words.ts'
import { usePhaseName } from '../coverage-grid.tsx'

/** Whoever could not go along with a phase that moved, until somebody settles it; a line a phase. */
export const StrayedNote = ({ phases }: { phases: readonly Phase[] }) => {
  const words = useWords(timelineWords)
  const clock = useClock()
  const nameOf = usePhaseName()
  const strayed = strayedOf(phases)
  if (strayed.length === 0) return null
  return (
    <Note tone="warn">
      <details>
        <summary className="cursor-default font-medium">{words.strayed(strayed.length)}</summary>
        <ul className="mt-1 text-ink-2">
          {[...Map.groupBy(strayed, ({ phase }) => phase)].map(([phase, own]) => (
            <li key={phase.id}>
              {words.strayedFrom(
                nameOf(phase),
                own
                  .map(({ seat }) =>
                    words.because(
                      seat.technicianName ?? '',
                      `${clock.dateAt(seat.startsAt, 'day')} ${clock.range(seat.startsAt, seat.endsAt)}`,
                    ),
                  )
                  .join(', '),
              )}
            </li>
          ))}
        </ul>
      </details>
    </Note>
  )
}
