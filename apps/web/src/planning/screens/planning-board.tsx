import { Link } from '@tanstack/react-router'
import { CalendarOff, HardHat, SearchX } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../../lib/language.tsx'
import { late } from '../../lib/late.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Note } from '../../ui/note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BoardProvider, useBoard } from '../board-context.tsx'
import { useBoardPalette } from '../palette/use-board-palette.ts'
import { BoardCanvas } from '../parts/board-canvas.tsx'
import { BoardTable } from '../parts/board-table.tsx'
import { BoardToolbar } from '../parts/board-toolbar.tsx'
import { HelpDialog } from '../parts/help-dialog.tsx'
import { MonthView } from '../parts/month-view.tsx'
import { OverrideDialog } from '../parts/override-dialog.tsx'
import { PlanDialog } from '../parts/plan-dialog.tsx'
import { ProposalPanel } from '../parts/proposal-panel.tsx'
import { PublishDialog } from '../parts/publish-dialog.tsx'
import { RunStrip } from '../parts/run-strip.tsx'
import { SidePanel } from '../parts/side-panel.tsx'
import { SplitDialog } from '../parts/split-dialog.tsx'
import { rowWords } from '../row-words.ts'
import { useBacklogWindow } from '../use-backlog-window.ts'
import { useDefaultView } from '../use-default-view.ts'
import { type Screen, useScreenKeys } from '../use-screen-keys.ts'
import { planningWords } from '../words.ts'

type Open = 'plan' | 'publish' | 'help' | 'proposal' | 'split' | null

const Waiting = () => {
  const words = useWords(planningWords)
  return (
    <div aria-busy className="flex min-h-0 flex-1 flex-col gap-px p-3" title={words.loading}>
      {[0, 1, 2, 3, 4, 5, 6, 7].map((row) => (
        <Skeleton key={row} className="h-12 w-full" />
      ))}
    </div>
  )
}

const NoRows = () => {
  const words = useWords(planningWords)
  const { board, setView } = useBoard()
  if (board && board.technicians.length > 0) {
    const clear = () => setView({ technician: undefined, team: undefined, skill: undefined })
    return (
      <div className="flex-1">
        <EmptyState icon={SearchX} title={words.empty.filtered} text={words.empty.filteredText}>
          <Button onPress={clear}>{words.empty.clear}</Button>
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="flex-1">
      <EmptyState icon={HardHat} title={words.empty.title} text={words.empty.text}>
        <div className="flex gap-2">
          <Link to="/technicians" className={buttonClass({ tone: 'primary' })}>
            {words.empty.add}
          </Link>
          <Link to="/imports" className={buttonClass({})}>
            {words.empty.import}
          </Link>
        </div>
      </EmptyState>
    </div>
  )
}

/** Rows of work are made of visits: without any there is nothing to show. */
const NoWork = () => {
  const words = useWords(rowWords)
  return (
    <div className="flex-1">
      <EmptyState icon={CalendarOff} title={words.noWork} text={words.noWorkText} />
    </div>
  )
}

const Middle = () => {
  const { read, rows, technicians, view, isMonth } = useBoard()
  if (isMonth) return <MonthView />
  if (read.error && !read.data) {
    return (
      <div className="flex-1">
        <ErrorState problem={read.error} retry={() => void read.refetch()} />
      </div>
    )
  }
  if (!read.data) return <Waiting />
  if (technicians.length === 0) return <NoRows />
  if (rows.length === 0) return <NoWork />
  return view.list ? <BoardTable /> : <BoardCanvas />
}

/** Leaflet and the ground come with the first look at a map, not with the board. */
const MapPanel = late(() => import('../parts/map-panel.tsx'), 'MapPanel')

const Split = () => {
  const { view, isMonth, read } = useBoard()
  if (!view.map || isMonth || !read.data) return <Middle />
  return (
    <div className="flex min-h-0 min-w-0 flex-1 max-lg:flex-col">
      <Middle />
      <Suspense fallback={<Skeleton className="min-h-0 flex-1" />}>
        <MapPanel />
      </Suspense>
    </div>
  )
}

const isWide = () => matchMedia('(min-width: 1200px)').matches

const focusSearch = () =>
  document.querySelector<HTMLInputElement>('[data-backlog-search] input')?.focus()

const usePanels = () => {
  const [open, setOpen] = useState<Open>(null)
  const [aside, setAside] = useState(isWide)
  const { select } = useBoard()
  const showBacklog = (shown: boolean) => {
    select(null)
    setAside(shown)
  }
  const screen: Screen = {
    plan: () => setOpen('plan'),
    publish: () => setOpen('publish'),
    help: () => setOpen('help'),
    backlog: () => showBacklog(!aside),
    search: () => {
      // What is typed next belongs into the field: without it, these letters would be keys of the board.
      flushSync(() => showBacklog(true))
      focusSearch()
      // A palette that closes takes the focus back with it.
      requestAnimationFrame(focusSearch)
    },
  }
  useScreenKeys(screen)
  useBoardPalette({ ...screen, split: () => setOpen('split') })
  return { open, setOpen, aside, setAside, showBacklog }
}

type OverlayProps = {
  readonly open: Open
  readonly setOpen: (open: Open) => void
}

const Overlays = ({ open, setOpen }: OverlayProps) => {
  const { setView, question, selectedBar } = useBoard()
  const close = () => setOpen(null)
  const started = (runId: string) => {
    setView({ run: runId })
    close()
  }
  return (
    <>
      {question && <OverrideDialog reasons={question.reasons} onAnswer={question.answer} />}
      {open === 'plan' && <PlanDialog onClose={close} onStarted={started} />}
      {open === 'publish' && <PublishDialog onClose={close} />}
      {open === 'help' && <HelpDialog onClose={close} />}
      {open === 'split' && selectedBar && <SplitDialog bar={selectedBar} onClose={close} />}
    </>
  )
}

const Board = () => {
  const words = useWords(planningWords)
  const { board, spoken, runId, dismissRun } = useBoard()
  useDefaultView()
  useBacklogWindow()
  const { open, setOpen, aside, setAside, showBacklog } = usePanels()
  useEffect(() => {
    document.title = `${words.title} · Régie`
  }, [words])
  return (
    <div className="relative flex h-[calc(100dvh-3rem)] min-h-80 flex-col print:h-auto [@media(max-height:500px)]:min-h-[26rem]">
      <h1 className="sr-only">{words.title}</h1>
      <p id="board-help" className="sr-only">
        {words.boardHelp}
      </p>
      <BoardToolbar
        onPlan={() => setOpen('plan')}
        onPublish={() => setOpen('publish')}
        onHelp={() => setOpen('help')}
        onBacklog={() => showBacklog(!aside)}
      />
      {runId && <RunStrip runId={runId} onSee={() => setOpen('proposal')} onDismiss={dismissRun} />}
      {board?.travel.fallback && <Note tone="warn">{words.travelFallback}</Note>}
      <div className="relative flex min-h-0 flex-1">
        <Split />
        {open === 'proposal' && runId ? (
          <ProposalPanel runId={runId} onClose={() => setOpen(null)} />
        ) : (
          <SidePanel isOpen={aside} onOpen={setAside} />
        )}
      </div>
      <p role="status" aria-live="polite" className="sr-only" data-testid="board-says">
        {spoken}
      </p>
      <Overlays open={open} setOpen={setOpen} />
    </div>
  )
}

/** The board, where planners live. */
export const PlanningBoard = () => (
  <BoardProvider>
    <Board />
  </BoardProvider>
)
