import { expect, test } from 'vitest'
import { faultSentence } from './fault-sentence.ts'
import { phoneDraft, phoneText, searchedNumber, toE164 } from './phone.ts'

test.each([
  ['06 12 34 56 78', '+33612345678'],
  ['01.23.45.67.89', '+33123456789'],
  ['0612345678', '+33612345678'],
  ['+33 6 12 34 56 78', '+33612345678'],
  ['+33 (0)6 12 34 56 78', '+33612345678'],
  ['0033 6-12-34-56-78', '+33612345678'],
  ['06\u00a012\u202f34 56 78', '+33612345678'],
  ['0690 12 34 56', '+590690123456'],
  ['0262 12 34 56', '+262262123456'],
  ['+44 20 7946 0958', '+442079460958'],
])('%s is kept as %s', (written, kept) => {
  expect(toE164(written)).toBe(kept)
  expect(toE164(kept)).toBe(kept)
})

test.each(['06 12 34 56 7', '0612345678 poste 3', '12', 'bureau', '+33 12', '+0612345678', '00'])(
  '%s is told to be none, in both languages',
  (written) => {
    expect(toE164(written)).toBeUndefined()
    const issue = phoneDraft.safeParse(written).error?.issues[0]
    expect(issue).toBeDefined()
    if (!issue) return
    expect(faultSentence(issue as never, 'fr')).toContain('06 12 34 56 78')
    expect(faultSentence(issue as never, 'en')).toContain('A telephone number is expected')
  },
)

test('nothing is nothing; numbers are read in pairs and found as they are typed', () => {
  expect(phoneDraft.parse(undefined)).toBe('')
  expect(phoneDraft.parse(' ')).toBe('')
  expect(phoneText('+33612345678')).toBe('06 12 34 56 78')
  expect(phoneText('+442079460958')).toBe('+442079460958')
  expect(searchedNumber('06 12')).toBe('+33612')
  expect(searchedNumber('Ana')).toBeUndefined()
})
