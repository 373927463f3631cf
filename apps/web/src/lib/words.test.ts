import { describe, expect, test } from 'vitest'
import { defineWords, listText, moneyText, plural } from './words.ts'

const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ')
const clients = { one: '# client', other: '# clients' }

describe('plurals follow the language', () => {
  test('French counts zero as one, English does not', () => {
    expect([0, 1, 2].map((count) => plural('fr', count, clients))).toEqual([
      '0 client',
      '1 client',
      '2 clients',
    ])
    expect([0, 1, 2].map((count) => plural('en', count, clients))).toEqual([
      '0 clients',
      '1 client',
      '2 clients',
    ])
  })

  test('a word for nothing wins over the number', () => {
    expect(plural('fr', 0, { zero: 'aucun client', ...clients })).toBe('aucun client')
  })

  test('thousands are grouped as each language does', () => {
    expect(plain(plural('fr', 1234, clients))).toBe('1 234 clients')
    expect(plural('en', 1234, clients)).toBe('1,234 clients')
  })
})

test('lists and money', () => {
  expect(listText('fr', ['son', 'lumière', 'vidéo'])).toBe('son, lumière et vidéo')
  expect(plain(moneyText('fr', 123456))).toBe('1 234,56 €')
  expect(moneyText('en', 123456)).toBe('€1,234.56')
})

test('English is held to the shape of French', () => {
  defineWords({
    fr: { hello: (name: string) => `Bonjour ${name}`, states: { on: 'allumé' } },
    en: { hello: (name: string) => `Hello ${name}`, states: { on: 'on' } },
  })
  // @ts-expect-error a word is missing
  defineWords({ fr: { a: 'a', b: 'b' }, en: { a: 'a' } })
  // @ts-expect-error the argument is of another type
  defineWords({ fr: { a: (n: number) => `${n}` }, en: { a: (n: string) => n } })
})

test('French spaces before punctuation and in guillemets do not end a line; English is left alone', () => {
  const words = defineWords({
    fr: { ask: (name: string) => `« ${name} » : vraiment ?`, nested: { stop: 'Attention !' } },
    en: { ask: (name: string) => `“${name}” : really ?`, nested: { stop: 'Careful !' } },
  })
  expect(words.fr.ask('Luc')).toBe('«\u00a0Luc\u00a0»\u00a0: vraiment\u202f?')
  expect(words.fr.nested.stop).toBe('Attention\u202f!')
  expect(words.en.ask('Luc')).toBe('“Luc” : really ?')
})
