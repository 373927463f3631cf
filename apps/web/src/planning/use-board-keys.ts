// The board from the keyboard: arrows go from visit to visit, Space picks up, arrows move, Enter drops.
import type { KeyboardEvent } from 'react'
import { useWords } from '../lib/language.tsx'
import { useBoard } from './board-context.tsx'
import { doingWords } from './doing-words.ts'
import type { DragSession } from './engine/drag-session.ts'
import { directionOf, nextBar } from './engine/keyboard.ts'
import { HOUR, MINUTE } from './engine/model.ts'
import type { BoardSurface } from './engine/surface.ts'
import { gripOf } from './engine/surface-input.ts'
import { barOf } from './from-contract.ts'
import { useHandsOff } from './use-hands-off.ts'
import { usePickedDeeds } from './use-picked-deeds.ts'
import { planningWords } from './words.ts'

/** Arrows while something is held: time by steps, rows by one. */
const nudge = (event: KeyboardEvent, surface: BoardSurface, step: number): boolean => {
  const direction = directionOf(event.key)
  const state = surface.drag.get()
  if (!direction || state.kind !== 'held' || !state.target) return false
  const { boxes, rankOf } = surface.stack
  const rank = rankOf.get(state.target.rowId) ?? 0
  if (direction === 'up' || direction === 'down') {
    const step = direction === 'down' ? 1 : -1
    // Headings are passed over.
    const next = boxes[rank + step]?.row.heading ? boxes[rank + 2 * step] : boxes[rank + step]
    if (next) surface.drag.nudge(0, next.row.id)
  } else {
    const size = (event.shiftKey ? HOUR : step * MINUTE) * (direction === 'right' ? 1 : -1)
    if (event.altKey) surface.drag.stretch(size)
    else surface.drag.nudge(size, null)
  }
  const after = surface.drag.get()
  if (after.kind === 'held' && after.target) surface.reveal(after.target)
  return true
}

const whileHeld = (event: KeyboardEvent, surface: BoardSurface, step: number): boolean => {
  if (event.key === 'Enter' || event.key === ' ') {
    surface.drag.drop()
    return true
  }
  return nudge(event, surface, step)
}

const isHeld = (drag: DragSession): boolean => drag.get().kind === 'held'

/** What the keys mean for the one visit that is selected. */
const useOneKeys = () => {
  const words = useWords(planningWords)
  const doing = useWords(doingWords)
  const board = useBoard()
  const { selectedBar, planner, attempt, mayPlan, say } = board
  const { isTheirs } = useHandsOff()

  const pick = (on: BoardSurface, by: 'keys' | 'click'): boolean => {
    const bar = board.standing
    if (!bar || !mayPlan) return false
    if (isTheirs(bar.id)) return true
    if (bar.still) say(bar.locked ? words.refusals.locked : words.refusals.still)
    else {
      on.drag.pick(gripOf(bar, 'body'), by, null)
      say(words.held(bar.title))
    }
    return true
  }

  const copy = (on: BoardSurface): boolean => {
    if (!selectedBar || !board.standing || !mayPlan) return false
    on.drag.pick({ ...gripOf(board.standing, 'body'), kind: 'copy' }, 'keys', null)
    say(doing.duplicating(selectedBar.siteName))
    return true
  }

  /** The best slots for what is selected, or no longer. */
  const ask = (): boolean => {
    if (!selectedBar) return false
    board.askFor(board.askedSeat === selectedBar.positionId ? null : selectedBar.positionId)
    return true
  }

  const lock = (): boolean => {
    if (!selectedBar || !mayPlan) return false
    if (!isTheirs(selectedBar.id))
      attempt(selectedBar.id, planner.lock(selectedBar.id, !selectedBar.locked))
    return true
  }

  const remove = (): boolean => {
    if (!selectedBar || !mayPlan) return false
    if (isTheirs(selectedBar.id)) return true
    if (barOf(selectedBar).still)
      say(selectedBar.locked ? words.refusals.locked : words.refusals.still)
    else attempt(selectedBar.id, planner.unassign(selectedBar.id))
    return true
  }

  const choose = (): boolean => {
    if (selectedBar) board.pick([selectedBar.id])
    return selectedBar !== null
  }

  return (key: string, on: BoardSurface): boolean | null => {
    const deeds: Readonly<Record<string, () => boolean>> = {
      ' ': () => pick(on, 'keys'),
      m: () => pick(on, 'click'),
      x: choose,
      c: () => copy(on),
      a: ask,
      l: lock,
      Delete: remove,
      Backspace: remove,
    }
    return deeds[key]?.() ?? null
  }
}

/** What the keys mean while several are picked: true when one of them was. */
const useManyKeys = () => {
  const { picked, mayPlan } = useBoard()
  const many = usePickedDeeds()
  return (key: string): boolean => {
    if (picked.size < 2 || !mayPlan) return false
    switch (key) {
      case ' ':
        many.hold('keys')
        return true
      case 'm':
        many.hold('click')
        return true
      case 's':
        many.swap()
        return true
      case 'l':
      case 'L':
        many.lock(key === 'l')
        return true
      case 'Delete':
      case 'Backspace':
        many.unassign()
        return true
      default:
        return false
    }
  }
}

export const useBoardKeys = (focusBar: () => void) => {
  const { surface, standing, select, view, unpick, askFor } = useBoard()
  const withOne = useOneKeys()
  const withMany = useManyKeys()

  const go = (event: KeyboardEvent, on: BoardSurface): boolean => {
    const direction = directionOf(event.key)
    if (!direction || event.shiftKey || event.altKey) return false
    const next = nextBar(on.stack, standing, direction)
    if (next) {
      select({ kind: next.state === 'open' ? 'open' : 'bar', id: next.id })
      on.reveal(next)
      focusBar()
    }
    return true
  }

  const act = (event: KeyboardEvent, on: BoardSurface): boolean => {
    if (event.ctrlKey || event.metaKey) return false
    if (event.key === 'Escape') {
      select(null)
      unpick()
      askFor(null)
      return true
    }
    return withMany(event.key) || (withOne(event.key, on) ?? go(event, on))
  }

  return (event: KeyboardEvent) => {
    const on = surface.current
    if (!on) return
    const taken = isHeld(on.drag) ? whileHeld(event, on, view.step) : act(event, on)
    if (taken) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
}
