import { defineWords } from '../lib/words.ts'

export const tourWords = defineWords({
  fr: {
    title: 'Entre les dates',
    text: 'De la fin de la dernière phase d’une date au début de la première de la suivante.',
    way: (from: string, to: string) => `${from} → ${to}`,
    between: (from: string, until: string) => `${from} → ${until}`,
    room: (length: string) => `${length} entre les deux`,
    estimated: 'estimé',
    short: (length: string) => `Il manque ${length}`,
    unknown: 'Trajet inconnu : un lieu n’a pas de position.',
  },
  en: {
    title: 'Between the dates',
    text: 'From the end of the last phase of one date to the start of the first of the next.',
    way: (from, to) => `${from} → ${to}`,
    between: (from, until) => `${from} → ${until}`,
    room: (length) => `${length} between them`,
    estimated: 'estimated',
    short: (length) => `${length} missing`,
    unknown: 'Unknown way: one of the places has no position.',
  },
})
