import { ChartGantt, ChevronLeft, ChevronRight, Table2 } from 'lucide-react'
import { useClock } from '../../../lib/clock.ts'
import { useWords } from '../../../lib/language.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { timelineWords } from '../../timeline-words.ts'
import type { TimelineView } from '../../use-timeline-view.ts'

type Props = {
  readonly shown: TimelineView
  readonly along: boolean
  /** Absent for those who may not write. */
  readonly onAlong: ((along: boolean) => void) | undefined
}

/** How much of the time, in which groups, and as what. */
export const TimelineToolbar = ({ shown, along, onAlong }: Props) => {
  const words = useWords(timelineWords)
  const { view, setView } = shown
  return (
    <div className="relative flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b p-3 *:shrink-0 max-sm:flex-nowrap max-sm:overflow-x-auto">
      <Segmented
        label={words.zoom}
        value={view.zoom}
        onChange={(zoom) => setView({ zoom })}
        choices={[
          { id: 'all', label: words.all },
          { id: 'day', label: words.day },
        ]}
      />
      {view.zoom === 'day' && <Days shown={shown} />}
      <Segmented
        label={words.rows}
        value={view.by}
        onChange={(by) => setView({ by })}
        choices={[
          { id: 'stage', label: words.byStage },
          { id: 'department', label: words.byDepartment },
        ]}
      />
      <Segmented
        label={words.looks}
        value={view.as}
        onChange={(as) => setView({ as })}
        choices={[
          { id: 'chart', label: words.chart, icon: ChartGantt },
          { id: 'table', label: words.table, icon: Table2 },
        ]}
      />
      {onAlong && view.as === 'chart' && (
        <Switch label={words.along} value={along} onChange={onAlong} />
      )}
    </div>
  )
}

const Days = ({ shown }: { shown: TimelineView }) => {
  const words = useWords(timelineWords)
  const clock = useClock()
  const { days, date, setView } = shown
  const former = days.findLast((one) => one < date)
  const next = days.find((one) => one > date)
  return (
    <div className="flex items-center gap-1">
      <IconButton
        icon={ChevronLeft}
        label={words.former}
        isDisabled={!former}
        onPress={() => former && setView({ day: former })}
      />
      <span className="nums min-w-28 text-center font-medium first-letter:uppercase">
        {clock.date(date, 'medium')}
      </span>
      <IconButton
        icon={ChevronRight}
        label={words.next}
        isDisabled={!next}
        onPress={() => next && setView({ day: next })}
      />
    </div>
  )
}
