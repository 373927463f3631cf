import type { Phase } from '@regie/contract/productions'
import { Route } from 'lucide-react'
import { useClock } from '../../../lib/clock.ts'
import { useWords } from '../../../lib/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import type { TimelineGroup, TimelineLine } from '../../timeline-rows.ts'
import { timelineWords } from '../../timeline-words.ts'
import { looks, usePhaseName } from '../coverage-grid.tsx'

type Props = {
  readonly phases: readonly Phase[]
  readonly groups: readonly TimelineGroup[]
  readonly onOpen: ((phase: Phase) => void) | undefined
}

const cell = 'border-line border-t px-3 py-2 align-top'
const tones = { covered: 'good', offered: 'warn', uncovered: 'bad' } as const

/** Everything the chart shows, as lines to be read. */
export const TimelineTable = ({ phases, groups, onOpen }: Props) => {
  const words = useWords(timelineWords)
  const heads = [words.phase, words.hours, words.length, words.crew, words.after, words.slack]
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full min-w-[48rem] text-left">
        <thead className="text-[0.8125rem] text-ink-2">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-3 py-2 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, title, lines }) => (
          <tbody key={key}>
            <tr>
              <th
                colSpan={heads.length}
                scope="rowgroup"
                dir="auto"
                className="border-line border-t bg-sunken px-3 py-1.5 font-semibold"
              >
                {title}
              </th>
            </tr>
            {lines.map((line) => (
              <Line key={line.phase.id} line={line} phases={phases} onOpen={onOpen} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

const Line = ({
  line,
  phases,
  onOpen,
}: Pick<Props, 'phases' | 'onOpen'> & { line: TimelineLine }) => {
  const words = useWords(timelineWords)
  const clock = useClock()
  const nameOf = usePhaseName()
  const { phase, wanted, covered, offered, coverage, isCritical } = line
  const { startsAt, endsAt } = phase
  const waits = phase.dependencies.flatMap(({ afterId, lagMinutes }) => {
    const before = phases.find(({ id }) => id === afterId)
    const lag = lagMinutes > 0 ? ` ${words.lag(clock.duration(lagMinutes))}` : ''
    return before ? [nameOf(before) + lag] : []
  })
  return (
    <tr>
      <th scope="row" className={`${cell} font-medium`}>
        {onOpen ? (
          <button
            type="button"
            dir="auto"
            onClick={() => onOpen(phase)}
            className="min-h-6 text-left hover:underline"
          >
            {nameOf(phase)}
          </button>
        ) : (
          nameOf(phase)
        )}
        {isCritical && (
          <span className="flex items-center gap-1 font-normal text-violet text-xs">
            <Route aria-hidden className="size-3.5" />
            {words.critical}
          </span>
        )}
      </th>
      <td className={`${cell} nums whitespace-nowrap`}>
        {clock.dateAt(startsAt)} {clock.range(startsAt, endsAt)}
      </td>
      <td className={`${cell} nums whitespace-nowrap`}>
        {clock.duration((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)}
      </td>
      <td className={cell}>
        {coverage ? (
          <Badge tone={tones[coverage]} icon={looks[coverage].icon}>
            {[words.crewOf(covered, wanted), offered > 0 && words.offeredToo(offered)]
              .filter(Boolean)
              .join(', ')}
          </Badge>
        ) : (
          <span className="text-ink-2">{words.nobodyAsked}</span>
        )}
      </td>
      <td className={cell}>
        {waits.join(', ')}
        {line.earlyMinutes !== null && (
          <span className="block text-bad">{words.early(clock.duration(line.earlyMinutes))}</span>
        )}
      </td>
      <td className={`${cell} nums`}>
        {line.slackMinutes === null ? (
          <span className="text-ink-2">{words.free}</span>
        ) : (
          clock.duration(line.slackMinutes)
        )}
      </td>
    </tr>
  )
}
