// A crew as one group: a cell for each seat under each of its bars, a spine where its bars stand together.
import type { Box } from './hit-test.ts'
import { type BoardBar, type Crew, HOUR, LEAST_HOUR_PX, type SeatState } from './model.ts'
import type { BarColours } from './palette.ts'
import type { Scene } from './scene.ts'

type Context = CanvasRenderingContext2D

export const CREW_PX = 4
const LEAST_CELL = 4

const colourOf = (colours: BarColours, seat: SeatState): string =>
  seat === 'covered' ? colours.good : seat === 'offered' ? colours.tally : colours.bad

/** Covered is full, offered half as high, uncovered hollow: the cells can be told apart without colour. */
const paintCell = (context: Context, colours: BarColours, seat: SeatState, box: Box): void => {
  context.fillStyle = colourOf(colours, seat)
  if (seat === 'covered') context.fillRect(box.x, box.y, box.width, box.height)
  else if (seat === 'offered')
    context.fillRect(box.x, box.y + box.height / 2, box.width, box.height / 2)
  else if (box.width < 3 || box.height < 3) context.fillRect(box.x, box.y, box.width, box.height)
  else {
    context.strokeStyle = colours.bad
    context.lineWidth = 1
    context.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
  }
}

/** Where each seat of a crew begins along a length; cells touch where there is no room between them. */
const cellsAlong = (count: number, length: number) => {
  const step = length / count
  const gap = step >= LEAST_CELL ? 1 : 0
  return { step, size: Math.max(1, step - gap) }
}

/** How all seats stand, along the foot of a bar. */
export const paintCrew = (context: Context, crew: Crew, box: Box, colours: BarColours): void => {
  const width = box.width - 4
  if (width < 3) return
  const { step, size } = cellsAlong(crew.seats.length, width)
  const y = box.y + box.height - CREW_PX - 1
  crew.seats.forEach((seat, rank) => {
    paintCell(context, colours, seat, {
      x: box.x + 2 + rank * step,
      y,
      width: size,
      height: CREW_PX,
    })
  })
}

/** `3/4` in the colour of the worst seat, before the other signs; returns the room left. */
export const paintCount = (
  context: Context,
  scene: Scene,
  on: {
    readonly crew: Crew
    readonly colours: BarColours
    readonly right: number
    readonly y: number
  },
): number => {
  const { crew, colours, right, y } = on
  const held = crew.seats.filter((seat) => seat !== 'uncovered').length
  const text = `${held}/${crew.seats.length}`
  context.font = `600 11px ${scene.font}`
  const width = context.measureText(text).width
  context.fillStyle = crew.whole === 'uncovered' ? colours.bad : colours.ink2
  context.fillText(text, right - width, y)
  return right - width - 4
}

export type CrewBoxes = Map<string, { readonly bar: BoardBar; readonly boxes: Box[] }>

export const gatherCrew = (groups: CrewBoxes, bar: BoardBar, box: Box): void => {
  if (!bar.crew) return
  const group = groups.get(bar.workId)
  if (group) group.boxes.push(box)
  else groups.set(bar.workId, { bar, boxes: [box] })
}

/** Bars of one crew that stand in one row are tied together by a spine of its seats. */
export const paintSpines = (context: Context, scene: Scene, groups: CrewBoxes): void => {
  // Where a day is a finger wide, a spine as broad as a bar would look like one.
  const spine = scene.scale.pxPerMs * HOUR < LEAST_HOUR_PX ? 2 : 4
  for (const { bar, boxes } of groups.values()) {
    if (boxes.length < 2 || !bar.crew) continue
    const top = Math.min(...boxes.map(({ y }) => y))
    const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
    const x = Math.min(...boxes.map((box) => box.x)) - spine - 2
    const colours = scene.palette.bar(bar.colour)
    context.fillStyle = scene.palette.theme.surface
    context.fillRect(x - 1, top - 1, spine + 2, bottom - top + 2)
    const { step, size } = cellsAlong(bar.crew.seats.length, bottom - top)
    bar.crew.seats.forEach((seat, rank) => {
      const cell = { x, y: top + rank * step, width: spine, height: size }
      context.fillStyle = colourOf(colours, seat)
      if (seat === 'offered') context.fillRect(x + spine / 2, cell.y, spine / 2, size)
      else paintCell(context, colours, seat, cell)
    })
  }
}

/** The seats of what is selected, tied together across the rows of their people. */
export const paintTie = (context: Context, scene: Scene, boxes: readonly Box[]): void => {
  if (boxes.length < 2) return
  const top = Math.min(...boxes.map(({ y, height }) => y + height / 2))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height / 2))
  const x = Math.min(...boxes.map((box) => box.x)) - 5
  context.strokeStyle = scene.palette.theme.accent
  context.lineWidth = 1.5
  context.beginPath()
  context.moveTo(x, top)
  context.lineTo(x, bottom)
  for (const box of boxes) {
    context.moveTo(x, box.y + box.height / 2)
    context.lineTo(box.x - 2, box.y + box.height / 2)
  }
  context.stroke()
}
