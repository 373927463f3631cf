import { expect, test } from 'vitest'
import { findParts } from './find-parts.ts'

const part = (name: string, reference = '') => ({
  ...{ id: name, name, reference, unit: 'u', priceCents: null },
})
const list = [part('Joint torique 50', 'JT-50'), part('Électrovanne 3/4'), part('Chlore choc')]
const names = (typed: string) => findParts(list, typed).map(({ name }) => name)

test.each([
  ['electro', ['Électrovanne 3/4']],
  ['50 joint', ['Joint torique 50']],
  ['jt-5', ['Joint torique 50']],
  ['', list.map(({ name }) => name)],
  ['pompe', []],
  ['Chlore choc', []],
])('typing « %s » finds %j', (typed, found) => {
  expect(names(typed)).toEqual(found)
})
