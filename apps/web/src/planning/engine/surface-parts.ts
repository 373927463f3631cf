// What the surface is made of, what it is told and what it tells.
import type { DragEffect, Grip } from './drag.ts'
import type { Pace } from './gaps.ts'
import type { Hit } from './hit-test.ts'
import type { BoardBar, BoardDay, BoardRow, Density } from './model.ts'
import type { Overlays } from './overlays.ts'
import type { Palette } from './palette.ts'
import type { BarsByRow } from './rows.ts'
import type { Scene } from './scene.ts'

export type SurfaceParts = {
  readonly scroller: HTMLElement
  readonly spacer: HTMLElement
  /** Stays in sight while the spacer scrolls; holds the canvas and all that stands over it. */
  readonly stage: HTMLElement
  readonly canvas: HTMLCanvasElement
  /** Holds the names of the rows; moved with the scroll. */
  readonly heads: HTMLElement
  /** Stands over the selected bar: focus and reading. */
  readonly focus: HTMLElement
  readonly ghost: HTMLElement
}

export type SurfaceInput = {
  readonly rows: readonly BoardRow[]
  readonly bars: BarsByRow
  readonly days: readonly BoardDay[]
  readonly density: Density
  readonly palette: Palette
  readonly now: number
  readonly selected: Pick<BoardBar, 'id' | 'rowId' | 'workId'> | null
  readonly conflicts: ReadonlySet<string>
  readonly clear: ReadonlySet<string> | null
  readonly overlays: Overlays
  readonly pace: Pace
  readonly stepMinutes: number
  /** Width of an hour to begin with, where fitting all into a narrow window would leave only specks; 0: fit. */
  readonly hourPx: number
  readonly head: number
  readonly axis: number
  readonly labels: Pick<Scene, 'dayLabels' | 'tickLabel' | 'travelLabel' | 'absenceLabel'>
}

export type SurfaceEvents = {
  readonly onWindow: (from: number, until: number) => void
  readonly onSelect: (bar: BoardBar | null) => void
  readonly onHover: (hit: Hit | null, point: { readonly x: number; readonly y: number }) => void
  readonly onOpen: (bar: BoardBar) => void
  /** Shift and click, or all that a lasso touched. */
  readonly onPick: (bars: readonly BoardBar[]) => void
  /** Over the rows, or null beside them. */
  readonly onPoint: (over: { readonly rowId: string; readonly at: number } | null) => void
  readonly mayDrag: (bar: BoardBar) => boolean
  readonly onEffect: (effect: DragEffect) => void
  readonly onOutside: (grip: Grip, element: Element) => boolean
}
