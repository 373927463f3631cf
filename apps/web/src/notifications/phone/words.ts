import { defineWords } from '../../lib/words.ts'

export const phoneNotificationWords = defineWords({
  fr: {
    title: 'Notifications',
    here: 'Sur ce téléphone',
    hereText:
      'Une intervention publiée, déplacée ou retirée s’affiche aussitôt, même application fermée.',
    push: 'Me prévenir sur ce téléphone',
    missing: 'Ce navigateur ne sait pas afficher de notifications.',
    missingIos:
      'Sur un iPhone, installez d’abord l’application : Partager, puis « Sur l’écran d’accueil ».',
    blocked:
      'Les notifications sont bloquées pour Régie. Autorisez-les dans les réglages du téléphone, puis revenez ici.',
    failed: 'Le téléphone n’a pas pu s’abonner',
    failedText: 'Vérifiez le réseau, puis réessayez.',
    channels: 'Comment me prévenir',
    channelsText: 'Si un moyen ne répond pas, le suivant est essayé.',
    names: { push: 'Notification', email: 'E-mail', sms: 'SMS' },
    quiet: 'Heures calmes',
    quietText: 'Ce qui n’est pas urgent attend la fin de ces heures.',
    quietOwn: 'Mes propres heures calmes',
    from: 'De',
    until: 'À',
    language: 'Langue des messages',
    languages: { organization: 'Celle de l’entreprise', fr: 'Français', en: 'English' },
    save: 'Enregistrer',
    saved: 'Enregistré',
    back: 'Retour',
    onlineOnly: 'Ces réglages demandent le réseau.',
  },
  en: {
    title: 'Notifications',
    here: 'On this phone',
    hereText:
      'A visit that is published, moved or removed shows at once, even with the app closed.',
    push: 'Tell me on this phone',
    missing: 'This browser cannot show notifications.',
    missingIos: 'On an iPhone, install the app first: Share, then “Add to Home Screen”.',
    blocked:
      'Notifications are blocked for Régie. Allow them in the settings of the phone, then come back.',
    failed: 'The phone could not subscribe',
    failedText: 'Check the network, then try again.',
    channels: 'How to tell me',
    channelsText: 'When one does not answer, the next is tried.',
    names: { push: 'Notification', email: 'E-mail', sms: 'Text message' },
    quiet: 'Quiet hours',
    quietText: 'What is not urgent waits until they are over.',
    quietOwn: 'Quiet hours of my own',
    from: 'From',
    until: 'Until',
    language: 'Language of messages',
    languages: { organization: 'The company’s', fr: 'Français', en: 'English' },
    save: 'Save',
    saved: 'Saved',
    back: 'Back',
    onlineOnly: 'These settings need the network.',
  },
})
