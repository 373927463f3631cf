// The board's surface: one canvas under a native scroller, and the few elements that follow what it shows.

import { LEAST_DURATION_MS, type Target } from './drag.ts'
import { DragSession } from './drag-session.ts'
import type { Frame } from './frame-diff.ts'
import { FramePainter } from './frame-painter.ts'
import { type Hit, hitTest, LEAST_BAR_PX } from './hit-test.ts'
import { listenForLasso } from './lasso.ts'
import { HOUR } from './model.ts'
import { Motions } from './motions.ts'
import { readOverlays } from './overlays.ts'
import { layGhostAt, layOverBar, sizeParts } from './place-parts.ts'
import { type BarsByRow, type RowStack, rowsInSight, sameHeads, stackRows } from './rows.ts'
import type { RowVerdict, Viewport } from './scene.ts'
import { firstBegin, isOtherDays, pointOn, revealIn, scrollAtEdge, zoomedBy } from './sight.ts'
import { listenToSurface } from './surface-input.ts'
import type { SurfaceEvents, SurfaceInput, SurfaceParts } from './surface-parts.ts'
import { makeTicks, type Tick } from './ticks.ts'
import { fitting, makeTimeScale, snapTime, type TimeScale, timeAt, xOf } from './time-scale.ts'

const NONE: ReadonlySet<string> = new Set()
/** Names of rows stand ready so far above and below the sight; new ones are asked for once so few are left. */
const SPARE_ROWS = 12
const LEAST_SPARE_ROWS = 4
/** Software rendering at 2 needs 50 ms a frame; above this ratio nobody sees the difference on bars. */
const MOST_RATIO = 2

export class BoardSurface {
  readonly drag: DragSession
  readonly #parts: SurfaceParts
  readonly #events: SurfaceEvents
  readonly #painter: FramePainter
  readonly #closing = new AbortController()
  readonly #resizing: ResizeObserver
  #input: SurfaceInput
  #zoom: number | null = null
  #verdicts: ReadonlyMap<string, RowVerdict> = new Map()
  #clashes: ReadonlySet<string> = NONE
  #scale: TimeScale
  #stack: RowStack
  #stacked: { readonly bars: BarsByRow; readonly leastMs: number } | null = null
  #ticks: readonly Tick[] = []
  #size = { width: 0, height: 0 }
  #frame = 0
  #shown = false
  /** The first of the days whose beginning was found. */
  #begun: string | undefined
  #hovered: string | null = null
  #window = { from: -1, until: -1 }
  readonly #motions = new Motions()
  #over: ReturnType<typeof readOverlays>

