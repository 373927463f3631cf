// Everything one frame of the canvas needs to know.
import type { DragState } from './drag.ts'
import type { Pace } from './gaps.ts'
import type { Span } from './model.ts'
import type { Motions } from './motions.ts'
import type { Colleague, Overlays } from './overlays.ts'
import type { Palette } from './palette.ts'
import type { RowStack } from './rows.ts'
import type { Tick } from './ticks.ts'
import type { TimeScale } from './time-scale.ts'

/** What the rules say of a row while something is held over the board. */
export type RowVerdict = {
  readonly enforcement: 'block' | 'warn' | 'allow'
  /** At no time; otherwise only at the one aimed at. */
  readonly lasting: boolean
  readonly reason: string
}

/** A rectangle of the canvas, in CSS pixels. */
export type Area = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type Viewport = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Width of the column of names and height of the axis: the canvas's body begins there. */
  readonly head: number
  readonly axis: number
}

export type Scene = {
  readonly scale: TimeScale
  readonly stack: RowStack
  readonly ticks: readonly Tick[]
  readonly view: Viewport
  /** The rows and the time to paint now: all in sight, or what a frame changes of it. */
  readonly ranks: { readonly from: number; readonly until: number }
  readonly times: Span
  readonly palette: Palette
  readonly font: string
  readonly now: number
  readonly selectedId: string | null
  /** The work order of what is selected: its other seats are marked with it. */
  readonly crewOfSelected: string | null
  readonly hoveredId: string | null
  readonly drag: DragState
  readonly verdicts: ReadonlyMap<string, RowVerdict>
  /** Bars that what is held would stand upon, where that is not allowed. */
  readonly clashes: ReadonlySet<string>
  /** Bars that break a rule as they stand. */
  readonly conflicts: ReadonlySet<string>
  /** Bars that the filters let through; null: all. The others stay, faint, for they take time. */
  readonly clear: ReadonlySet<string> | null
  readonly overlays: Overlays
  /** What is kept free between visits. */
  readonly pace: Pace
  /** Bars in colleagues' hands. */
  readonly held: ReadonlyMap<string, Colleague>
  /** Bars that leave their place if the proposal shown is taken over. */
  readonly leaving: ReadonlySet<string>
  readonly motions: Motions
  /** Milliseconds of this frame, as `performance.now` counts. */
  readonly frameAt: number
  /** The name of a day, from the longest to what fits into a finger's width. */
  readonly dayLabels: (date: string) => readonly string[]
  readonly tickLabel: (tick: Tick) => string
  readonly travelLabel: (minutes: number, short: boolean) => string
  readonly absenceLabel: (reason: string) => string
}

/** From the surface's coordinates to the canvas's. */
export const toCanvasX = ({ view }: Pick<Scene, 'view'>, x: number): number =>
  x - view.left + view.head
export const toCanvasY = ({ view }: Pick<Scene, 'view'>, y: number): number =>
  y - view.top + view.axis
