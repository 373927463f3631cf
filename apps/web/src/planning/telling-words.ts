import { defineWords, plural } from '../lib/words.ts'

/** Words of what a bar tells beside its state: time kept free, documents, its crew. */
export const tellingWords = defineWords({
  fr: {
    slackName: 'Battement avant',
    slack: (minutes: number, wanted: number) =>
      wanted > 0
        ? `${minutes} min de battement (${wanted} prévues)`
        : `${minutes} min de battement`,
    documentsName: 'Documents',
    documents: (count: number) =>
      plural('fr', count, { one: '# document joint', other: '# documents joints' }),
    crewName: 'Équipe',
    crew: (filled: number, seats: number) => `${filled} sur ${seats} postes pourvus`,
    priority: 'Priorité',
    seats: { covered: 'confirmés', offered: 'proposés', uncovered: 'à pourvoir' },
  },
  en: {
    slackName: 'Slack before',
    slack: (minutes: number, wanted: number) =>
      wanted > 0 ? `${minutes} min of slack (${wanted} planned)` : `${minutes} min of slack`,
    documentsName: 'Documents',
    documents: (count: number) =>
      plural('en', count, { one: '# document attached', other: '# documents attached' }),
    crewName: 'Crew',
    crew: (filled: number, seats: number) => `${filled} of ${seats} seats filled`,
    priority: 'Priority',
    seats: { covered: 'confirmed', offered: 'offered', uncovered: 'uncovered' },
  },
})