  constructor(parts: SurfaceParts, input: SurfaceInput, events: SurfaceEvents) {
    this.#parts = parts
    this.#input = input
    this.#over = readOverlays(input.overlays)
    this.#events = events
    this.#painter = new FramePainter(parts.canvas)
    this.#scale = makeTimeScale([], 1)
    this.#stack = stackRows([], new Map(), { density: input.density, leastMs: 0 })
    this.drag = new DragSession({
      context: () => ({
        snap: (at) => snapTime(this.#scale, at, this.#input.stepMinutes),
        leastMs: LEAST_DURATION_MS,
      }),
      over: (x, y) => this.placeAt(x, y),
      onEffect: events.onEffect,
      onOutside: events.onOutside,
      scrollEdge: (x, y) => scrollAtEdge({ scroller: parts.scroller, ...this.#input }, x, y),
    })
    let kind = this.drag.get().kind
    this.drag.watch(() => {
      // While a held thing moves, only its ghost does; the canvas changes when it is taken and let go.
      const changed = kind !== this.drag.get().kind
      kind = this.drag.get().kind
      if (changed) this.repaint()
      else this.#moveParts(this.#view())
    })
    this.#resizing = new ResizeObserver(() => this.#measure())
    this.#resizing.observe(parts.scroller)
    listenForLasso(this, { parts, events, signal: this.#closing.signal })
    listenToSurface(this, { scroller: parts.scroller, events, signal: this.#closing.signal })
    this.#measure()
  }

  get scale(): TimeScale {
    return this.#scale
  }

  get stack(): RowStack {
    return this.#stack
  }

  update(input: SurfaceInput): void {
    const before = this.#input
    this.#input = input
    if (before.overlays !== input.overlays) this.#over = readOverlays(input.overlays)
    const axis =
      before.days !== input.days || before.head !== input.head || before.hourPx !== input.hourPx
    const rows =
      before.rows !== input.rows || before.bars !== input.bars || before.density !== input.density
    const { scroller } = this.#parts
    const left = timeAt(this.#scale, scroller.scrollLeft)
    if (axis) this.#layTime()
    if (axis || rows) this.#layRows()
    const isUnread = before.rows !== input.rows && this.#begun !== input.days[0]?.date
    // Other hours of the same days, because of a visit that came: what one looks at stays where it is.
    if (isOtherDays(before.days, input.days) || isUnread) this.#showNow()
    else if (axis) scroller.scrollLeft = xOf(this.#scale, left)
    this.repaint()
  }

  /**
   * What the rules say of each row while something is held; rows not in it are not judged yet. `clashes`: bars it would
   * stand upon.
   */
  judge(verdicts: ReadonlyMap<string, RowVerdict>, clashes: ReadonlySet<string> = NONE): void {
    this.#clashes = clashes
    // Whoever judges goes on writing: what was painted is told by what was then.
    this.#verdicts = new Map(verdicts)
    this.repaint()
  }

  /** Ids of the rows in sight that can take a bar, top to bottom. */
  rowsInSight(): readonly string[] {
    const { scroller } = this.#parts
    const height = this.#size.height - this.#input.axis
    const { from, until } = rowsInSight(this.#stack, scroller.scrollTop, height)
    return this.#stack.boxes
      .slice(from, until)
      .filter(({ row }) => !row.heading)
      .map(({ row }) => row.id)
  }

  /** A colleague moved it from there: it glides to where it stands now. */
  glide(id: string, from: Target | null): void {
    this.#motions.begin(id, from, performance.now())
    this.repaint()
  }

  repaint(): void {
    if (!this.#frame) this.#frame = requestAnimationFrame(() => this.#paint())
  }

  /** What was measured or painted until now was with another font. */
  afresh(): void {
    this.#painter.forget()
    this.repaint()
  }

  /** Zooms around the pointer, or around the middle of the sight. */
  zoomBy(factor: number, clientX?: number): void {
    const { scroller } = this.#parts
    const { days, head } = this.#input
    const least = fitting(days, this.#size.width - head)
    const at = { scroller, head, width: this.#size.width, least }
    const next = zoomedBy(this.#scale, at, factor, clientX)
    this.#zoom = next.pxPerMs <= least ? 0 : next.pxPerMs
    this.#layTime()
    this.#layRows()
    scroller.scrollLeft = next.scrollLeft
    this.#paint()
  }

  fit(): void {
    this.#zoom = 0
    this.#layTime()
    this.#layRows()
    this.repaint()
  }

  /** The row and moment under a point of the window; null outside the rows. */
  placeAt(clientX: number, clientY: number): Hit | null {
    const point = pointOn({ scroller: this.#parts.scroller, ...this.#input }, clientX, clientY)
    return point.inside ? hitTest(this.#scale, this.#stack, point.x, point.y) : null
  }

  /** From a point of the window to the whole surface. */
  surfacePoint(clientX: number, clientY: number): { readonly x: number; readonly y: number } {
    return pointOn({ scroller: this.#parts.scroller, ...this.#input }, clientX, clientY)
  }

  /** Brings a bar, or the place where one is held, into sight. */
  reveal(place: { readonly rowId: string; readonly from: number; readonly until: number }): void {
    const [scale, stack, size] = [this.#scale, this.#stack, this.#size]
    const { head, axis } = this.#input
    revealIn({ scroller: this.#parts.scroller, scale, stack, size, head, axis }, place)
  }

  /** Gives the keys to the board. */
  focus(): void {
    this.#parts.scroller.focus({ preventScroll: true })
  }

  /** Days that begin left of the sight open on the present hour if it is theirs, else where the first work begins. */
  #showNow(): void {
    const { days, now, rows, bars } = this.#input
    const day = days.find((one) => now >= one.opens && now < one.closes)
    const at = day ? now : firstBegin(days[0], rows, bars)
    this.#begun = at === null ? undefined : days[0]?.date
    this.#parts.scroller.scrollLeft = at === null ? 0 : Math.max(0, xOf(this.#scale, at - HOUR))
  }

  close(): void {
    cancelAnimationFrame(this.#frame)
    this.#resizing.disconnect()
    this.#closing.abort()
    this.drag.close()
  }

  #layTime(): void {
    const width = Math.max(1, this.#size.width - this.#input.head)
    const fit = fitting(this.#input.days, width)
    const wanted = this.#zoom ?? this.#input.hourPx / HOUR
    this.#scale = makeTimeScale(this.#input.days, Math.max(fit, wanted))
    this.#ticks = makeTicks(this.#scale)
  }

  #layRows(): void {
    const { rows, bars, density } = this.#input
    const leastMs = Math.ceil((LEAST_BAR_PX + 1) / this.#scale.pxPerMs)
    const before = this.#stacked && { stack: this.#stack, ...this.#stacked }
    const stack = stackRows(rows, bars, { density, leastMs }, before)
    if (!sameHeads(this.#stack, stack)) this.#window = { from: -1, until: -1 }
    this.#stack = stack
    this.#stacked = { bars, leastMs }
    const { spacer } = this.#parts
    spacer.style.width = `${this.#input.head + this.#scale.width}px`
    spacer.style.height = `${Math.max(this.#size.height, this.#input.axis + this.#stack.height)}px`
  }

  #measure(): void {
    const { scroller, canvas, stage } = this.#parts
    const size = { width: scroller.clientWidth, height: scroller.clientHeight }
    if (size.width === this.#size.width && size.height === this.#size.height) return
    this.#size = size
    const ratio = this.#ratio()
    this.#painter.forget()
    sizeParts({ canvas, stage }, size, ratio)
    this.#layTime()
    this.#layRows()
    if (!this.#shown) this.#showNow()
    this.#shown = true
    this.#paint()
  }

  #ratio(): number {
    return Math.min(MOST_RATIO, globalThis.devicePixelRatio || 1)
  }

  #view(): Viewport {
    const { scroller } = this.#parts
    const { head, axis } = this.#input
    return { left: scroller.scrollLeft, top: scroller.scrollTop, ...this.#size, head, axis }
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    if (this.#size.width === 0 || this.#size.height === 0) return
    const { palette, now, selected, conflicts, clear, overlays, pace, labels } = this.#input
    const frameAt = performance.now()
    const view = this.#view()
    const frame: Frame = {
      scale: this.#scale,
      stack: this.#stack,
      ticks: this.#ticks,
      view,
      palette,
      font: '"Inter Variable", system-ui, sans-serif',
      now,
      selectedId: selected?.id ?? null,
      crewOfSelected: selected?.workId ?? null,
      hoveredId: this.#hovered,
      drag: this.drag.get(),
      verdicts: this.#verdicts,
      clashes: this.#clashes,
      conflicts,
      clear,
      overlays,
      pace,
      held: this.#over.held,
      leaving: this.#over.leaving,
      motions: this.#motions,
      frameAt,
      ...labels,
    }
    const restless = this.#motions.isAlive(frameAt)
    this.#painter.paint(frame, this.#ratio(), restless)
    if (restless) this.repaint()
    this.#moveParts(view)
  }

  /** The elements over the canvas move in the frame that paints it: nothing trembles against anything. */
  #moveParts(view: Viewport): void {
    const { heads, focus, ghost } = this.#parts
    heads.style.transform = `translateY(${-view.top}px)`
    const within = (spare: number) =>
      rowsInSight(this.#stack, view.top, view.height - view.axis, spare)
    const needed = within(LEAST_SPARE_ROWS)
    if (needed.from < this.#window.from || needed.until > this.#window.until) {
      this.#window = within(SPARE_ROWS)
      this.#events.onWindow(this.#window.from, this.#window.until)
    }
    const { selected } = this.#input
    const state = this.drag.get()
    const held = state.kind === 'held' ? state.target : null
    const at = { scale: this.#scale, stack: this.#stack, view }
    layOverBar(focus, selected, at)
    layGhostAt(ghost, held, at)
  }

  /** The bar under the pointer changed. */
  hoverOn(hit: Hit | null, point: { readonly x: number; readonly y: number }): void {
    const id = hit?.bar?.id ?? null
    if (id === this.#hovered) return
    this.#hovered = id
    this.#events.onHover(hit, point)
    this.repaint()
  }
}
