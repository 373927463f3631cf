import type { Phase } from '@regie/contract/productions'
import { useClock } from '../../../lib/clock.ts'
import { useWords } from '../../../lib/language.tsx'
import { Note } from '../../../ui/note.tsx'
import { strayedOf } from '../../timeline-rows.ts'
import { timelineWords } from '../../timeline-words.ts'
import { usePhaseName } from '../coverage-grid.tsx'

/** Whoever could not go along with a phase that moved, until somebody settles it. */
export const StrayedNote = ({ phases }: { phases: readonly Phase[] }) => {
  const words = useWords(timelineWords)
  const clock = useClock()
  const nameOf = usePhaseName()
  const strayed = strayedOf(phases)
  if (strayed.length === 0) return null
  return (
    <Note tone="warn" title={words.strayed}>
      <ul>
        {strayed.map(({ phase, seat: { positionId, technicianName, startsAt, endsAt } }) => (
          <li key={positionId}>
            {words.strayedOne(
              technicianName ?? '',
              nameOf(phase),
              `${clock.dateAt(startsAt)} ${clock.range(startsAt, endsAt)}`,
            )}
          </li>
        ))}
      </ul>
    </Note>
  )
}
