import { readFileSync } from 'node:fs'
import path from 'node:path'
import { priorityIcon } from '@regie/contract/catalog'
import { describe, expect, it, test } from 'vitest'
import { contrast, parseColour, type Rgb } from '../../lib/colour.ts'
import { barColours, paperTheme, type ThemeColours } from './palette.ts'
import { paintedIcons } from './priority-glyphs.ts'

const css = readFileSync(path.join(import.meta.dirname, '../../ui/tokens.css'), 'utf8')

const themeOf = (selector: string): ThemeColours => {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [name, value]),
  ) as ThemeColours
}

const rgb = (text: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = (text.match(/\d+/g) ?? []).map(Number)
  return [red, green, blue]
}

/** Whatever an organisation may choose, the worst included. */
const choices = [
  '#dc2626',
  '#2563eb',
  '#16a34a',
  '#ffff00',
  '#ffffff',
  '#000000',
  '#7f7f7f',
  '#00ffcc',
  'nonsense',
]

describe.each([
  ['[data-theme="light"]', false],
  [':root[data-theme="dark"]', true],
])('bars in %s', (selector, dark) => {
  const theme = themeOf(selector)

  it.each(choices)('can be read in %s', (colour) => {
    const bar = barColours(colour, theme, dark)
    for (const ground of [bar.fill, bar.quiet]) {
      expect(contrast(rgb(bar.ink), rgb(ground))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(rgb(bar.ink2), rgb(ground))).toBeGreaterThanOrEqual(4.5)
      for (const sign of [bar.sign, bar.good, bar.warn, bar.bad, bar.tally])
        expect(contrast(rgb(sign), rgb(ground))).toBeGreaterThanOrEqual(3)
    }
    expect(contrast(rgb(bar.band), parseColour(theme.surface))).toBeGreaterThanOrEqual(2.95)
  })
})

test('every icon that a priority may carry can be painted', () => {
  expect([...paintedIcons].sort()).toEqual([...priorityIcon.options].sort())
})

test('paper has the colours of the light theme', () => {
  const theme = themeOf('[data-theme="light"]')
  for (const [name, colour] of Object.entries(paperTheme))
    expect(theme[name as keyof typeof paperTheme]).toBe(colour)
})

test('white is white also as the build writes it', () => {
  expect(parseColour('#fff')).toEqual([255, 255, 255])
  expect(parseColour(' #0bf ')).toEqual(parseColour('#00bbff'))
})
