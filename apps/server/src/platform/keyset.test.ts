import { expect, test } from 'vitest'
import { Refusal } from './errors.ts'
import { readCursor, toPage } from './keyset.ts'

const cursorOf = (item: { name: string; id: string }) => [item.name, item.id]
const items = [
  { name: 'a', id: '1' },
  { name: 'é', id: '2' },
  { name: 'z', id: '3' },
]

test('the cursor of a page leads behind its last row', () => {
  const page = toPage(items, 2, 3, cursorOf)
  expect(page.items).toEqual(items.slice(0, 2))
  expect(readCursor(page.nextCursor ?? '', ['name', 'id'])).toEqual({ name: 'é', id: '2' })
})

test('the last page has no cursor, also when it is full', () => {
  expect(toPage(items, 3, 3, cursorOf).nextCursor).toBeNull()
  expect(toPage([], 3, 0, cursorOf).nextCursor).toBeNull()
})

test.each([
  '',
  'x',
  Buffer.from('{}').toString('base64url'),
  Buffer.from('["one"]').toString('base64url'),
  Buffer.from('[1,2]').toString('base64url'),
])('a cursor that is none of ours is refused: %j', (cursor) => {
  expect(() => readCursor(cursor, ['name', 'id'])).toThrow(Refusal)
})
