import { expect, test } from 'vitest'
import { isTooEasy, newPassword } from './passwords.ts'

test.each([
  'aaaaaaaaaaaa',
  'abababababab',
  '123456789012',
  'motdepasse123',
  'Password1234',
  'azertyuiop12',
  'QWERTYUIOP[]',
  'admin1234admin',
  'poiuytreza12',
  'abcdefghijkl',
])('%s is refused: it is guessed first', (password) => {
  expect(isTooEasy(password)).toBe(true)
})

test.each([
  'une phrase assez longue',
  'mot de passe de test',
  'correct horse battery',
  '6n72-fpax-wy5v',
  'ma chèvre aime 1234 pommes',
  'пароль из слов',
])('%s will do', (password) => {
  expect(newPassword.safeParse(password).success).toBe(true)
})

test('length is told before anything else', () => {
  const parsed = newPassword.safeParse('court')
  expect(parsed.error?.issues[0]).toMatchObject({ code: 'too_small', minimum: 12 })
})
