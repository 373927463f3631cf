import type { Production } from '@regie/contract/productions'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, Printer } from 'lucide-react'
import { useEffect } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { FittedPaper } from '../../ui/fitted-paper.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useProduction } from '../api.ts'
import { TimelineChart } from '../parts/timeline/timeline-chart.tsx'
import { TimelineLegend } from '../parts/timeline/timeline-legend.tsx'
import { pagesOf } from '../timeline-pages.ts'
import { groupsOf } from '../timeline-rows.ts'
import { timelineWords } from '../timeline-words.ts'
import { useTimelineView } from '../use-timeline-view.ts'

/** Rows of 36 px on the 277 mm of a sheet, with room for head, hours and legend. */
const ROWS_A_SHEET = 24

/** The production along time on paper or in a PDF: A3 landscape, the days and groups of the screen. */
export const TimelinePrint = () => {
  const words = useWords(timelineWords)
  const projectId = useParam('projectId')
  return (
    <div className="min-h-full bg-canvas print:bg-white">
      <div className="flex flex-wrap items-center gap-3 border-line-strong/60 border-b bg-surface px-3 py-2 print:hidden">
        <Link
          to={`/projects/${projectId}/timeline`}
          search={true as never}
          className={buttonClass({})}
        >
          <ArrowLeft aria-hidden className="size-4" />
          {words.back}
        </Link>
        <Button icon={Printer} tone="primary" onPress={() => print()}>
          {words.printShort}
        </Button>
        <p className="text-[0.8125rem] text-ink-2">{words.hint}</p>
      </div>
      <Loaded read={useProduction(projectId)}>
        {(production) => <Paper production={production} />}
      </Loaded>
    </div>
  )
}

const Paper = ({ production }: { production: Production }) => {
  const words = useWords(timelineWords)
  const clock = useClock()
  const { view, axis, names, date } = useTimelineView(production)
  const { code, name } = production.project
  useEffect(() => {
    document.title = `${name} · Régie`
  }, [name])
  if (!axis) return null
  const [first, last] = [axis.days[0]?.date ?? date, axis.days.at(-1)?.date ?? date]
  return (
    <FittedPaper>
      <header className="mb-3 flex items-baseline justify-between gap-4">
        <h1 className="font-semibold text-xl">
          {name} <span className="font-normal text-ink-2 text-sm">{code}</span>
        </h1>
        <p className="nums text-ink-2 text-sm">
          {view.zoom === 'day' ? clock.date(date, 'long') : clock.days(first, last, true)}
          {' · '}
          {words.printedAt(clock.dateTime(new Date().toISOString(), 'dated'))}
        </p>
      </header>
      {pagesOf(groupsOf(production, names, axis), ROWS_A_SHEET).map((groups) => (
        <div key={groups[0]?.lines[0]?.phase.id} className="mb-4 break-inside-avoid">
          <TimelineChart
            groups={groups}
            axis={axis}
            criticalPath={production.criticalPath}
            now={0}
            isPaper
          />
        </div>
      ))}
      <TimelineLegend />
    </FittedPaper>
  )
}
