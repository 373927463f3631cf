import { expect, test } from 'vitest'
import { fillText, messageKinds, unknownVariables } from './messages.ts'
import { inCheapLetters, readReply, smsCost } from './sms.ts'

test.each([
  ['a'.repeat(160), 'gsm7', 1],
  ['a'.repeat(161), 'gsm7', 2],
  ['a'.repeat(306), 'gsm7', 2],
  ['a'.repeat(307), 'gsm7', 3],
  ['é'.repeat(160), 'gsm7', 1],
  ['€'.repeat(80), 'gsm7', 1],
  ['€'.repeat(81), 'gsm7', 2],
  [`${'a'.repeat(152)}€${'a'.repeat(153)}`, 'gsm7', 3],
  ['ê'.repeat(70), 'ucs2', 1],
  ['ê'.repeat(71), 'ucs2', 2],
  [`${'a'.repeat(66)}😀${'a'.repeat(66)}`, 'ucs2', 3],
] as const)('%.12s… takes %s in %i segments', (text, alphabet, segments) => {
  expect(smsCost(text)).toMatchObject({ alphabet, segments })
})

test('the letters that make an SMS dear are named once, and have cheap look-alikes', () => {
  expect(smsCost('Côté façade, « être »').expensive).toEqual(['ô', 'ç', '«', 'ê', '»'])
  expect(smsCost(inCheapLetters('Côté façade, « être » – Cœur d’Œuvre…')).alphabet).toBe('gsm7')
  expect(inCheapLetters('déjà à Zoé')).toBe('déjà à Zoé')
})

test.each([
  ['OUI', 'yes'],
  [' oui ! ', 'yes'],
  ['Ok.', 'yes'],
  ['d’accord', 'yes'],
  ['NON merci', 'no'],
  ['n', 'no'],
  ['oui mais à 10 h', null],
  ['', null],
] as const)('%s is read as %s', (text, reply) => {
  expect(readReply(text)).toBe(reply)
})

test('shipped texts use only variables of their kind, in both languages', () => {
  for (const [kind, { texts }] of Object.entries(messageKinds))
    for (const { long, short } of Object.values(texts))
      expect(
        unknownVariables(
          kind as keyof typeof messageKinds,
          `${long.subject} ${long.body} ${short}`,
        ),
      ).toEqual([])
})

test('a text is filled in; what has no value leaves no hole of lines', () => {
  expect(fillText('Bonjour {name},\n\n{nothing}\n\nAu revoir', { name: 'Ana' })).toBe(
    'Bonjour Ana,\n\nAu revoir',
  )
})
