// Ties the imperative surface to React: made once its elements stand, told after each render what is new.
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useClock } from '../lib/clock.ts'
import { useWords } from '../lib/language.tsx'
import { useTheme } from '../lib/theme.tsx'
import { useBoard } from './board-context.tsx'
import { doingWords } from './doing-words.ts'
import { type DragState, IDLE } from './engine/drag.ts'
import { forgetWidths } from './engine/fit-text.ts'
import type { BoardBar } from './engine/model.ts'
import { heldBy } from './engine/overlays.ts'
import { type Palette, readPalette } from './engine/palette.ts'
import { BoardSurface } from './engine/surface.ts'
import type { SurfaceInput, SurfaceParts } from './engine/surface-parts.ts'
import { paceOf } from './from-contract.ts'
import { useConflicts } from './use-conflicts.ts'
import { useDayLoads } from './use-day-loads.ts'
import { useDrop } from './use-drop.ts'
import { useIsSmall } from './use-room.ts'
import { useRowOverlays } from './use-row-overlays.ts'
import { planningWords } from './words.ts'

export const AXIS_PX = 46
type ShownExtent = keyof typeof SMALL_HOUR_PX

const HEAD_PX = 208
const SMALL_HEAD_PX = 116
const SMALL_HOUR_PX = { day: 46, three: 22, week: 12 } as const
/** A card that jumps up under every crossing pointer would be in the way. */
const HOVER_MS = 280

const readNow = (theme: 'light' | 'dark'): Palette =>
  readPalette(document.documentElement, theme === 'dark')

const usePalette = (): Palette => {
  const { resolved } = useTheme()
  const [palette, setPalette] = useState(() => readNow(resolved))
  useEffect(() => {
    // The theme is written on <html> after this render: a frame later its colours are there.
    const frame = requestAnimationFrame(() => setPalette(readNow(resolved)))
    return () => cancelAnimationFrame(frame)
  }, [resolved])
  return palette
}

const useLabels = (): SurfaceInput['labels'] => {
  const words = useWords(planningWords)
  const loads = useDayLoads()
  const { count } = useBoard()
  const clock = useClock()
  return useMemo(
    () => ({
      dayLabels: (date) => {
        const share = loads.get(date)
        const load = share === undefined ? '' : ` · ${words.load(share)}`
        const short = clock.date(date, 'day')
        const name = count > 3 ? short : clock.date(date)
        return [name + load, name, short, String(Number(date.slice(8)))]
      },
      tickLabel: ({ minutes, again, short }) => {
        const hours = String(Math.floor(minutes / 60)).padStart(2, '0')
        const text = short ? hours : `${hours}:${String(minutes % 60).padStart(2, '0')}`
        if (again) return short ? `${text}²` : `${text} ${words.again}`
        return text
      },
      travelLabel: (minutes, short) => (short ? `${minutes}′` : words.travelShort(minutes)),
      absenceLabel: (reason) =>
        reason === 'pending'
          ? words.pendingHours
          : (words.absences[reason as keyof typeof words.absences] ?? words.absences.other),
    }),
    [clock, words, loads, count],
  )
}

export const useSurfaceInput = (): SurfaceInput => {
  const board = useBoard()
  const isSmall = useIsSmall()
  return {
    rows: board.rows,
    bars: board.byRow,
    days: board.days,
    density: board.view.density,
    palette: usePalette(),
    now: board.now,
    selected: board.standing,
    conflicts: useConflicts(),
    clear: board.clear,
    overlays: useRowOverlays(),
    pace: paceOf(board.board?.pace),
    stepMinutes: board.view.step,
    hourPx: isSmall && !board.isMonth ? SMALL_HOUR_PX[board.view.view as ShownExtent] : 0,
    head: isSmall ? SMALL_HEAD_PX : HEAD_PX,
    axis: AXIS_PX,
    labels: useLabels(),
  }
}

export type SurfaceRefs = {
  readonly [K in keyof SurfaceParts]: RefObject<SurfaceParts[K] | null>
}

export type Hover = { readonly id: string; readonly x: number; readonly y: number }

const selectionOf = ({ id, state }: BoardBar) => ({
  kind: state === 'open' ? ('open' as const) : ('bar' as const),
  id,
})

export const useSurface = (refs: SurfaceRefs, input: SurfaceInput) => {
  const { surface, select, mayPlan, overlays, pick, unpick, point, hold } = useBoard()
  const words = useWords(doingWords)
  const { say, selectedBar } = useBoard()
  const drop = useDrop()
  const [sight, setSight] = useState({ from: 0, until: 0 })
  const [hover, setHover] = useState<Hover | null>(null)
  const [drag, setDrag] = useState<DragState>(IDLE)
  const held = useMemo(() => heldBy(overlays), [overlays])
  const latest = useRef({ mayPlan, drop, input, held, words, selected: selectedBar?.id ?? null })
  latest.current = { mayPlan, drop, input, held, words, selected: selectedBar?.id ?? null }
  useLayoutEffect(() => {
    const parts = Object.fromEntries(
      Object.entries(refs).map(([name, ref]) => [name, ref.current]),
    ) as unknown as SurfaceParts
    let resting: ReturnType<typeof setTimeout> | undefined
    const made = new BoardSurface(parts, latest.current.input, {
      onWindow: (from, until) => setSight({ from, until }),
      onSelect: (bar) => {
        select(bar && selectionOf(bar))
        if (!bar || !latest.current.input.overlays.picked.has(bar.id)) unpick()
      },
      onPick: (bars) =>
        pick(
          bars.filter(({ state }) => state !== 'open').map(({ id }) => id),
          latest.current.selected,
        ),
      onPoint: point,
      onHover: (hit, point) => {
        clearTimeout(resting)
        setHover(null)
        const id = hit?.bar?.id
        if (id) resting = setTimeout(() => setHover({ id, ...point }), HOVER_MS)
      },
      onOpen: (bar) => select(selectionOf(bar)),
      mayDrag: (bar) => {
        const { mayPlan: may, held: taken, words: say_ } = latest.current
        const colleague = taken.get(bar.id)
        if (colleague) say(say_.together.holds(colleague.name))
        return may && !colleague && !bar.still && !bar.id.startsWith('new:')
      },
      onEffect: (effect) => latest.current.drop.onEffect(effect),
      onOutside: (grip, element) => latest.current.drop.onOutside(grip, element),
    })
    surface.current = made
    const unwatch = made.drag.watch(() => {
      setDrag(made.drag.get())
      hold(made.drag.get())
    })
    // What was measured before the web font came in is wrong.
    void document.fonts?.ready.then(() => {
      forgetWidths()
      made.afresh()
    })
    return () => {
      clearTimeout(resting)
      unwatch()
      made.close()
      surface.current = null
    }
  }, [refs, select, surface, pick, unpick, point, hold, say])
  useLayoutEffect(() => surface.current?.update(input))
  return { sight, hover, drag }
}
