// The signs on a bar, drawn in a box of 12 by 12; states must be told apart without colour.
import type { BarState } from './model.ts'

export type Glyph =
  | Exclude<BarState, 'open'>
  | 'lock'
  | 'conflict'
  | 'late'
  | 'override'
  | 'missing'
  | 'attachment'
  | 'break'
  | 'client'
  | 'unseen'

const strokes: Readonly<Record<Glyph, string>> = {
  draft: 'M2.5 9.5 L3.2 7.2 L8.2 2.2 L9.8 3.8 L4.8 8.8 Z',
  offered: 'M4.2 4.4 a1.9 1.9 0 1 1 2.7 1.8 c-.7 .3 -.9 .7 -.9 1.3 M6 9.6 v.1',
  accepted: 'M2.4 6.4 L4.9 8.9 L9.7 3.4',
  declined: 'M3 3 L9 9 M9 3 L3 9',
  en_route: 'M2.2 6 H9.6 M6.6 3 L9.6 6 L6.6 9',
  started: 'M4 2.6 L9.4 6 L4 9.4 Z',
  paused: 'M4.2 3 V9 M7.8 3 V9',
  finished: 'M1.2 6.6 L3.4 8.8 L7.6 4 M6.2 8.6 L6.5 8.8 L10.8 4',
  lock: 'M3 5.6 H9 V10 H3 Z M4.3 5.6 V4 a1.7 1.7 0 0 1 3.4 0 V5.6',
  conflict: 'M6 1.6 L11 10.2 H1 Z M6 4.8 V7.2 M6 8.7 v.1',
  override: 'M3 10.4 V1.8 H9.4 L7.8 4.2 L9.4 6.6 H3',
  unseen: 'M1 6 C3 2.6 9 2.6 11 6 C9 9.4 3 9.4 1 6 M6 4.7 a1.3 1.3 0 1 0 .01 0 M2.2 10.4 L9.8 1.6',
  missing: 'M6 2.2 a1.9 1.9 0 1 1 -.01 0 M2.4 10.4 c0 -4 7.2 -4 7.2 0 M8.6 1.4 V4.4 M8.6 6 v.1',
  client:
    'M4.6 2 a1.8 1.8 0 1 1 -.01 0 M1.2 10.4 c0 -4.2 6.4 -4.2 6.8 -.6 M7.6 6.2 L9 7.6 L11.4 4.6',
  attachment: 'M9.8 5.2 L5.9 9.1 a2.3 2.3 0 0 1 -3.3 -3.3 L6.8 1.7 a1.5 1.5 0 0 1 2.2 2.2 L5 7.9',
  break:
    'M2 4.6 H8.6 V7.8 a2.2 2.2 0 0 1 -2.2 2.2 H4.2 A2.2 2.2 0 0 1 2 7.8 Z M8.6 5.4 h.6 a1.2 1.2 0 0 1 0 2.6 h-.6 M4 1.4 V2.8 M6.6 1.4 V2.8',
  late: 'M6 1.6 a4.4 4.4 0 1 0 .01 0 M6 3.6 V6.2 L7.8 7.2',
}

/** The strokes of a sign, for those who draw it elsewhere than on the canvas. */
export const strokesOf = (glyph: Glyph): { readonly d: string; readonly isFilled: boolean } => ({
  d: strokes[glyph],
  isFilled: filled.has(glyph),
})

const filled: ReadonlySet<Glyph> = new Set(['started', 'lock'])

const paths = new Map<Glyph, Path2D>()

const pathOf = (glyph: Glyph): Path2D => {
  const known = paths.get(glyph)
  if (known) return known
  const made = new Path2D(strokes[glyph])
  paths.set(glyph, made)
  return made
}

export const GLYPH_PX = 12

/** Strokes of 12 by 12 in one colour. */
export const paintStrokes = (
  context: CanvasRenderingContext2D,
  on: {
    readonly path: Path2D
    readonly at: { readonly x: number; readonly y: number }
    readonly colour: string
    readonly isFilled: boolean
  },
): void => {
  context.save()
  context.translate(on.at.x, on.at.y)
  context.lineWidth = 1.6
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = on.colour
  if (on.isFilled) {
    context.fillStyle = on.colour
    context.fill(on.path)
  }
  context.stroke(on.path)
  context.restore()
}

export const paintGlyph = (
  context: CanvasRenderingContext2D,
  glyph: Glyph,
  at: { readonly x: number; readonly y: number },
  colour: string,
): void => paintStrokes(context, { path: pathOf(glyph), at, colour, isFilled: filled.has(glyph) })
