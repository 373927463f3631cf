// The one-letter keys of the screen, deaf while somebody types or a dialog is open.
import { useEffect, useEffectEvent } from 'react'
import { useBoard } from './board-context.tsx'
import { shifted } from './board-view.ts'

/** What the screen opens and shows. */
export type Screen = {
  readonly plan: () => void
  readonly publish: () => void
  readonly help: () => void
  readonly backlog: () => void
  readonly search: () => void
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.closest('[role="spinbutton"], [role="dialog"], [role="menu"], [role="listbox"]') !==
      null)

/** A dialog over the board keeps its keys to itself; a toast, which is one by its role, does not. */
const isOverlaid = (): boolean =>
  [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].some(
    (dialog) => !dialog.closest('[role="region"]'),
  )

export const useScreenKeys = (screen: Screen): void => {
  const { view, setView, today, undo, redo, surface, mayPlan } = useBoard()

  const withControl = (event: KeyboardEvent): (() => void) | null => {
    const key = event.key.toLowerCase()
    if (!mayPlan) return null
    if (key === 'z') return event.shiftKey ? redo : undo
    return key === 'y' ? redo : null
  }

  const turn = (by: number) => () => setView({ date: shifted(view, today, by) })

  const alone = (event: KeyboardEvent): (() => void) | null => {
    const held = surface.current?.drag.get().kind === 'held'
    const letters: Readonly<Record<string, () => void>> = {
      d: () => setView({ view: 'day' }),
      '3': () => setView({ view: 'three' }),
      w: () => setView({ view: 'week' }),
      m: () => setView({ view: 'month' }),
      g: () => setView({ map: !view.map }),
      t: () => setView({ date: undefined }),
      v: () => setView({ list: !view.list }),
      b: screen.backlog,
      '/': screen.search,
      '?': screen.help,
      '+': () => surface.current?.zoomBy(1.5),
      '-': () => surface.current?.zoomBy(1 / 1.5),
      '0': () => surface.current?.fit(),
      ...(mayPlan ? { p: screen.plan, P: screen.publish } : {}),
      ...(event.shiftKey && !held ? { ArrowLeft: turn(-1), ArrowRight: turn(1) } : {}),
    }
    return letters[event.key] ?? null
  }

  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.defaultPrevented || isTyping(event.target) || isOverlaid()) return
    const run = event.ctrlKey || event.metaKey ? withControl(event) : alone(event)
    if (!run) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
