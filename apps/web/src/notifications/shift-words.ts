import { defineWords } from '../lib/words.ts'

export const shiftWords = defineWords({
  fr: {
    title: 'Tout s’est bien passé ?',
    text: 'Votre dernière journée, en un geste.',
    yes: 'Oui',
    no: 'Non',
    what: 'Que s’est-il passé ?',
    send: 'Envoyer « non »',
    back: 'Retour',
    thanksYes: 'Merci, bonne fin de journée.',
    thanksNo: 'Merci. Le bureau est prévenu et regarde votre prochaine intervention.',
  },
  en: {
    title: 'Did all go well?',
    text: 'Your last day of work, with one tap.',
    yes: 'Yes',
    no: 'No',
    what: 'What happened?',
    send: 'Send “no”',
    back: 'Back',
    thanksYes: 'Thank you, have a good evening.',
    thanksNo: 'Thank you. The office knows, and looks at your next visit.',
  },
})
