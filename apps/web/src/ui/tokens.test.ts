// The colours are measured, not believed: axe cannot see a canvas and sees only the states a test happens to show.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8')

const tokensOf = (selector: string): Map<string, string> => {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  )
}

const light = tokensOf('[data-theme="light"]')
const dark = new Map([...light, ...tokensOf(':root[data-theme="dark"]')])

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** What is written on what. */
const written: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['canvas', 'surface', 'raised', 'sunken', 'accent-soft', 'bad-soft', 'warn-soft']],
  ['ink-2', ['canvas', 'surface', 'raised', 'sunken']],
  ['ink-3', ['canvas', 'surface', 'raised']],
  ['accent', ['canvas', 'surface', 'raised']],
  ['accent-ink', ['accent-soft']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-bad', ['bad-solid']],
  ['good', ['surface', 'good-soft']],
  ['warn', ['surface', 'warn-soft']],
  ['bad', ['surface', 'raised', 'canvas', 'bad-soft']],
  ['info', ['surface', 'info-soft']],
  ['violet', ['surface', 'violet-soft']],
  ['nav-ink', ['nav', 'nav-hover', 'nav-active']],
  ['nav-ink-2', ['nav', 'nav-hover']],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, tokens) => {
  test.each(written.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground])))(
    '%s on %s reads well (4.5)',
    (ink = '', ground = '') => {
      expect(contrast(tokens.get(ink) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each([
    ['focus', 'surface'],
    ['focus', 'canvas'],
    ['line-strong', 'surface'],
    ['tally', 'nav'],
    ['lamp', 'surface'],
  ])('%s is seen on %s (3)', (mark, ground) => {
    expect(contrast(tokens.get(mark) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(3)
  })
})
