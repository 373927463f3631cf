import { slackOf } from '@regie/contract/production-timeline'
import type { Phase, Production } from '@regie/contract/productions'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Note } from '../../ui/note.tsx'
import type { CoverageBar } from '../coverage-rows.ts'
import { productionWords } from '../words.ts'
import { usePhaseName } from './coverage-grid.tsx'

type Props = {
  readonly production: Production
  /** Opens a seat, to see who else could take it. */
  readonly onSeat?: (bar: CoverageBar) => void
}

/** What contradicts itself in the plan of a production, and the chain that decides when it is ready. */
export const ProductionWarnings = ({ production, onSeat }: Props) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const nameOf = usePhaseName()
  const { overlaps, earlyStarts, criticalPath, shortages, kept } = production
  const slack = slackOf(production.phases)
  const phases = new Map(production.phases.map((phase) => [phase.id, phase]))
  const name = (id: string): string => {
    const phase = phases.get(id)
    return phase ? `${nameOf(phase)} (${clock.dateTime(phase.startsAt, 'day')})` : ''
  }
  return (
    <>
      {overlaps.length > 0 && (
        <Note tone="warn" title={words.overlaps}>
          <ul className="flex flex-col gap-2.5">
            {overlaps.map(({ technicianId, technicianName, phaseIds }) => (
              <li key={technicianId + phaseIds.join()}>
                <span className="text-ink">
                  {words.overlap(technicianName, name(phaseIds[0]), name(phaseIds[1]))}
                </span>
                <Flexible
                  phases={phaseIds.flatMap((id) => phases.get(id) ?? [])}
                  technicianId={technicianId}
                  slack={slack}
                  onSeat={onSeat}
                />
              </li>
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
        // On a narrow screen the grid comes first: this is no warning.
        <div className="max-sm:order-last">
          <Note title={words.critical}>
            {words.criticalNote} {criticalPath.map(name).join(' → ')}
          </Note>
        </div>
      )}
    </>
  )
}

type FlexibleProps = {
  readonly phases: readonly Phase[]
  readonly technicianId: string
  readonly slack: ReturnType<typeof slackOf>
  readonly onSeat: Props['onSeat']
}

/** What may give way: a phase with slack, or somebody else on one of the two seats. */
const Flexible = ({ phases, technicianId, slack, onSeat }: FlexibleProps) => {
  const words = useWords(productionWords)
  const clock = useClock()
  const nameOf = usePhaseName()
  const loose = phases.flatMap((phase) => {
    const minutes = slack.get(phase.id) ?? 0
    return minutes > 0 ? [words.flexible(nameOf(phase), clock.duration(minutes))] : []
  })
  const held = phases.flatMap((phase): CoverageBar[] => {
    const seat = phase.seats.find((one) => one.technicianId === technicianId)
    if (!seat) return []
    return [{ phase, seat, from: Date.parse(seat.startsAt), until: Date.parse(seat.endsAt) }]
  })
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      {loose.length > 0 && <span>{loose.join(' · ')}</span>}
      {onSeat &&
        held.map((bar) => (
          <button
            key={bar.seat.positionId}
            type="button"
            onClick={() => onSeat(bar)}
            className="min-h-6 pointer-coarse:min-h-11 text-left text-accent underline underline-offset-2 hover:text-accent-hover"
          >
            {words.othersOn(nameOf(bar.phase))}
          </button>
        ))}
    </span>
  )
}
