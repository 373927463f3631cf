import {
  CalendarRange,
  ListChecks,
  Map as MapIcon,
  Redo2,
  Send,
  Sparkles,
  Table2,
  Undo2,
} from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useDrafts } from '../api.ts'
import { useBoard } from '../board-context.tsx'
import { extents } from '../board-view.ts'
import { mapWords } from '../map-words.ts'
import { useIsSmall } from '../use-surface.ts'
import { planningWords } from '../words.ts'
import { DateSteps } from './date-steps.tsx'
import { DisplayMenu } from './display-menu.tsx'
import { FilesMenu } from './files-menu.tsx'
import { FilterMenu } from './filter-menu.tsx'
import { RowsMenu } from './rows-menu.tsx'
import { ViewsMenu } from './views-menu.tsx'

type Props = {
  readonly onPlan: () => void
  readonly onPublish: () => void
  readonly onHelp: () => void
  readonly onBacklog: () => void
}

const useDraftCount = (): number => {
  const { range } = useBoard()
  const { data } = useDrafts(range)
  return data?.technicians.reduce((sum, { assignmentIds }) => sum + assignmentIds.length, 0) ?? 0
}

const Doing = ({ onPlan, onPublish }: Pick<Props, 'onPlan' | 'onPublish'>) => {
  const words = useWords(planningWords)
  const { mayPlan, undo, redo, history } = useBoard()
  const drafts = useDraftCount()
  const isSmall = useIsSmall()
  if (!mayPlan) return null
  return (
    <>
      <IconButton
        icon={Undo2}
        label={words.undo}
        isDisabled={history.past.length === 0 || history.busy}
        onPress={undo}
      />
      <IconButton
        icon={Redo2}
        label={words.redo}
        isDisabled={history.future.length === 0 || history.busy}
        onPress={redo}
      />
      {isSmall ? (
        <IconButton icon={Sparkles} label={words.plan} onPress={onPlan} />
      ) : (
        <Button icon={Sparkles} onPress={onPlan}>
          {words.plan}
        </Button>
      )}
      {isSmall ? (
        <IconButton
          icon={Send}
          label={drafts > 0 ? words.publishCount(drafts) : words.publish}
          className={drafts > 0 ? 'bg-accent text-on-accent' : ''}
          onPress={onPublish}
          isDisabled={drafts === 0}
        />
      ) : (
        <Button
          icon={Send}
          tone={drafts > 0 ? 'primary' : 'plain'}
          onPress={onPublish}
          isDisabled={drafts === 0}
        >
          {drafts > 0 ? words.publishCount(drafts) : words.publish}
        </Button>
      )}
    </>
  )
}

/** What is shown at the left, what can be done at the right. */
export const BoardToolbar = (props: Props) => {
  const words = useWords(planningWords)
  const mapTexts = useWords(mapWords)
  const { view, setView, isMonth } = useBoard()
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 border-line-strong/60 border-b bg-surface px-2 py-1.5 lg:px-3 print:hidden">
      <DateSteps />
      <Segmented
        label={words.views.label}
        value={view.view}
        onChange={(next) => setView({ view: next })}
        choices={extents.map((id) => ({ id, label: words.views[id] }))}
      />
      <ViewsMenu />
      {!isMonth && <RowsMenu />}
      <FilterMenu />
      {!isMonth && (
        <IconButton
          icon={view.list ? CalendarRange : Table2}
          label={view.list ? words.asBoard : words.asList}
          onPress={() => setView({ list: !view.list })}
        />
      )}
      {!isMonth && (
        <IconButton
          icon={MapIcon}
          label={mapTexts.show}
          className={view.map ? 'bg-accent-soft text-accent-ink' : ''}
          onPress={() => setView({ map: !view.map })}
        />
      )}
      <FilesMenu />
      {!isMonth && <DisplayMenu onHelp={props.onHelp} />}
      <div className="ml-auto flex flex-wrap items-center gap-1.5">
        <Doing onPlan={props.onPlan} onPublish={props.onPublish} />
        <IconButton icon={ListChecks} label={words.backlog.show} onPress={props.onBacklog} />
      </div>
    </div>
  )
}
