// What the palette can do with the whole board: views, files, plan, publish, undo.
import { boardGrouping } from '@regie/contract/board-filters'
import { useNavigate } from '@tanstack/react-router'
import {
  CalendarCheck,
  CalendarDays,
  CalendarPlus,
  ChevronLeft,
  ChevronRight,
  CircleHelp,
  FileSpreadsheet,
  FileText,
  ListChecks,
  Map as MapIcon,
  Maximize,
  Printer,
  Redo2,
  Rows3,
  Search,
  Send,
  Sparkles,
  Table2,
  Undo2,
} from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { saveFile } from '../../lib/save-file.ts'
import { fileAddress } from '../api-views.ts'
import { useBoard } from '../board-context.tsx'
import { extents, shifted } from '../board-view.ts'
import { mapWords } from '../map-words.ts'
import { rowWords } from '../row-words.ts'
import type { Screen } from '../use-screen-keys.ts'
import { viewWords } from '../view-words.ts'
import { planningWords } from '../words.ts'
import type { Maybe } from './fitting.ts'
import { paletteWords } from './palette-words.ts'

const extentKeys = { day: 'D', three: '3', week: 'W', month: 'M' } as const

const useDeedEntries = (screen: Screen): readonly Maybe[] => {
  const words = useWords(planningWords)
  const { kinds, undo, redo } = useWords(paletteWords)
  const board = useBoard()
  const { mayPlan, history } = board
  const kind = kinds.deed
  const last = history.past.at(-1)
  const next = history.future.at(-1)
  const about = { kind }
  return [
    mayPlan && {
      ...about,
      id: 'plan',
      label: words.plan,
      icon: Sparkles,
      keys: 'P',
      run: screen.plan,
    },
    mayPlan && {
      ...about,
      id: 'publish',
      label: words.publish,
      icon: Send,
      keys: '⇧ P',
      run: screen.publish,
    },
    mayPlan &&
      last && {
        ...about,
        id: 'undo',
        label: undo(last.label),
        icon: Undo2,
        keys: 'Ctrl Z',
        run: board.undo,
      },
    mayPlan &&
      next && {
        ...about,
        id: 'redo',
        label: redo(next.label),
        icon: Redo2,
        keys: 'Ctrl Y',
        run: board.redo,
      },
    {
      ...about,
      id: 'backlog',
      label: words.backlog.show,
      icon: ListChecks,
      keys: 'B',
      run: screen.backlog,
    },
    {
      ...about,
      id: 'backlog-search',
      label: words.shortcuts.keys.search,
      icon: Search,
      keys: '/',
      run: () => requestAnimationFrame(screen.search),
    },
    { ...about, id: 'help', label: words.help, icon: CircleHelp, keys: '?', run: screen.help },
  ]
}

const useLookEntries = (): readonly Maybe[] => {
  const words = useWords(planningWords)
  const { show } = useWords(mapWords)
  const { kinds } = useWords(paletteWords)
  const { view, setView, today, isMonth, surface } = useBoard()
  const about = { kind: kinds.look }
  const turn = (by: number) => () => setView({ date: shifted(view, today, by) })
  return [
    {
      ...about,
      id: 'today',
      label: words.today,
      icon: CalendarCheck,
      keys: 'T',
      run: () => setView({ date: undefined }),
    },
    {
      ...about,
      id: 'earlier',
      label: words.previous,
      icon: ChevronLeft,
      keys: '⇧ ←',
      run: turn(-1),
    },
    { ...about, id: 'later', label: words.next, icon: ChevronRight, keys: '⇧ →', run: turn(1) },
    !isMonth && {
      ...about,
      id: 'list',
      label: view.list ? words.asBoard : words.asList,
      icon: Table2,
      keys: 'V',
      run: () => setView({ list: !view.list }),
    },
    !isMonth && {
      ...about,
      id: 'map',
      label: show,
      icon: MapIcon,
      keys: 'G',
      run: () => setView({ map: !view.map }),
    },
    !isMonth && {
      ...about,
      id: 'fit',
      label: words.fit,
      icon: Maximize,
      keys: '0',
      run: () => surface.current?.fit(),
    },
  ]
}

const useRowEntries = (): readonly Maybe[] => {
  const { groupings } = useWords(rowWords)
  const { kinds, rows } = useWords(paletteWords)
  const { view, setView, isMonth } = useBoard()
  return boardGrouping.options.map(
    (grouping): Maybe =>
      !isMonth &&
      grouping !== view.rows && {
        kind: kinds.look,
        id: `rows-${grouping}`,
        label: rows(groupings[grouping]),
        icon: Rows3,
        run: () => setView({ rows: grouping }),
      },
  )
}

const useExtentEntries = (): readonly Maybe[] => {
  const { shortcuts } = useWords(planningWords)
  const { kinds } = useWords(paletteWords)
  const { view, setView } = useBoard()
  return extents.map(
    (extent): Maybe =>
      extent !== view.view && {
        kind: kinds.look,
        id: `extent-${extent}`,
        label: shortcuts.keys[extent],
        icon: CalendarDays,
        keys: extentKeys[extent],
        run: () => setView({ view: extent }),
      },
  )
}

const useFileEntries = (): readonly Maybe[] => {
  const { files } = useWords(viewWords)
  const { kinds } = useWords(paletteWords)
  const { range, view } = useBoard()
  const navigate = useNavigate()
  const about = { kind: kinds.look }
  const print = () => void navigate({ to: '/planning/print', search: true as never })
  const icons = { xlsx: FileSpreadsheet, csv: FileText, ics: CalendarPlus } as const
  const take = (['xlsx', 'csv', 'ics'] as const).map((file) => ({
    ...about,
    id: `file-${file}`,
    label: files[file],
    icon: icons[file],
    run: () => saveFile(fileAddress(file, range, view)),
  }))
  return [{ ...about, id: 'print', label: files.print, icon: Printer, run: print }, ...take]
}

export const useBoardEntries = (screen: Screen): readonly Maybe[] => [
  ...useDeedEntries(screen),
  ...useExtentEntries(),
  ...useLookEntries(),
  ...useRowEntries(),
  ...useFileEntries(),
]
