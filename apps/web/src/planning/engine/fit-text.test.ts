import { expect, test } from 'vitest'
import { fitText, readsFromRight } from './fit-text.ts'

/** Every letter is 6 wide. */
const context = {
  font: '12px test',
  measureText: (text: string) => ({ width: text.length * 6 }),
} as unknown as CanvasRenderingContext2D

test('a name of 300 letters is cut with an ellipsis, where little fits to its first letters', () => {
  const name = 'Piscine '.repeat(38)
  expect(fitText(context, name, 100)).toBe('Piscine Piscine…')
  expect(fitText(context, name, 30)).toBe('Pisc')
  expect(fitText(context, 'Bassin', 100)).toBe('Bassin')
})

test('a letter of two halves is never cut in its middle', () => {
  expect(fitText(context, '🏊🏊🏊🏊🏊🏊🏊🏊🏊🏊', 19)).toBe('🏊')
})

test('a text reads as its first letter does', () => {
  expect(readsFromRight('מרכז ספורט')).toBe(true)
  expect(readsFromRight('(12) مسبح')).toBe(true)
  expect(readsFromRight('Bassin מרכז')).toBe(false)
  expect(readsFromRight('25 m')).toBe(false)
})
