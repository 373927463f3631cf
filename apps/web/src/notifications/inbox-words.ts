import { defineWords } from '../lib/words.ts'

export const inboxWords = defineWords({
  fr: {
    title: 'Messages',
    bell: (count: number) =>
      count === 0 ? 'Messages' : `Messages : ${count} non ${count > 1 ? 'lus' : 'lu'}`,
    preferences: 'Comment me prévenir',
    readAll: 'Tout marquer comme lu',
    unread: 'Non lu',
    open: 'Ouvrir',
    none: 'Rien pour l’instant',
    noneText:
      'Ce qui change dans votre planning, et ce qui attend une réponse de vous, se lit ici.',
    noneOffice: 'Ce qui attend une décision du bureau se lit ici.',
    relief: 'Créneaux à reprendre ou cédés',
  },
  en: {
    title: 'Messages',
    bell: (count: number) => (count === 0 ? 'Messages' : `Messages: ${count} unread`),
    preferences: 'How to tell me',
    readAll: 'Mark all as read',
    unread: 'Unread',
    open: 'Open',
    none: 'Nothing for now',
    noneText: 'What changes in your plan, and what waits for your answer, can be read here.',
    noneOffice: 'What waits for a decision of the office can be read here.',
    relief: 'Slots to take or given away',
  },
})

export const preferenceWords = defineWords({
  fr: {
    title: 'Comment me prévenir',
    description: 'Par quels moyens, à quelles heures, en quelle langue.',
    reach: 'Où l’on vous joint',
    reachText: 'Ces adresses viennent de votre fiche ; le bureau peut les corriger.',
    email: 'E-mail',
    mobile: 'Mobile',
    none: 'Aucun',
    browsers: (count: number) =>
      count > 1
        ? `${count} navigateurs abonnés`
        : count === 1
          ? '1 navigateur abonné'
          : 'Aucun navigateur abonné',
    push: 'Notifications de cet appareil',
    pushOn: 'Cet appareil vous prévient, même quand Régie est fermée.',
    pushOff: 'Recevez les changements ici, même quand Régie est fermée.',
    pushDenied:
      'Le navigateur refuse les notifications de Régie. Autorisez-les dans ses réglages pour ce site.',
    pushMissing: 'Ce navigateur ne sait pas recevoir de notifications.',
    pushFailed: 'L’abonnement n’a pas abouti : le service du navigateur n’a pas répondu.',
    means: 'Moyens',
    meansText: 'Décochez ce que vous ne voulez jamais. La boîte « Messages » reçoit toujours tout.',
    channels: { email: 'E-mail', sms: 'SMS', push: 'Notification' },
    kinds: 'Pour chaque sujet',
    kindsText: 'Dans quel ordre essayer. Sans choix de votre part, celui de l’organisation vaut.',
    own: 'Mon choix',
    organization: (means: string) => `Comme l’organisation : ${means}`,
    first: 'D’abord',
    otherwise: 'Sinon',
    nothing: 'Rien d’autre',
    inboxOnly: 'Messages seulement',
    quiet: 'Heures calmes',
    quietText: 'Ce qui n’est pas urgent attend. Les rappels et les urgences partent à toute heure.',
    quietOwn: 'Mes heures',
    quietOrganization: (from: string, until: string) =>
      `Celles de l’organisation (${from} – ${until})`,
    from: 'De',
    until: 'À',
    language: 'Langue des messages',
    languageDefault: 'Celle de mon profil',
    languages: { fr: 'Français', en: 'Anglais' },
    save: 'Enregistrer',
    saved: 'Préférences enregistrées',
  },
  en: {
    title: 'How to tell me',
    description: 'By which means, at what hours, in which language.',
    reach: 'Where you are reached',
    reachText: 'These addresses come from your record; the office can correct them.',
    email: 'E-mail',
    mobile: 'Mobile',
    none: 'None',
    browsers: (count: number) =>
      count > 1
        ? `${count} browsers subscribed`
        : count === 1
          ? '1 browser subscribed'
          : 'No browser subscribed',
    push: 'Notifications on this device',
    pushOn: 'This device tells you, even while Régie is closed.',
    pushOff: 'Hear of changes here, even while Régie is closed.',
    pushDenied:
      'The browser refuses notifications of Régie. Allow them in its settings for this site.',
    pushMissing: 'This browser cannot receive notifications.',
    pushFailed: 'The subscription did not come about: the browser’s service did not answer.',
    means: 'Means',
    meansText: 'Untick what you never want. “Messages” always receives everything.',
    channels: { email: 'E-mail', sms: 'SMS', push: 'Notification' },
    kinds: 'For each subject',
    kindsText: 'In which order to try. Where you choose nothing, the organisation’s order holds.',
    own: 'My choice',
    organization: (means: string) => `As the organisation: ${means}`,
    first: 'First',
    otherwise: 'Else',
    nothing: 'Nothing else',
    inboxOnly: 'Messages only',
    quiet: 'Quiet hours',
    quietText: 'What is not urgent waits. Reminders and emergencies go out at any hour.',
    quietOwn: 'My hours',
    quietOrganization: (from: string, until: string) =>
      `Those of the organisation (${from} – ${until})`,
    from: 'From',
    until: 'To',
    language: 'Language of messages',
    languageDefault: 'That of my profile',
    languages: { fr: 'French', en: 'English' },
    save: 'Save',
    saved: 'Preferences saved',
  },
})
