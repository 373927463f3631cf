// How a visit, or a seat that nobody has, looks on paper.
import type { CSSProperties } from 'react'
import type { BoardBar } from '../engine/model.ts'
import { barColours, paperTheme } from '../engine/palette.ts'

export const paperLook = ({ colour, pattern, state }: BoardBar): CSSProperties => {
  const colours = barColours(colour, paperTheme, false)
  const isOpen = state === 'open'
  const isDashed = isOpen || state === 'draft'
  const edge = isOpen ? paperTheme.bad : colours.band
  return {
    background: isDashed ? colours.quiet : colours.fill,
    border: `0.25mm ${isDashed ? 'dashed' : 'solid'} ${edge}`,
    borderLeft: `1.4mm ${pattern === 'stripes' ? 'double' : 'solid'} ${edge}`,
  }
}
