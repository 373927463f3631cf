import { type BacklogGrouping, backlogGrouping } from '@regie/contract/planning-backlog'
import { gap } from '@regie/contract/work-orders'
import { SlidersHorizontal } from 'lucide-react'
import { Dialog, DialogTrigger } from 'react-aria-components'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Select } from '../../ui/select.tsx'
import { useBacklogChoices } from '../api.ts'
import { backlogWords } from '../backlog-words.ts'
import {
  type BacklogState,
  type BacklogView,
  countBacklogFilters,
  withoutFilters,
} from '../use-backlog-view.ts'
import { planningWords } from '../words.ts'

const ALL = '*'
const NONE = 'none'

type ChoiceProps = {
  readonly groupBy: Exclude<BacklogGrouping, 'due' | 'site'>
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** One of what waits, with how many wait there. */
const Choice = ({ groupBy, value, onChange }: ChoiceProps) => {
  const words = useWords(backlogWords)
  const { data } = useBacklogChoices(groupBy)
  const items = (data?.items ?? []).filter(({ key }) => key !== '')
  if (items.length === 0) return null
  return (
    <Select
      label={words.groupings[groupBy]}
      value={value ?? ALL}
      onChange={(key) => onChange(key === ALL ? undefined : key)}
      options={[
        { id: ALL, label: words.all },
        ...items.map(({ key, name, count }) => ({ id: key, label: `${name} (${count})` })),
      ]}
    />
  )
}

const Filters = ({ filters, change }: Pick<BacklogState, 'filters' | 'change'>) => {
  const words = useWords(backlogWords)
  const { gaps } = useWords(planningWords)
  const data = filters.gap ?? filters.quality ?? ALL
  const chooseData = (id: string) =>
    change({
      gap: gap.options.find((one) => one === id),
      quality: id === 'ready' || id === 'incomplete' ? id : undefined,
    })
  return (
    <>
      <Select
        label={words.data}
        value={data}
        onChange={chooseData}
        options={[
          { id: ALL, label: words.anyData },
          { id: 'ready', label: words.ready },
          { id: 'incomplete', label: words.incomplete },
          ...gap.options.map((id) => ({ id, label: gaps[id] })),
        ]}
      />
      <Choice
        groupBy="priority"
        value={filters.priorityId}
        onChange={(priorityId) => change({ priorityId })}
      />
      <Choice
        groupBy="territory"
        value={filters.territory}
        onChange={(territory) => change({ territory })}
      />
      <Choice groupBy="skill" value={filters.skillId} onChange={(skillId) => change({ skillId })} />
      <Choice
        groupBy="client"
        value={filters.clientId}
        onChange={(clientId) => change({ clientId })}
      />
      <Choice
        groupBy="project"
        value={filters.projectId}
        onChange={(projectId) => change({ projectId })}
      />
    </>
  )
}

type Props = Pick<BacklogState, 'filters' | 'change'> & {
  /** False where no board says which days are shown. */
  readonly hasRange: boolean
}

/** Under which headings what waits stands, and what of it is shown. */
export const BacklogOptions = ({ filters, change, hasRange }: Props) => {
  const words = useWords(backlogWords)
  const { backlog } = useWords(planningWords)
  const count = countBacklogFilters(filters)
  return (
    <DialogTrigger>
      <IconButton
        icon={SlidersHorizontal}
        label={count > 0 ? `${words.options} (${count})` : words.options}
        className={count > 0 || filters.groupBy ? 'bg-accent-soft text-accent-ink' : ''}
      />
      <Popover placement="bottom end">
        <Dialog aria-label={words.options} className="flex w-72 flex-col gap-3 p-4 outline-none">
          <Select
            label={words.groupBy}
            value={filters.groupBy ?? NONE}
            onChange={(id) =>
              change({ groupBy: backlogGrouping.options.find((one) => one === id) })
            }
            options={[NONE, ...backlogGrouping.options].map((id) => ({
              id,
              label: words.groupings[id as keyof typeof words.groupings],
            }))}
          />
          <Filters filters={filters} change={change} />
          {hasRange && (
            <Checkbox
              label={backlog.onlyRange}
              value={filters.onlyRange}
              onChange={(onlyRange: BacklogView['onlyRange']) => change({ onlyRange })}
            />
          )}
          <Button isDisabled={count === 0} onPress={() => change(withoutFilters(filters))}>
            {words.clear}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
