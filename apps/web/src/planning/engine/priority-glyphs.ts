// The icons an organisation may give its priorities, in a box of 12 by 12, as the lists beside the board show them.
import { paintStrokes } from './glyphs.ts'

const strokes: Readonly<Record<string, string>> = {
  zap: 'M7 1.4 L2.6 6.8 H5.8 L5 10.6 L9.4 5.2 H6.2 Z',
  flame:
    'M6.2 1.2 C6.6 3.2 9.4 4.6 9.4 7.4 a3.4 3.4 0 0 1 -6.8 0 C2.6 6 3.3 5.1 4 4.4 C4.1 5.6 4.7 6.2 5.3 6.2 C6.2 5.2 5.4 3.2 6.2 1.2 Z',
  alert: 'M6 1.8 L10.8 10.2 H1.2 Z M6 4.8 V7.2 M6 8.8 v.1',
  repeat:
    'M2 5.6 V4.6 a1.8 1.8 0 0 1 1.8 -1.8 H9.8 M8 1 L9.8 2.8 L8 4.6 M10 6.4 V7.4 a1.8 1.8 0 0 1 -1.8 1.8 H2.2 M4 7.4 L2.2 9.2 L4 11',
  'clipboard-check':
    'M4.2 2.4 H2.8 V10.8 H9.2 V2.4 H7.8 M4.4 1.4 H7.6 V3.4 H4.4 Z M4.5 7 L5.6 8.1 L7.7 5.9',
  clock: 'M6 1.4 a4.6 4.6 0 1 0 .01 0 M6 3.4 V6 L7.8 7',
  star: 'M6 1.2 L7.5 4.3 L10.9 4.8 L8.4 7.1 L9 10.5 L6 8.9 L3 10.5 L3.6 7.1 L1.1 4.8 L4.5 4.3 Z',
  flag: 'M3 10.8 V1.8 C5 .8 7 2.8 9.4 1.8 V6.6 C7 7.6 5 5.6 3 6.6',
  circle: 'M6 2.6 a3.4 3.4 0 1 0 .01 0',
}

/** Names that can be painted; the test compares them with those the catalogue allows. */
export const paintedIcons: readonly string[] = Object.keys(strokes)

const paths = new Map<string, Path2D>()

const pathOf = (icon: string): Path2D => {
  const known = paths.get(icon)
  if (known) return known
  const made = new Path2D(strokes[icon] ?? strokes.circle)
  paths.set(icon, made)
  return made
}

export const paintPriority = (
  context: CanvasRenderingContext2D,
  icon: string,
  at: { readonly x: number; readonly y: number },
  colour: string,
): void => paintStrokes(context, { path: pathOf(icon), at, colour, isFilled: icon === 'zap' })
