import { defineWords } from '../lib/words.ts'

/** Preferences of whoever has a link and no account. */
export const linkedPreferenceWords = defineWords({
  fr: {
    title: 'Comment me prévenir',
    text: (organization: string) => `Ce qui concerne votre planning chez ${organization}.`,
    byEmail: (address: string) => `E-mail (${address})`,
    bySms: (number: string) => `SMS (${number})`,
    silent:
      'Sans e-mail ni SMS, plus rien ne vous parvient hors de l’application : ni intervention, ni changement d’heure.',
    language: 'Langue des messages',
    languages: { fr: 'Français', en: 'English' },
    quiet: 'Mes propres heures calmes',
    quietText: (from: string, until: string) =>
      `Ce qui n’est pas urgent attend la fin de ces heures. Sans les vôtres : de ${from} à ${until}.`,
    from: 'De',
    until: 'À',
    save: 'Enregistrer',
    saved: 'C’est enregistré.',
  },
  en: {
    title: 'How to tell me',
    text: (organization: string) => `What concerns your plan at ${organization}.`,
    byEmail: (address: string) => `E-mail (${address})`,
    bySms: (number: string) => `Text message (${number})`,
    silent:
      'Without e-mail and text messages nothing reaches you outside of the app any more: no visit, no change of hours.',
    language: 'Language of messages',
    languages: { fr: 'Français', en: 'English' },
    quiet: 'Quiet hours of my own',
    quietText: (from: string, until: string) =>
      `What is not urgent waits until they are over. Without yours: from ${from} to ${until}.`,
    from: 'From',
    until: 'Until',
    save: 'Save',
    saved: 'Saved.',
  },
})
