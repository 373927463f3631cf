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
export type BarGround = Pick<ThemeColours, 'surface' | 'ink' | 'ink-2'>

/** Paper is white, whatever the screen is. */
export const paperTheme: BarGround = { surface: '#ffffff', ink: '#122022', 'ink-2': '#465659' }

export type BarColours = {
  readonly fill: string
  readonly quiet: string
  readonly band: string
  readonly bandInk: string
  readonly ink: string
  readonly ink2: string
}

export type Palette = {
  readonly theme: ThemeColours
  readonly dark: boolean
  readonly bar: (colour: string) => BarColours
}

const FILL_LIGHT = 0.17
const FILL_DARK = 0.3

/** Fill, band and inks of a bar; text holds 4.5 : 1 on the fill, the band 3 : 1 on the row, whatever the colour. */
export const barColours = (colour: string, theme: BarGround, dark: boolean): BarColours => {
  const [own, surface, ink, ink2] = [colour, theme.surface, theme.ink, theme['ink-2']].map(
    parseColour,
  ) as [Rgb, Rgb, Rgb, Rgb]
  const fill = mix(own, surface, dark ? FILL_DARK : FILL_LIGHT)
  const extreme: Rgb = dark ? [255, 255, 255] : [0, 0, 0]
  const band = standingOut(own, surface, ink, 3)
  return {
    fill: cssOf(fill),
    quiet: cssOf(mix(own, surface, dark ? 0.14 : 0.07)),
    band: cssOf(band),
    bandInk: cssOf(mix(surface, band, 0.62)),
    ink: cssOf(standingOut(ink, fill, extreme, 7)),
    ink2: cssOf(standingOut(ink2, fill, extreme, 4.6)),
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
