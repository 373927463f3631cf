import type { Phase, Production } from '@regie/contract/productions'
import { Link, useNavigate } from '@tanstack/react-router'
import { CalendarPlus, ChartGantt, Download, FileSpreadsheet, Plus, Printer } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useMinute } from '../../lib/minute.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { useProduction } from '../api.ts'
import { timelineFiles } from '../api-timeline.ts'
import { PhaseDrawer } from '../parts/phase-drawer.tsx'
import { ProductionHeader } from '../parts/production-header.tsx'
import { StrayedNote } from '../parts/timeline/strayed-note.tsx'
import { TimelineChart } from '../parts/timeline/timeline-chart.tsx'
import { TimelineLegend } from '../parts/timeline/timeline-legend.tsx'
import { TimelineTable } from '../parts/timeline/timeline-table.tsx'
import { TimelineToolbar } from '../parts/timeline/timeline-toolbar.tsx'
import { TryingNote } from '../parts/timeline/trying-note.tsx'
import { TourCard } from '../parts/tour-card.tsx'
import { groupsOf } from '../timeline-rows.ts'
import { timelineWords } from '../timeline-words.ts'
import { usePhaseHands } from '../use-phase-hands.ts'
import { useTimelineActs } from '../use-timeline-acts.ts'
import { useTimelineView } from '../use-timeline-view.ts'

export const Timeline = () => (
  <Loaded read={useProduction(useParam('projectId'))}>
    {(production) => <Sheet production={production} />}
  </Loaded>
)

type Opened = { readonly phase: Phase | null }

const Sheet = ({ production }: { production: Production }) => {
  const mayWrite = useCan()('productions.write')
  const shown = useTimelineView(production)
  const [open, setOpen] = useState<Opened | null>(null)
  const { project, phases } = production
  return (
    <>
      <ProductionHeader
        project={project}
        actions={
          <>
            <Files projectId={project.id} />
            {mayWrite && production.stages.length > 0 && (
              <AddButton onPress={() => setOpen({ phase: null })} />
            )}
          </>
        }
      />
      <Page>
        <StrayedNote phases={phases} />
        {phases.length === 0 ? (
          <Empty projectId={project.id} />
        ) : (
          <Shown
            production={production}
            shown={shown}
            mayWrite={mayWrite}
            onOpen={(phase) => setOpen({ phase })}
          />
        )}
        <TourCard projectId={project.id} />
      </Page>
      {open && (
        <PhaseDrawer
          production={production}
          phase={open.phase}
          date={shown.date}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

type ShownProps = {
  readonly production: Production
  readonly shown: ReturnType<typeof useTimelineView>
  readonly mayWrite: boolean
  readonly onOpen: (phase: Phase) => void
}

const Shown = ({ production, shown, mayWrite, onOpen }: ShownProps) => {
  const words = useWords(timelineWords)
  const hint = useId()
  const now = useMinute()
  const [along, setAlong] = useState(true)
  const { view, axis, names } = shown
  const { phases, criticalPath } = production
  const acts = useTimelineActs(production)
  const hands = usePhaseHands({ phases, axis, along, onDrop: acts.write, onOpen })
  if (!axis) return null
  const pending = hands.taken ? hands.pending : acts.written
  const groups = groupsOf(production, names, axis, pending)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'z') acts.undo()
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') focusBeside(event)
  }
  return (
    <Card isFlush>
      <TimelineToolbar shown={shown} along={along} onAlong={mayWrite ? setAlong : undefined} />
      {groups.length === 0 && <p className="p-4 text-ink-2">{words.noneToday}</p>}
      {view.as === 'table' ? (
        <TimelineTable phases={phases} groups={groups} onOpen={mayWrite ? onOpen : undefined} />
      ) : (
        <section aria-label={words.chart} aria-describedby={hint} onKeyDown={onKeyDown}>
          <TryingNote hands={hands} along={along} phases={phases} />
          <TimelineChart
            groups={groups}
            axis={axis}
            criticalPath={criticalPath}
            now={now}
            hands={mayWrite ? hands : undefined}
          />
          {mayWrite && (
            <p id={hint} className="border-line border-t px-3 pt-2 text-ink-2 text-xs">
              <span className="pointer-coarse:hidden">{words.keys}</span>
              <span className="hidden pointer-coarse:inline">{words.fingers}</span>
            </p>
          )}
          <TimelineLegend />
        </section>
      )}
    </Card>
  )
}

/** Up and down go from bar to bar in the order of rows. */
function focusBeside(event: KeyboardEvent<HTMLElement>): void {
  const bars = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-phase]')]
  const rank = bars.indexOf(event.target as HTMLElement)
  const next = bars[rank + (event.key === 'ArrowUp' ? -1 : 1)]
  if (rank < 0 || !next) return
  event.preventDefault()
  next.focus()
}

const AddButton = ({ onPress }: { onPress: () => void }) => {
  const words = useWords(timelineWords)
  return (
    <Button tone="primary" icon={Plus} onPress={onPress}>
      {words.addPhase}
    </Button>
  )
}

const Files = ({ projectId }: { projectId: string }) => {
  const words = useWords(timelineWords)
  const navigate = useNavigate()
  const files = timelineFiles(projectId)
  return (
    <Menu label={words.files} trigger={<Button icon={Download}>{words.files}</Button>}>
      <MenuItem
        icon={Printer}
        onAction={() =>
          void navigate({ to: `/projects/${projectId}/timeline/print`, search: true as never })
        }
      >
        {words.print}
      </MenuItem>
      <MenuItem icon={FileSpreadsheet} onAction={() => saveFile(files.xlsx)}>
        {words.xlsx}
      </MenuItem>
      <MenuItem icon={CalendarPlus} onAction={() => saveFile(files.ics)}>
        {words.ics}
      </MenuItem>
    </Menu>
  )
}

const Empty = ({ projectId }: { projectId: string }) => {
  const words = useWords(timelineWords)
  return (
    <Card>
      <EmptyState icon={ChartGantt} title={words.none} text={words.noneText}>
        <Link to={`/projects/${projectId}/production`} className={buttonClass({ tone: 'primary' })}>
          {words.toCoverage}
        </Link>
      </EmptyState>
    </Card>
  )
}
