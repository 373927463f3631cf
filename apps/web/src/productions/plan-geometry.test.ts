import { describe, expect, test } from 'vitest'
import { freePlace, isInside, labelSides, nudged, placeOfPoint } from './plan-geometry.ts'

const box = { left: 100, top: 50, width: 400, height: 200 }

test('a pointer over the plan is a share of it, kept within', () => {
  expect(placeOfPoint(box, 300, 100)).toEqual({ x: 0.5, y: 0.25 })
  expect(placeOfPoint(box, 0, 900)).toEqual({ x: 0, y: 1 })
  expect([isInside(box, 100, 250), isInside(box, 99, 100)]).toEqual([true, false])
})

test('arrow keys move as far down as across, further with the shift key, never off the plan', () => {
  const plan = { width: 400, height: 200 }
  expect(nudged({ x: 0.5, y: 0.5 }, 'ArrowRight', false, plan)).toEqual({ x: 0.505, y: 0.5 })
  expect(nudged({ x: 0.5, y: 0.5 }, 'ArrowDown', false, plan)).toEqual({ x: 0.5, y: 0.51 })
  expect(nudged({ x: 0.01, y: 0 }, 'ArrowLeft', true, plan)).toEqual({ x: 0, y: 0 })
  expect(nudged({ x: 0.5, y: 0.5 }, 'Enter', false, plan)).toBeNull()
})

test('who is placed by the keyboard comes to the middle, beside whoever stands there', () => {
  const first = freePlace([])
  expect(first).toEqual({ x: 0.5, y: 0.5 })
  expect(freePlace([first])).not.toEqual(first)
})

describe('labels', () => {
  const frame = { width: 1000, height: 500 }
  const label = { width: 120, height: 40 }
  const dot = (key: string, x: number, y: number) => ({ key, x, y, label })

  test('lie to the right where there is room, and never over the edge', () => {
    const sides = labelSides([dot('a', 0.2, 0.5), dot('b', 0.98, 0.1)], frame, 26)
    expect([...sides]).toEqual([
      ['b', 'left'],
      ['a', 'right'],
    ])
  })

  test('of neighbours keep off each other and off their dots', () => {
    const sides = labelSides([dot('a', 0.5, 0.5), dot('b', 0.56, 0.5)], frame, 26)
    expect(sides.get('a')).toBe('left')
    expect(sides.get('b')).toBe('right')
  })
})
