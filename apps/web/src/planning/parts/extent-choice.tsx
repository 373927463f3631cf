import { ChevronDown } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useWords } from '../../lib/language.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useBoard } from '../board-context.tsx'
import { extents } from '../board-view.ts'
import { useToolbarRoom } from '../use-room.ts'
import { planningWords } from '../words.ts'

const keyOf = { day: 'D', three: '3', week: 'W', month: 'M' } as const

/** How many days are shown: side by side where there is room, else behind one button. */
export const ExtentChoice = () => {
  const words = useWords(planningWords)
  const { view, setView } = useBoard()
  const room = useToolbarRoom()
  if (room === 'wide')
    return (
      <div className="shrink-0 whitespace-nowrap">
        <Segmented
          label={words.views.label}
          value={view.view}
          onChange={(next) => setView({ view: next })}
          choices={extents.map((id) => ({ id, label: words.views[id] }))}
        />
      </div>
    )
  return (
    <Menu
      label={words.views.label}
      placement={room === 'narrow' ? 'bottom end' : 'bottom start'}
      trigger={
        <AriaButton
          aria-label={`${words.views.label}, ${words.views[view.view]}`}
          className={`${buttonClass({})} shrink-0 px-2.5`}
        >
          {words.views[view.view]}
          <ChevronDown aria-hidden className="size-4 text-ink-2" />
        </AriaButton>
      }
    >
      {extents.map((id) => (
        <MenuItem
          key={id}
          isChosen={view.view === id}
          shortcut={keyOf[id]}
          onAction={() => setView({ view: id })}
        >
          {words.views[id]}
        </MenuItem>
      ))}
    </Menu>
  )
}
