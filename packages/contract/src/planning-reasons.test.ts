import { expect, test } from 'vitest'
import { type Reason, reasonSentence } from './planning-reasons.ts'

const nine = Date.parse('2026-11-23T08:00:00Z') / 1000
const about = { visit: 'v', technician: 't' }
const words = { timeZone: 'Europe/Paris', names: { b2v: 'B2V', v2: 'Piscine Pontoise' } }

const cases: [Reason, string, string][] = [
  [
    {
      ...about,
      rule: 'skills',
      missing: [{ id: 'sound', level: 3, held: 1 }],
      names: { sound: 'Son' },
    },
    'Compétence manquante : Son 3',
    'Missing skill: Son 3',
  ],
  [
    { ...about, rule: 'certifications', missing: ['b2v'], expiredOn: nine },
    'Habilitation expirée le 23 nov. 2026 : B2V',
    'Certification expired on Nov 23, 2026: B2V',
  ],
  [
    { ...about, rule: 'time-windows', start: nine, windows: [{ start: nine, end: nine + 5400 }] },
    'Doit commencer entre lun. 09:00 et lun. 10:30',
    'Has to begin between Mon 09:00 AM and Mon 10:30 AM',
  ],
  [
    { ...about, rule: 'travel', cause: 'too-far', neededSeconds: 1500, availableSeconds: 600 },
    'Trajet : 25 min nécessaires, 10 min disponibles',
    'Travel: 25 min needed, 10 min available',
  ],
  [
    { ...about, rule: 'work-per-day', value: 40_000, limit: 36_000 },
    'Travail du jour : 11 h 07, au plus 10 h 00',
    'Work of the day: 11 h 07, at most 10 h 00',
  ],
  [
    { ...about, rule: 'dependencies', other: 'v2', lagSeconds: 0, minSeconds: 3600 },
    "Ordre avec « Piscine Pontoise » : 0 min d'écart, 1 h 00 au moins",
    'Order with “Piscine Pontoise”: 0 min apart, at least 1 h 00',
  ],
  [{ ...about, rule: 'a-rule-of-tomorrow' }, 'a-rule-of-tomorrow', 'a-rule-of-tomorrow'],
]

test.each(cases)('a reason reads as a sentence in both languages: %o', (reason, fr, en) => {
  expect(reasonSentence(reason, { ...words, language: 'fr' })).toBe(fr)
  expect(reasonSentence(reason, { ...words, language: 'en' })).toBe(en)
})
