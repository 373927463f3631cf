import { defineWords } from '../lib/words.ts'

/** What the technician adds to a paper: a follow-up, recommendations, an own signature. */
export const paperWords = defineWords({
  fr: {
    quantity: 'Quantité',
    followUpOf: (title: string) => `${title} (suite)`,
    openFollowUp: 'Ouvrir l’intervention de suite',
    followUpOpened: 'L’intervention de suite est ouverte : le bureau la planifie.',
    ownSignature: 'Votre signature',
    ownSignatureText: 'Tracée une fois, elle se pose ensuite d’un geste sur chaque rapport.',
    drawOwn: 'Tracer ma signature',
    putOwn: 'Apposer ma signature',
    drawAgain: 'La retracer',
    takeOff: 'La retirer',
  },
  en: {
    quantity: 'Quantity',
    followUpOf: (title: string) => `${title} (follow-up)`,
    openFollowUp: 'Open the follow-up work order',
    followUpOpened: 'The follow-up is opened: the office plans it.',
    ownSignature: 'Your signature',
    ownSignatureText: 'Drawn once, it is put on each report with one tap.',
    drawOwn: 'Draw my signature',
    putOwn: 'Put my signature',
    drawAgain: 'Draw it anew',
    takeOff: 'Take it off',
  },
})
