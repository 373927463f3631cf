import {
  CalendarRange,
  CircleHelp,
  Download,
  Ellipsis,
  Map as MapIcon,
  Redo2,
  Settings2,
  Table2,
} from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuBranch, MenuDivider, MenuItem } from '../../ui/menu.tsx'
import { useBoard } from '../board-context.tsx'
import { mapWords } from '../map-words.ts'
import { useToolbarRoom } from '../use-room.ts'
import { viewWords } from '../view-words.ts'
import { planningWords } from '../words.ts'
import { DisplayItems } from './display-items.tsx'
import { FilesItems } from './files-items.tsx'

type Props = { readonly onHelp: () => void }

const HelpItem = ({ onHelp }: Props) => {
  const words = useWords(planningWords)
  return (
    <MenuItem icon={CircleHelp} shortcut="?" onAction={onHelp}>
      {words.help}
    </MenuItem>
  )
}

/** Each tool by itself. */
const Spread = ({ onHelp }: Props) => {
  const words = useWords(planningWords)
  const { show } = useWords(mapWords)
  const { files } = useWords(viewWords)
  const { view, setView, isMonth } = useBoard()
  const list = view.list ? words.asBoard : words.asList
  return (
    <>
      {!isMonth && (
        <>
          <IconButton
            icon={view.list ? CalendarRange : Table2}
            label={list}
            onPress={() => setView({ list: !view.list })}
          />
          <IconButton
            icon={MapIcon}
            label={show}
            className={view.map ? 'bg-accent-soft text-accent-ink' : ''}
            onPress={() => setView({ map: !view.map })}
          />
        </>
      )}
      <Menu label={files.menu} trigger={<IconButton icon={Download} label={files.menu} />}>
        <FilesItems />
      </Menu>
      <Menu label={words.display} trigger={<IconButton icon={Settings2} label={words.display} />}>
        {!isMonth && <DisplayItems />}
        {!isMonth && <MenuDivider />}
        <HelpItem onHelp={onHelp} />
      </Menu>
    </>
  )
}

/** The same tools behind one button. */
const Gathered = ({ onHelp }: Props) => {
  const words = useWords(planningWords)
  const { show } = useWords(mapWords)
  const { files } = useWords(viewWords)
  const { view, setView, isMonth, mayPlan, redo, history } = useBoard()
  const isNarrow = useToolbarRoom() === 'narrow'
  const list = view.list ? words.asBoard : words.asList
  return (
    <Menu label={words.more} trigger={<IconButton icon={Ellipsis} label={words.more} />}>
      {isNarrow && mayPlan && (
        <MenuItem
          icon={Redo2}
          shortcut="Ctrl Y"
          isDisabled={history.future.length === 0 || history.busy}
          onAction={redo}
        >
          {words.redo}
        </MenuItem>
      )}
      {!isMonth && (
        <>
          <MenuItem
            icon={view.list ? CalendarRange : Table2}
            shortcut="V"
            onAction={() => setView({ list: !view.list })}
          >
            {list}
          </MenuItem>
          <MenuItem
            icon={MapIcon}
            shortcut="G"
            isChosen={view.map}
            onAction={() => setView({ map: !view.map })}
          >
            {show}
          </MenuItem>
          <MenuBranch icon={Settings2} title={words.display}>
            <DisplayItems />
          </MenuBranch>
        </>
      )}
      <MenuBranch icon={Download} title={files.menu}>
        <FilesItems />
      </MenuBranch>
      <MenuDivider />
      <HelpItem onHelp={onHelp} />
    </Menu>
  )
}

/** How the plan is looked at and taken away; gathered where the line has no room for all. */
export const LookTools = (props: Props) =>
  useToolbarRoom() === 'wide' ? <Spread {...props} /> : <Gathered {...props} />
