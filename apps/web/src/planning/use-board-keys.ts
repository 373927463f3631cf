// The board from the keyboard: arrows go from visit to visit, Space picks up, arrows move, Enter drops.
import type { KeyboardEvent } from 'react'
import { useWords } from '../lib/language.tsx'
import { useBoard } from './board-context.tsx'
import type { DragSession } from './engine/drag-session.ts'
import { directionOf, nextBar } from './engine/keyboard.ts'
import { HOUR, MINUTE } from './engine/model.ts'
import type { BoardSurface } from './engine/surface.ts'
import { gripOf } from './engine/surface-input.ts'
import { barOf } from './from-contract.ts'
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

export const useBoardKeys = (focusBar: () => void) => {
  const words = useWords(planningWords)
  const board = useBoard()
  const { surface, selectedBar, select, view, planner, attempt, mayPlan, say } = board

  const go = (event: KeyboardEvent, on: BoardSurface): boolean => {
    const direction = directionOf(event.key)
    if (!direction || event.shiftKey || event.altKey) return false
    const next = nextBar(on.stack, selectedBar && barOf(selectedBar), direction)
    if (next) {
      select({ kind: 'bar', id: next.id })
      on.reveal(next)
      focusBar()
    }
    return true
  }

  const pick = (on: BoardSurface, by: 'keys' | 'click'): boolean => {
    if (!selectedBar || !mayPlan) return false
    const bar = barOf(selectedBar)
    if (bar.still) say(bar.locked ? words.refusals.locked : words.refusals.still)
    else {
      on.drag.pick(gripOf(bar, 'body'), by, null)
      say(words.held(bar.title))
    }
    return true
  }

  const act = (event: KeyboardEvent, on: BoardSurface): boolean => {
    if (event.ctrlKey || event.metaKey) return false
    switch (event.key) {
      case ' ':
        return pick(on, 'keys')
      case 'm':
        return pick(on, 'click')
      case 'Escape':
        select(null)
        return true
      case 'l':
        if (!selectedBar || !mayPlan) return false
        attempt(selectedBar.id, planner.lock(selectedBar.id, !selectedBar.locked))
        return true
      case 'Delete':
      case 'Backspace':
        if (!selectedBar || !mayPlan) return false
        if (barOf(selectedBar).still) {
          say(selectedBar.locked ? words.refusals.locked : words.refusals.still)
          return true
        }
        attempt(selectedBar.id, planner.unassign(selectedBar.id))
        return true
      default:
        return go(event, on)
    }
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
