import { expect, test } from 'vitest'
import { parsePosition } from './position.ts'

const paris = { latitude: 48.8566, longitude: 2.3522 }

test.each([
  ['48.8566, 2.3522', paris],
  ['48.8566 2.3522', paris],
  ['48,8566; 2,3522', paris],
  [' 48.8566° , 2.3522° ', paris],
  ['-21.1, 55', { latitude: -21.1, longitude: 55 }],
  ['', null],
  ['200, 2', undefined],
  ['48.85', undefined],
  ['Paris', undefined],
])('%s', (text, expected) => {
  expect(parsePosition(text)).toEqual(expected)
})
