import { ListChecks, Redo2, Send, Sparkles, Undo2 } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useDrafts } from '../api.ts'
import { useBoard } from '../board-context.tsx'
import { useToolbarRoom } from '../use-room.ts'
import { planningWords } from '../words.ts'
import { Colleagues } from './colleagues.tsx'
import { DateSteps } from './date-steps.tsx'
import { ExtentChoice } from './extent-choice.tsx'
import { FilterMenu } from './filter-menu.tsx'
import { LookTools } from './look-tools.tsx'
import { RowsMenu } from './rows-menu.tsx'
import { ViewsMenu } from './views-menu.tsx'

type Props = {
  readonly onPlan: () => void
  readonly onPublish: () => void
  readonly onHelp: () => void
  readonly onBacklog: () => void
}

/** Drafts, and what technicians have not seen of what is published: both are to be looked at. */
const useToPublish = () => {
  const { range } = useBoard()
  const { data } = useDrafts(range)
  const all = data?.technicians ?? []
  return {
    drafts: all.reduce((sum, { assignmentIds }) => sum + assignmentIds.length, 0),
    isEmpty: all.length === 0,
  }
}

const Publish = ({ onPublish }: Pick<Props, 'onPublish'>) => {
  const words = useWords(planningWords)
  const { drafts, isEmpty } = useToPublish()
  const label = drafts > 0 ? words.publishCount(drafts) : words.publish
  if (useToolbarRoom() === 'narrow')
    return (
      <IconButton
        icon={Send}
        label={label}
        className={drafts > 0 ? 'bg-accent text-on-accent' : ''}
        onPress={onPublish}
        isDisabled={isEmpty}
      />
    )
  return (
    <Button
      icon={Send}
      tone={drafts > 0 ? 'primary' : 'plain'}
      className="px-3"
      onPress={onPublish}
      isDisabled={isEmpty}
    >
      {label}
    </Button>
  )
}

const Doing = ({ onPlan, onPublish }: Pick<Props, 'onPlan' | 'onPublish'>) => {
  const words = useWords(planningWords)
  const { mayPlan, undo, redo, history } = useBoard()
  const room = useToolbarRoom()
  if (!mayPlan) return null
  return (
    <>
      <IconButton
        icon={Undo2}
        label={words.undo}
        isDisabled={history.past.length === 0 || history.busy}
        onPress={undo}
      />
      {room !== 'narrow' && (
        <IconButton
          icon={Redo2}
          label={words.redo}
          isDisabled={history.future.length === 0 || history.busy}
          onPress={redo}
        />
      )}
      {room === 'wide' ? (
        <Button icon={Sparkles} onPress={onPlan} className="px-3">
          {words.plan}
        </Button>
      ) : (
        <IconButton icon={Sparkles} label={words.plan} onPress={onPlan} />
      )}
      <Publish onPublish={onPublish} />
    </>
  )
}

/** What is shown at the left, what can be done at the right: one line, on a phone two short ones. */
export const BoardToolbar = (props: Props) => {
  const words = useWords(planningWords)
  const { isMonth } = useBoard()
  const isNarrow = useToolbarRoom() === 'narrow'
  const looks = (
    <div className="flex shrink-0 items-center">
      <ViewsMenu />
      {!isMonth && <RowsMenu />}
      <FilterMenu />
      <LookTools onHelp={props.onHelp} />
    </div>
  )
  const deeds = (
    <div className="ml-auto flex shrink-0 items-center gap-1">
      <Colleagues most={isNarrow ? 1 : 2} />
      <Doing onPlan={props.onPlan} onPublish={props.onPublish} />
      <IconButton icon={ListChecks} label={words.backlog.show} onPress={props.onBacklog} />
    </div>
  )
  const frame =
    'flex min-w-0 border-line-strong/60 border-b bg-surface px-2 py-1.5 print:hidden lg:px-3'
  if (isNarrow)
    return (
      <fieldset aria-label={words.tools} className={`${frame} flex-col gap-1`}>
        <div className="flex min-w-0 items-center gap-1">
          <DateSteps />
          <ExtentChoice />
        </div>
        <div className="flex min-w-0 items-center">
          {looks}
          {deeds}
        </div>
      </fieldset>
    )
  return (
    <fieldset aria-label={words.tools} className={`${frame} items-center gap-2`}>
      <DateSteps />
      <ExtentChoice />
      {looks}
      {deeds}
    </fieldset>
  )
}
