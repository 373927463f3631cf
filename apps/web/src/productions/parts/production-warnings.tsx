import type { Production } from '@regie/contract/productions'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Note } from '../../ui/note.tsx'
import { productionWords } from '../words.ts'
import { usePhaseName } from './coverage-grid.tsx'

/** What contradicts itself in the plan of a production, and the chain that decides when it is ready. */
export const ProductionWarnings = ({ production }: { production: Production }) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const nameOf = usePhaseName()
  const { overlaps, earlyStarts, criticalPath, shortages, kept } = production
  const phases = new Map(production.phases.map((phase) => [phase.id, phase]))
  const name = (id: string): string => {
    const phase = phases.get(id)
    return phase ? `${nameOf(phase)} (${clock.dateTime(phase.startsAt, 'day')})` : ''
  }
  return (
    <>
      {overlaps.length > 0 && (
        <Note tone="warn" title={words.overlaps}>
          <ul>
            {overlaps.map(({ technicianId, technicianName, phaseIds: [a, b] }) => (
              <li key={technicianId + a + b}>{words.overlap(technicianName, name(a), name(b))}</li>
            ))}
          </ul>
        </Note>
      )}
      {earlyStarts.length > 0 && (
        <Note tone="warn" title={words.early}>
          <ul>
            {earlyStarts.map(({ phaseId, afterId, minutes }) => (
              <li key={phaseId + afterId}>
                {words.earlyStart(name(phaseId), name(afterId), clock.duration(minutes))}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {shortages.length + kept.length > 0 && (
        <Note tone="warn" title={words.equipmentShort}>
          <ul>
            {shortages.map((one) => (
              <li key={one.phaseId + one.name + one.startsAt}>
                {words.shortage(name(one.phaseId), one.name, one.used, one.count)}
                {one.others.length > 0 && ` (${one.others.join(', ')})`}
              </li>
            ))}
            {kept.map((one) => (
              <li key={one.bookingId + one.workOrderId}>
                {words.kept(one.technicianName, name(one.workOrderId), one.label)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {criticalPath.length > 0 && (
        <Note title={words.critical}>
          {words.criticalNote} {criticalPath.map(name).join(' → ')}
        </Note>
      )}
    </>
  )
}
