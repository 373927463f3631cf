import { shownState } from '@regie/contract/board-filters'
import { Filter } from 'lucide-react'
import { Dialog, DialogTrigger } from 'react-aria-components'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Option } from '../../ui/option.ts'
import { Popover } from '../../ui/popover.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useBoard } from '../board-context.tsx'
import { countFilters, noFilters } from '../board-view.ts'
import { viewWords } from '../view-words.ts'
import { planningWords } from '../words.ts'

const ALL = '*'
const categories = ['recurrent', 'seasonal', 'urgent', 'one_off'] as const

type ChoiceProps = {
  readonly label: string
  readonly all: string
  readonly value: string | undefined
  readonly options: readonly Option<string>[]
  readonly onChange: (value: string | undefined) => void
}

/** One of the things on the board, or all of them; a filter that names something gone stays visible as it is. */
const Choice = ({ label, all, value, options, onChange }: ChoiceProps) => {
  const unknown = value !== undefined && !options.some(({ id }) => id === value)
  if (options.length === 0 && !unknown) return null
  return (
    <Select
      label={label}
      value={value ?? ALL}
      onChange={(id) => onChange(id === ALL ? undefined : id)}
      options={[
        { id: ALL, label: all },
        ...options,
        ...(unknown ? [{ id: value, label: value }] : []),
      ]}
    />
  )
}

/** Options from pairs of id and name, each once, by name. */
const optionsOf = (pairs: Iterable<readonly [string, string]>): Option<string>[] =>
  [...new Map([...pairs].filter(([id]) => id !== ''))]
    .map(([id, label]) => ({ id, label: label || id }))
    .sort((a, b) => a.label.localeCompare(b.label))

const PeopleFilters = () => {
  const words = useWords(planningWords)
  const { filters } = useWords(viewWords)
  const { read, view, setView } = useBoard()
  const people = read.data?.technicians ?? []
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-semibold text-ink-2 text-xs">{filters.people}</legend>
      <SearchField
        label={words.filterTechnicians}
        value={view.technician ?? ''}
        onChange={(technician) => setView({ technician: technician || undefined })}
        className="max-w-none"
      />
      <Choice
        label={filters.team}
        all={filters.allTeams}
        value={view.team}
        options={optionsOf(people.map(({ team }) => [team, team]))}
        onChange={(team) => setView({ team })}
      />
      <Choice
        label={words.filterSkills}
        all={words.allSkills}
        value={view.skill}
        options={optionsOf(
          people.flatMap(({ skills }) => skills.map(({ id, name }) => [id, name])),
        )}
        onChange={(skill) => setView({ skill })}
      />
    </fieldset>
  )
}

const WorkFilters = () => {
  const words = useWords(planningWords)
  const { filters } = useWords(viewWords)
  const { bars, view, setView } = useBoard()
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-semibold text-ink-2 text-xs">{filters.work}</legend>
      <Choice
        label={filters.priority}
        all={filters.allPriorities}
        value={view.priority}
        options={optionsOf(
          bars.map(({ priorityId, priorityName }) => [priorityId ?? '', priorityName]),
        )}
        onChange={(priority) => setView({ priority })}
      />
      <Choice
        label={words.filterCategory}
        all={words.allCategories}
        value={view.category}
        options={categories.map((id) => ({ id, label: words.categories[id] }))}
        onChange={(id) => setView({ category: categories.find((one) => one === id) })}
      />
      <Choice
        label={filters.state}
        all={filters.allStates}
        value={view.state}
        options={shownState.options.map((id) => ({
          id,
          label: id === 'late' ? words.late : words.states[id],
        }))}
        onChange={(id) => setView({ state: shownState.options.find((one) => one === id) })}
      />
      <Choice
        label={filters.client}
        all={filters.allClients}
        value={view.client}
        options={optionsOf(bars.map(({ clientId, clientName }) => [clientId, clientName]))}
        onChange={(client) => setView({ client })}
      />
      <Choice
        label={filters.project}
        all={filters.allProjects}
        value={view.project}
        options={optionsOf(
          bars.map(({ projectId, projectName }) => [projectId ?? '', projectName]),
        )}
        onChange={(project) => setView({ project })}
      />
      <Choice
        label={filters.territory}
        all={filters.allTerritories}
        value={view.territory}
        options={optionsOf(bars.map(({ territory }) => [territory, territory]))}
        onChange={(territory) => setView({ territory })}
      />
    </fieldset>
  )
}

/** Whom and what the board shows; kept in the address, so that a filtered view can be shared. */
export const FilterMenu = () => {
  const words = useWords(planningWords)
  const { view, setView, isMonth } = useBoard()
  const count = countFilters(view)
  return (
    <DialogTrigger>
      <IconButton
        icon={Filter}
        label={count > 0 ? `${words.filter} (${count})` : words.filter}
        className={count > 0 ? 'bg-accent-soft text-accent-ink' : ''}
      />
      <Popover>
        <Dialog aria-label={words.filter} className="flex w-72 flex-col gap-4 p-4 outline-none">
          <PeopleFilters />
          {!isMonth && <WorkFilters />}
          <Button isDisabled={count === 0} onPress={() => setView(noFilters)}>
            {words.empty.clear}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
