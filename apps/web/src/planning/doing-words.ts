import { defineWords } from '../lib/words.ts'

/** Words of what planners do on the board: overrides, deeds on many, proposals, presence. */
export const doingWords = defineWords({
  fr: {
    override: {
      title: 'Passer outre ?',
      intro: 'Les règles mettent en garde contre cette affectation :',
      reason: 'Raison',
      reasonHelp: 'Elle reste sur l’affectation, avec votre nom.',
      confirm: 'Affecter quand même',
      cancel: 'Ne rien changer',
      badge: 'Passé outre',
      said: (who: string, when: string) => `${who}, ${when}`,
      against: 'Malgré :',
      settings: 'Régler ce que les règles permettent',
    },
  },
  en: {
    override: {
      title: 'Do it all the same?',
      intro: 'The rules warn against this assignment:',
      reason: 'Reason',
      reasonHelp: 'It stays on the assignment, with your name.',
      confirm: 'Assign all the same',
      cancel: 'Change nothing',
      badge: 'Overridden',
      said: (who: string, when: string) => `${who}, ${when}`,
      against: 'In spite of:',
      settings: 'Set what the rules allow',
    },
  },
})
export type DoingWords = (typeof doingWords)['fr']
