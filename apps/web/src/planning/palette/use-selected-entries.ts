// What the palette can do with what is selected: the deeds of its panel, by name.

import { useNavigate } from '@tanstack/react-router'
import {
  ArrowLeftRight,
  CalendarRange,
  ClipboardList,
  Copy,
  Lock,
  LockOpen,
  MapPin,
  MousePointerClick,
  Sparkles,
  Undo2,
  UserCheck,
} from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { doingWords } from '../doing-words.ts'
import type { Grip } from '../engine/drag.ts'
import { gripOf } from '../engine/surface-input.ts'
import { barOf } from '../from-contract.ts'
import { mapWords } from '../map-words.ts'
import { seatOfOpen } from '../open-bars.ts'
import { seatOf, useHoldSeat } from '../use-hold-seat.ts'
import { usePickedDeeds } from '../use-picked-deeds.ts'
import { planningWords } from '../words.ts'
import type { Maybe } from './fitting.ts'
import { paletteWords } from './palette-words.ts'

const MOST_CANDIDATES = 3

/** In hand, to be put down by a click or by the keys: the board takes the keys back from the palette. */
const useHold = () => {
  const { surface } = useBoard()
  return (grip: Grip) => () =>
    requestAnimationFrame(() => {
      surface.current?.drag.pick(grip, 'click', null)
      surface.current?.focus()
    })
}

/** What makes more of a visit. */
const useMoreEntries = (split: () => void): readonly Maybe[] => {
  const doing = useWords(doingWords)
  const { kinds } = useWords(paletteWords)
  const { selectedBar: bar, standing, mayPlan, askedSeat, askFor } = useBoard()
  const hold = useHold()
  if (!bar || !standing || !mayPlan) return []
  const { still } = barOf(bar)
  const about = { detail: bar.siteName, kind: kinds.visit }
  const isAsked = askedSeat === bar.positionId
  return [
    {
      ...about,
      id: 'visit-copy',
      label: doing.duplicate,
      icon: Copy,
      keys: 'C',
      run: hold({ ...gripOf(standing, 'body'), kind: 'copy' }),
    },
    !still && {
      ...about,
      id: 'visit-split',
      label: doing.split.open,
      icon: CalendarRange,
      run: split,
    },
    !still && {
      ...about,
      id: 'visit-slots',
      label: doing.heat.title,
      icon: Sparkles,
      keys: 'A',
      run: () => askFor(isAsked ? null : bar.positionId),
    },
  ]
}

/** A visit on the board. */
const useVisitEntries = (split: () => void): readonly Maybe[] => {
  const words = useWords(planningWords)
  const more = useMoreEntries(split)
  const { onMap } = useWords(mapWords)
  const { kinds } = useWords(paletteWords)
  const navigate = useNavigate()
  const board = useBoard()
  const hold = useHold()
  const { selectedBar: bar, standing, planner, attempt, mayPlan } = board
  if (!bar || !standing) return []
  const { still } = barOf(bar)
  const about = { detail: bar.siteName, kind: kinds.visit }
  return [
    mayPlan &&
      !still && {
        ...about,
        id: 'visit-move',
        label: words.panel.move,
        icon: MousePointerClick,
        keys: 'M',
        run: hold(gripOf(standing, 'body')),
      },
    mayPlan && {
      ...about,
      id: 'visit-lock',
      label: bar.locked ? words.panel.unlock : words.panel.lock,
      icon: bar.locked ? LockOpen : Lock,
      keys: 'L',
      run: () => attempt(bar.id, planner.lock(bar.id, !bar.locked)),
    },
    mayPlan &&
      !still && {
        ...about,
        id: 'visit-unassign',
        label: words.panel.unassign,
        icon: Undo2,
        keys: '⌫',
        run: () => attempt(bar.id, planner.unassign(bar.id)),
      },
    ...more,
    bar.position !== null &&
      !board.view.map && {
        ...about,
        id: 'visit-map',
        label: onMap,
        icon: MapPin,
        run: () => board.setView({ map: true }),
      },
    {
      ...about,
      id: 'visit-work-order',
      label: words.panel.open,
      icon: ClipboardList,
      run: () => void navigate({ to: `/work-orders/${bar.workOrderId}` }),
    },
  ]
}

/** Work that waits, or a hole in a crew: place it by hand, or give it to one of the best. */
const useSeatEntries = (): readonly Maybe[] => {
  const words = useWords(planningWords)
  const { kinds, assignTo } = useWords(paletteWords)
  const clock = useClock()
  const held = useHold()
  const hold = useHoldSeat()
  const board = useBoard()
  const { selection, selectedOpen, suggestions, planner, attempt, mayPlan, select } = board
  const item = selection?.kind === 'item' ? selection.item : undefined
  if (!mayPlan || (!selectedOpen && !item)) return []
  const seat = selectedOpen ? seatOfOpen(selectedOpen) : item ? seatOf(item) : null
  if (!seat) return []
  const about = { detail: seat.item.siteName, kind: kinds.seat }
  const names = new Map(board.board?.technicians.map(({ id, name }) => [id, name]))
  const isAsked = board.askedSeat === seat.positionId
  const place: Maybe = {
    ...about,
    id: 'seat-place',
    label: words.panel.place,
    icon: MousePointerClick,
    run: selectedOpen
      ? held(gripOf(selectedOpen.bar, 'body'))
      : () => requestAnimationFrame(() => item && hold.pick(item, 'click')),
  }
  const best = isAsked ? suggestions.slice(0, MOST_CANDIDATES) : []
  return [
    place,
    ...best.map(({ technicianId, from, until }, rank): Maybe => {
      const at = new Date(from).toISOString()
      const when = `${clock.dateAt(at)} ${clock.time(at)}`
      return {
        ...about,
        id: `seat-assign-${rank}`,
        label: assignTo(names.get(technicianId) ?? '', when),
        icon: UserCheck,
        run: () => {
          select(null)
          const target = { rowId: technicianId, from, until }
          attempt(`new:${seat.positionId}`, planner.assign(seat, target))
        },
      }
    }),
  ]
}

/** Several visits picked together. */
const useManyEntries = (): readonly Maybe[] => {
  const words = useWords(doingWords).picked
  const { kinds } = useWords(paletteWords)
  const { picked, mayPlan, unpick } = useBoard()
  const many = usePickedDeeds()
  if (!mayPlan || picked.size < 2) return []
  const about = { detail: words.title(picked.size), kind: kinds.many }
  return [
    many.canMove && {
      ...about,
      id: 'many-move',
      label: words.move,
      icon: MousePointerClick,
      keys: 'M',
      run: () => requestAnimationFrame(() => many.hold('click')),
    },
    many.canMove &&
      picked.size === 2 && {
        ...about,
        id: 'many-swap',
        label: words.swap,
        icon: ArrowLeftRight,
        keys: 'S',
        run: many.swap,
      },
    { ...about, id: 'many-lock', label: words.lock, icon: Lock, run: () => many.lock(true) },
    {
      ...about,
      id: 'many-unlock',
      label: words.unlock,
      icon: LockOpen,
      run: () => many.lock(false),
    },
    many.canMove && {
      ...about,
      id: 'many-unassign',
      label: words.unassign,
      icon: Undo2,
      run: many.unassign,
    },
    { ...about, id: 'many-clear', label: words.clear, icon: MousePointerClick, run: unpick },
  ]
}

export const useSelectedEntries = (split: () => void): readonly Maybe[] => {
  const visit = useVisitEntries(split)
  const seat = useSeatEntries()
  const many = useManyEntries()
  return many.length > 0 ? many : [...visit, ...seat]
}
