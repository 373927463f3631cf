// The signs of a bar: how it stands at the right, its priority at the left.
import { GLYPH_PX, type Glyph, paintGlyph } from './glyphs.ts'
import type { Box } from './hit-test.ts'
import { type BoardBar, isLate } from './model.ts'
import { paintCount } from './paint-crew.ts'
import type { BarColours } from './palette.ts'
import { paintPriority } from './priority-glyphs.ts'
import { SEATS_ROW } from './row-id.ts'
import type { Scene } from './scene.ts'

type Context = CanvasRenderingContext2D

export const BAND = 5
export const TWO_LINES = 34
/** Where signs and the second line stand above the foot of a bar. */
const FOOT = 11
const COUNT_ROOM = 74

export type OnBar = {
  readonly bar: BoardBar
  readonly box: Box
  readonly colours: BarColours
}

const glyphsOf = (scene: Scene, bar: BoardBar): readonly Glyph[] => {
  const signs: Glyph[] = []
  if (scene.conflicts.has(bar.id)) signs.push('conflict')
  if (isLate(bar, scene.now)) signs.push('late')
  if (bar.crew?.whole === 'uncovered' || bar.state === 'open') signs.push('missing')
  if (bar.unseen) signs.push('unseen')
  if (bar.overridden) signs.push('override')
  if (bar.attachments > 0) signs.push('attachment')
  if (bar.clientConfirmed) signs.push('client')
  if (bar.locked) signs.push('lock')
  if (bar.state !== 'open') signs.push(bar.state)
  return signs
}

const signColour = (glyph: Glyph, colours: BarColours): string => {
  if (glyph === 'conflict' || glyph === 'declined' || glyph === 'missing') return colours.bad
  if (glyph === 'late' || glyph === 'override' || glyph === 'unseen') return colours.warn
  if (glyph === 'accepted' || glyph === 'started' || glyph === 'client') return colours.good
  return colours.ink2
}

export const edgeOf = (scene: Scene, bar: BoardBar, colours: BarColours): string => {
  const { theme } = scene.palette
  if (scene.conflicts.has(bar.id) || bar.state === 'declined' || bar.state === 'open')
    return theme.bad
  if (isLate(bar, scene.now)) return theme.warn
  return colours.band
}

/** A single seat that nobody has stands among its crew, whose spine tells the rest. */
export const tellsCrew = ({ crew, state, rowId }: BoardBar): boolean =>
  crew !== null && (state !== 'open' || rowId === SEATS_ROW)

const footOf = (bar: BoardBar, box: Box): number =>
  box.y + box.height - FOOT - (tellsCrew(bar) ? 3 : 0)

/** The middle of the line that signs and details share. */
export const lineOf = (bar: BoardBar, box: Box): number =>
  box.height >= TWO_LINES ? footOf(bar, box) : box.y + box.height / 2 - (tellsCrew(bar) ? 2 : 0)

/** Signs from the right edge inwards, as many as there is room for; returns the room left for words. */
export const paintSigns = (context: Context, scene: Scene, on: OnBar): number => {
  const { box, bar, colours } = on
  const two = box.height >= TWO_LINES
  // Below the title, which is what one looks for: signs never cost it a letter.
  const middle = lineOf(bar, box)
  const least = box.x + BAND + 4
  let right = box.x + box.width - 4
  for (const glyph of [...glyphsOf(scene, bar)].reverse()) {
    if (right - GLYPH_PX < least) break
    paintGlyph(
      context,
      glyph,
      { x: right - GLYPH_PX, y: middle - GLYPH_PX / 2 },
      signColour(glyph, colours),
    )
    right -= GLYPH_PX + 3
    // On one line the title needs the room more than a second sign does.
    if (!two && right - least < 60) break
  }
  if (bar.crew && tellsCrew(bar) && right - least > COUNT_ROOM)
    right = paintCount(context, scene, { crew: bar.crew, colours, right, y: middle })
  return right
}

/** The icon of the priority, before the words of its line; returns where they begin. */
export const paintIcon = (
  context: Context,
  on: OnBar & { readonly left: number; readonly right: number },
): number => {
  const { bar, box, colours, left, right } = on
  const isOneLine = box.height < TWO_LINES
  // Signs keep 3 px to their left, which an icon on a short bar may have.
  if (right - left < (isOneLine ? GLYPH_PX + 34 : GLYPH_PX - 4)) return left
  const at = { x: left, y: lineOf(bar, box) - GLYPH_PX / 2 }
  paintPriority(context, bar.icon, at, colours.sign)
  return left + GLYPH_PX + 4
}
