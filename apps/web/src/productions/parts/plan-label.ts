// How large a mark on a plan is, and where its label lies.
import type { Side, Size } from '../plan-geometry.ts'

/** Pixels across a dot. */
export const DOT = 26

/** Beside the dot it belongs to. */
export const sideClasses: Readonly<Record<Side, string>> = {
  right: 'left-full top-1/2 ml-0.5 -translate-y-1/2',
  left: 'right-full top-1/2 mr-0.5 -translate-y-1/2',
  below: 'left-1/2 top-full mt-0.5 -translate-x-1/2',
  above: 'bottom-full left-1/2 mb-0.5 -translate-x-1/2',
}

const LETTER = 6.1
const WIDEST = 168

/** About how large the label of a role comes out: near enough to keep labels apart. */
export const labelSize = (lines: readonly string[]): Size =>
  lines.length === 0
    ? { width: 0, height: 0 }
    : {
        width: Math.min(WIDEST, 14 + LETTER * Math.max(...lines.map((line) => line.length))),
        height: 6 + 14 * lines.length,
      }
