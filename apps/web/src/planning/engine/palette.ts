// The canvas's colours: the theme's own, and what becomes of the colours an organisation chose.
import { cssOf, mix, parseColour, type Rgb, standingOut } from '../../lib/colour.ts'

const names = [
  'canvas',
  'surface',
  'sunken',
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-strong',
  'accent',
  'accent-soft',
  'good',
  'warn',
  'bad',
  'bad-soft',
  'tally',
  'info',
] as const

export type ThemeColours = Readonly<Record<(typeof names)[number], string>>

/** What a bar's colours are measured against. */
export type BarGround = Pick<
  ThemeColours,
  'surface' | 'ink' | 'ink-2' | 'good' | 'warn' | 'bad' | 'tally'
>

/** Paper is white, whatever the screen is. */
export const paperTheme: BarGround = {
  surface: '#ffffff',
  ink: '#122022',
  'ink-2': '#465659',
  good: '#17693c',
  warn: '#854700',
  bad: '#b0241c',
  tally: '#e08a00',
}

export type BarColours = {
  readonly fill: string
  readonly quiet: string
  readonly band: string
  readonly bandInk: string
  readonly ink: string
  readonly ink2: string
  /** The priority's own colour where its icon is drawn. */
  readonly sign: string
  readonly good: string
  readonly warn: string
  readonly bad: string
  readonly tally: string
}

export type Palette = {
  readonly theme: ThemeColours
  readonly dark: boolean
  readonly bar: (colour: string) => BarColours
}

const FILL_LIGHT = 0.17
const FILL_DARK = 0.3

/**
 * Fill, band, inks and signs of a bar, whatever the colour: text holds 4.5 : 1 on the fill, signs 3 : 1 on it, the
 * band 3 : 1 on the row.
 */
export const barColours = (colour: string, theme: BarGround, dark: boolean): BarColours => {
  const [own, surface, ink, ink2] = [colour, theme.surface, theme.ink, theme['ink-2']].map(
    parseColour,
  ) as [Rgb, Rgb, Rgb, Rgb]
  const fill = mix(own, surface, dark ? FILL_DARK : FILL_LIGHT)
  const extreme: Rgb = dark ? [255, 255, 255] : [0, 0, 0]
  const band = standingOut(own, surface, ink, 3)
  const quiet = mix(own, surface, dark ? 0.14 : 0.07)
  // What stands out from the fuller of the two grounds may not from the other: both are asked.
  const sign = (colour: Rgb) =>
    cssOf(standingOut(standingOut(colour, fill, extreme, 3.05), quiet, extreme, 3.05))
  return {
    fill: cssOf(fill),
    quiet: cssOf(quiet),
    band: cssOf(band),
    bandInk: cssOf(mix(surface, band, 0.62)),
    ink: cssOf(standingOut(ink, fill, extreme, 7)),
    ink2: cssOf(standingOut(ink2, fill, extreme, 4.6)),
    sign: sign(own),
    good: sign(parseColour(theme.good)),
    warn: sign(parseColour(theme.warn)),
    bad: sign(parseColour(theme.bad)),
    tally: sign(parseColour(theme.tally)),
  }
}

export const makePalette = (theme: ThemeColours, dark: boolean): Palette => {
  const known = new Map<string, BarColours>()
  return {
    theme,
    dark,
    bar: (colour) => {
      const found = known.get(colour)
      if (found) return found
      const made = barColours(colour, theme, dark)
      known.set(colour, made)
      return made
    },
  }
}

/** Reads the theme in force from the stylesheet. */
export const readPalette = (element: Element, dark: boolean): Palette => {
  const style = getComputedStyle(element)
  const theme = Object.fromEntries(
    names.map((name) => [name, style.getPropertyValue(`--${name}`).trim() || '#888888']),
  ) as ThemeColours
  return makePalette(theme, dark)
}
