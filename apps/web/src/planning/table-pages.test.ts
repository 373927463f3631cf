import { expect, it } from 'vitest'
import { pagesOf } from './table-pages.ts'

const row = (lines: number) => ({ isHeading: false, lines })
const heading = { isHeading: true, lines: 0 }

it('pages hold whole rows, a heading stays with its first row, and nothing is left out', () => {
  expect(pagesOf([])).toEqual([])
  expect(pagesOf([heading, row(4), row(4), heading, row(4), row(30), row(1)], 10)).toEqual([
    0, 3, 5, 6,
  ])
  const crowd = Array.from({ length: 500 }, () => row(20))
  const starts = pagesOf(crowd)
  expect(starts).toHaveLength(46)
  expect(starts[1]).toBe(11)
})
