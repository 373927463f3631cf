import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { faultSentence } from './fault-sentence.ts'
import { colour, localDate, text } from './kernel.ts'

const complaint = (schema: z.ZodType, value: unknown, language: 'fr' | 'en') =>
  schema.safeParse(value, { error: (issue) => faultSentence(issue, language) }).error?.issues[0]
    ?.message

describe('what a schema expected is said in plain words', () => {
  test.each([
    [text(120), '', 'À remplir.', 'Please fill this in.'],
    [text(120), undefined, 'À remplir.', 'Please fill this in.'],
    [text(3), 'abcd', 'Au plus 3 caractères.', 'At most 3 characters.'],
    [z.string().min(12), 'court', 'Au moins 12 caractères.', 'At least 12 characters.'],
    [z.int().positive(), 0, 'Plus de 0.', 'More than 0.'],
    [z.number().max(90), 200, 'Au plus 90.', 'At most 90.'],
    [z.int().min(1000), 1, 'Au moins 1 000.', 'At least 1,000.'],
    [z.int(), 1.5, 'Un nombre entier est attendu.', 'A whole number is expected.'],
    [
      colour,
      'red',
      'Une couleur est attendue, par exemple #1f6feb.',
      'A colour is expected, for example #1f6feb.',
    ],
    [
      z.union([z.literal(''), z.email()]),
      'x@',
      'Une adresse e-mail est attendue, par exemple nom@exemple.fr.',
      'An e-mail address is expected, for example name@example.com.',
    ],
    [
      localDate,
      '2026-02-30',
      'Une date qui existe est attendue (AAAA-MM-JJ).',
      'A date that exists is expected (YYYY-MM-DD).',
    ],
    [
      z.enum(['a', 'b']),
      'c',
      "L'une de ces valeurs est attendue : a, b.",
      'One of these values is expected: a, b.',
    ],
    [z.array(z.string()).min(1), [], 'Au moins 1 dans la liste.', 'At least 1 in the list.'],
    [z.strictObject({}), { x: 1 }, 'Champs inconnus : x.', 'Unknown fields: x.'],
  ])('%#: %j', (schema, value, fr, en) => {
    expect(complaint(schema, value, 'fr')?.replace(/[\u202f\u00a0]/g, ' ')).toBe(fr)
    expect(complaint(schema, value, 'en')).toBe(en)
  })
})
