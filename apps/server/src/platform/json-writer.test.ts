import { expect, test } from 'vitest'
import { giveBack, JsonWriter } from './json-writer.ts'

const written = (texts: readonly string[]): Buffer => {
  const json = new JsonWriter(10)
  for (const text of texts) json.put(text)
  return json.bytes()
}

test('what is put stands there in order, however long and whatever the letters', () => {
  const texts = Array.from({ length: 20_000 }, (_, rank) => `${rank} Créteil → Łódź ; `)
  expect(written(texts).toString()).toBe(texts.join(''))
})

test('a buffer is written over only once it was given back', () => {
  const first = written(['first'])
  const second = written(['second'])
  expect(`${first} ${second}`).toBe('first second')
  giveBack(second)
  const third = written(['third'])
  expect(third.buffer).toBe(second.buffer)
  expect(`${first} ${third}`).toBe('first third')
  // Twice, or what was never lent: nothing to take.
  giveBack(second)
  giveBack(Buffer.from('elsewhere'))
  expect(written(['fourth']).buffer).not.toBe(third.buffer)
  expect(third.toString()).toBe('third')
})
