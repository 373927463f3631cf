import { expect, test } from 'vitest'
import { newId } from './clock.ts'

test('an id is a UUIDv7 that carries its time', () => {
  const id = newId(0x0190_0000_0001, (size) => new Uint8Array(size).fill(0xff))
  expect(id).toBe('01900000-0001-7fff-bfff-ffffffffffff')
})

test('ids sort by the time they were made', () => {
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((at) => newId(at))
  expect([...ids].sort()).toEqual(ids)
})

test('ids of one millisecond differ', () => {
  expect(new Set(Array.from({ length: 1000 }, () => newId(1_700_000_000_000))).size).toBe(1000)
})
