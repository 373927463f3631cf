import { defineWords } from '../lib/words.ts'

export const surfaceWords = defineWords({
  fr: {
    loading: 'Chargement…',
    notFound: 'Cette page n’existe pas',
    notFoundText: 'L’adresse est peut-être incomplète, ou ce qu’elle montrait a été supprimé.',
    home: 'Retour à l’accueil',
    notAllowed: 'Votre rôle ne donne pas accès à cet écran',
    notAllowedText: 'Un propriétaire de l’organisation peut changer votre rôle.',
    crashed: 'Cet écran a rencontré une erreur',
    crashedText:
      'Le reste de Régie fonctionne. Réessayez ; si l’erreur revient, prévenez le support.',
    retry: 'Réessayer',
    language: 'Langue',
    theme: 'Apparence',
    themes: { system: 'Comme le système', light: 'Claire', dark: 'Sombre' },
    live: {
      open: 'En direct',
      connecting: 'Connexion…',
      lost: 'Reconnexion…',
      'signed-out': 'Hors ligne',
    },
    liveHint: {
      open: 'Les changements de vos collègues arrivent d’eux-mêmes.',
      connecting: 'La liaison en direct s’établit.',
      lost: 'La liaison en direct est coupée ; elle se rétablira d’elle-même.',
      'signed-out': 'Reconnectez-vous pour suivre les changements.',
    },
  },
  en: {
    loading: 'Loading…',
    notFound: 'There is no such page',
    notFoundText: 'The address may be incomplete, or what it showed has been removed.',
    home: 'Back to the start',
    notAllowed: 'Your role does not give access to this screen',
    notAllowedText: 'An owner of the organisation can change your role.',
    crashed: 'This screen met an error',
    crashedText: 'The rest of Régie works. Try again; if it comes back, tell support.',
    retry: 'Try again',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    live: {
      open: 'Live',
      connecting: 'Connecting…',
      lost: 'Reconnecting…',
      'signed-out': 'Offline',
    },
    liveHint: {
      open: 'Your colleagues’ changes arrive by themselves.',
      connecting: 'The live link is being made.',
      lost: 'The live link is cut; it will come back by itself.',
      'signed-out': 'Sign in again to follow changes.',
    },
  },
})
