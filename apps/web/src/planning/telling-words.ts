import { defineWords, plural } from '../lib/words.ts'

/** Words of what a bar tells beside its state: time kept free, documents, its crew. */
export const tellingWords = defineWords({
  fr: {
    slackName: 'Battement avant',
    slack: (minutes: number, wanted: number) =>
      wanted > 0 ? `${minutes} min (${wanted} prévues)` : `${minutes} min`,
    documentsName: 'Documents',
    documents: (count: number) =>
      plural('fr', count, { one: '# document joint', other: '# documents joints' }),
    crewName: 'Équipe',
    crew: (filled: number, seats: number) => `${filled} sur ${seats} postes pourvus`,
    open: {
      row: 'Postes à pourvoir',
      state: 'À pourvoir',
      seats: (count: number) =>
        plural('fr', count, { one: '# poste à pourvoir', other: '# postes à pourvoir' }),
      works: (count: number) =>
        plural('fr', count, { one: 'dans # intervention', other: 'dans # interventions' }),
      hour: 'Heure de l’équipe',
      gone: 'Ce poste n’attend plus personne.',
    },
    priority: 'Priorité',
    replace: 'Remplacer…',
    keys: {
      looking: 'Regarder',
      doing: 'Faire',
      visit: 'Sur une visite choisie',
      space: 'Espace',
      click: 'clic',
      drag: 'glisser',
      palette: 'Chercher partout',
    },
    legend: {
      title: 'Les signes',
      missing: 'Poste sans technicien',
      attachment: 'Documents joints',
      break: 'Pause, repas',
      covered: 'Poste confirmé',
      offered: 'Poste proposé',
      uncovered: 'Poste à pourvoir',
      road: 'Trajet, en minutes',
      buffer: 'Battement entre deux visites',
      priorities: 'La couleur et le symbole à gauche disent la priorité, comme au catalogue.',
    },
  },
  en: {
    slackName: 'Slack before',
    slack: (minutes: number, wanted: number) =>
      wanted > 0 ? `${minutes} min (${wanted} planned)` : `${minutes} min`,
    documentsName: 'Documents',
    documents: (count: number) =>
      plural('en', count, { one: '# document attached', other: '# documents attached' }),
    crewName: 'Crew',
    crew: (filled: number, seats: number) => `${filled} of ${seats} seats filled`,
    open: {
      row: 'Seats to fill',
      state: 'To fill',
      seats: (count: number) =>
        plural('en', count, { one: '# seat to fill', other: '# seats to fill' }),
      works: (count: number) =>
        plural('en', count, { one: 'in # work order', other: 'in # work orders' }),
      hour: 'Hour of the crew',
      gone: 'This seat waits for nobody any more.',
    },
    priority: 'Priority',
    replace: 'Replace…',
    keys: {
      looking: 'Looking',
      doing: 'Doing',
      visit: 'On a selected visit',
      space: 'Space',
      click: 'click',
      drag: 'drag',
      palette: 'Search everywhere',
    },
    legend: {
      title: 'The signs',
      missing: 'Seat without technician',
      attachment: 'Documents attached',
      break: 'Break, meal',
      covered: 'Seat confirmed',
      offered: 'Seat offered',
      uncovered: 'Seat to fill',
      road: 'Way, in minutes',
      buffer: 'Slack between two visits',
      priorities: 'Colour and symbol at the left tell the priority, as in the catalogue.',
    },
  },
})
export type TellingWords = (typeof tellingWords)['fr']
