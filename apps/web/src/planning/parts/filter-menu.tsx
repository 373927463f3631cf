import { Filter } from 'lucide-react'
import { Dialog, DialogTrigger } from 'react-aria-components'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useBoard } from '../board-context.tsx'
import { planningWords } from '../words.ts'

const ALL = 'all'
const categories = ['recurrent', 'seasonal', 'urgent', 'one_off'] as const

/** Whom and what the board shows; kept in the address, so that a filtered view can be shared. */
export const FilterMenu = () => {
  const words = useWords(planningWords)
  const { board, view, setView } = useBoard()
  const skills = new Map(
    board?.technicians.flatMap((technician) =>
      technician.skills.map(({ id, name }) => [id, name] as const),
    ),
  )
  const count = [view.technician, view.skill, view.category].filter(Boolean).length
  return (
    <DialogTrigger>
      <IconButton
        icon={Filter}
        label={count > 0 ? `${words.filter} (${count})` : words.filter}
        className={count > 0 ? 'bg-accent-soft text-accent-ink' : ''}
      />
      <Popover className="w-72">
        <Dialog aria-label={words.filter} className="flex flex-col gap-3 p-3 outline-none">
          <SearchField
            label={words.filterTechnicians}
            value={view.technician ?? ''}
            onChange={(technician) => setView({ technician: technician || undefined })}
            className="max-w-none"
          />
          <Select
            label={words.filterSkills}
            value={view.skill ?? ALL}
            onChange={(id) => setView({ skill: id === ALL || !id ? undefined : id })}
            options={[
              { id: ALL, label: words.allSkills },
              ...[...skills].map(([id, label]) => ({ id, label })),
            ]}
          />
          <Select
            label={words.filterCategory}
            value={view.category ?? ALL}
            onChange={(id) => setView({ category: categories.find((one) => one === id) })}
            options={[
              { id: ALL, label: words.allCategories },
              ...categories.map((id) => ({ id, label: words.categories[id] })),
            ]}
          />
          <Button
            isDisabled={count === 0}
            onPress={() =>
              setView({ technician: undefined, skill: undefined, category: undefined })
            }
          >
            {words.empty.clear}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
