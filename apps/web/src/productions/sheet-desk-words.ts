import { defineWords, plural } from '../lib/words.ts'

/** The planner's side of call sheets. */
export const sheetDeskWords = defineWords({
  fr: {
    views: 'Vues',
    people: 'Feuilles',
    details: 'Informations',
    versions: 'Versions',
    pdfAll: 'PDF de toutes',
    pdf: 'PDF',
    publish: (number: number) => `Publier la version ${number}`,
    nothing: 'Rien de nouveau à publier',
    standing: (number: number, at: string, by: string) =>
      `Version ${number} publiée le ${at} par ${by}.`,
    never: 'Aucune version publiée : personne n’a encore de feuille de route.',
    waiting: (count: number) =>
      plural('fr', count, {
        one: '# feuille changerait à la prochaine version.',
        other: '# feuilles changeraient à la prochaine version.',
      }),
    upToDate: 'Toutes les feuilles sont à jour.',
    drafts: (count: number) =>
      plural('fr', count, {
        one: '# affectation n’est pas publiée au planning : elle n’est sur aucune feuille.',
        other:
          '# affectations ne sont pas publiées au planning : elles ne sont sur aucune feuille.',
      }),
    idle: (count: number) =>
      plural('fr', count, {
        one: '# ligne des informations ne concerne personne.',
        other: '# lignes des informations ne concernent personne.',
      }),
    toBoard: 'Ouvrir le planning',
    state: 'Lecture',
    next: 'Prochaine version',
    states: {
      none: 'Pas encore publiée',
      unread: 'Non lue',
      read: 'Lue',
      confirmed: 'Confirmée',
    },
    kinds: { new: 'Nouvelle', changed: 'Modifiée', removed: 'Retirée', same: 'Inchangée' },
    lines: (count: number) => plural('fr', count, { one: '# ligne', other: '# lignes' }),
    noAccount: 'sans compte : lien par e-mail ou SMS',
    since: (number: number) => `version ${number}`,
    open: (name: string) => `Ouvrir la feuille de ${name}`,
    shown: 'Version montrée',
    nextVersion: 'Telle qu’elle serait publiée',
    versionNumber: (number: number) => `Version ${number}`,
    notOnIt: 'Cette personne n’a pas de feuille dans cette version.',
    publishTitle: (number: number) => `Publier la version ${number}`,
    told: (count: number) =>
      plural('fr', count, {
        one: '# personne sera prévenue',
        other: '# personnes seront prévenues',
      }),
    untouched: (count: number) =>
      plural('fr', count, {
        one: '# personne ne reçoit rien : ses lignes n’ont pas changé.',
        other: '# personnes ne reçoivent rien : leurs lignes n’ont pas changé.',
      }),
    firstSheet: 'Reçoit sa feuille de route',
    leaves: 'N’est plus sur la production',
    note: 'Mot d’accompagnement',
    noteHint:
      'En tête de chaque feuille et dans le message, par exemple ce qui change et pourquoi.',
    confirm: 'Publier et prévenir',
    published: (number: number) => `Version ${number} publiée`,
    publishedText: (count: number) =>
      plural('fr', count, { one: '# personne prévenue', other: '# personnes prévenues' }),
    unchangedToast: 'Rien n’a changé : aucune version, personne n’est prévenu.',
    was: (text: string) => `Avant : ${text}`,
    number: 'Version',
    publishedAt: 'Publiée le',
    publishedBy: 'Par',
    toldColumn: 'Prévenues',
    noVersions: 'Aucune version',
    noVersionsText:
      'La première version donne sa feuille à chacun ; les anciennes restent lisibles.',
    save: 'Enregistrer les informations',
    saved: 'Informations enregistrées. Elles seront sur les feuilles à la prochaine version.',
    detailsNote:
      'Ce qui est commun à tous, et les exceptions par personne. Rien n’est envoyé avant la prochaine version.',
  },
  en: {
    views: 'Views',
    people: 'Sheets',
    details: 'Details',
    versions: 'Versions',
    pdfAll: 'PDF of all',
    pdf: 'PDF',
    publish: (number: number) => `Publish version ${number}`,
    nothing: 'Nothing new to publish',
    standing: (number: number, at: string, by: string) =>
      `Version ${number} published on ${at} by ${by}.`,
    never: 'No version published: nobody has a call sheet yet.',
    waiting: (count: number) =>
      plural('en', count, {
        one: '# sheet would change with the next version.',
        other: '# sheets would change with the next version.',
      }),
    upToDate: 'All sheets are up to date.',
    drafts: (count: number) =>
      plural('en', count, {
        one: '# assignment is not published on the board: it is on no sheet.',
        other: '# assignments are not published on the board: they are on no sheet.',
      }),
    idle: (count: number) =>
      plural('en', count, {
        one: '# line of the details concerns nobody.',
        other: '# lines of the details concern nobody.',
      }),
    toBoard: 'Open the board',
    state: 'Read',
    next: 'Next version',
    states: {
      none: 'Not published yet',
      unread: 'Unread',
      read: 'Read',
      confirmed: 'Confirmed',
    },
    kinds: { new: 'New', changed: 'Changed', removed: 'Removed', same: 'Unchanged' },
    lines: (count: number) => plural('en', count, { one: '# line', other: '# lines' }),
    noAccount: 'no account: link by e-mail or SMS',
    since: (number: number) => `version ${number}`,
    open: (name: string) => `Open the sheet of ${name}`,
    shown: 'Version shown',
    nextVersion: 'As it would be published',
    versionNumber: (number: number) => `Version ${number}`,
    notOnIt: 'This person has no sheet in this version.',
    publishTitle: (number: number) => `Publish version ${number}`,
    told: (count: number) =>
      plural('en', count, { one: '# person will be told', other: '# people will be told' }),
    untouched: (count: number) =>
      plural('en', count, {
        one: '# person hears nothing: their lines have not changed.',
        other: '# people hear nothing: their lines have not changed.',
      }),
    firstSheet: 'Gets a call sheet',
    leaves: 'Is no longer on the production',
    note: 'A word with it',
    noteHint: 'At the head of each sheet and in the message, for example what changes and why.',
    confirm: 'Publish and tell',
    published: (number: number) => `Version ${number} published`,
    publishedText: (count: number) =>
      plural('en', count, { one: '# person told', other: '# people told' }),
    unchangedToast: 'Nothing changed: no version, nobody is told.',
    was: (text: string) => `Before: ${text}`,
    number: 'Version',
    publishedAt: 'Published on',
    publishedBy: 'By',
    toldColumn: 'Told',
    noVersions: 'No version',
    noVersionsText: 'The first version gives everybody their sheet; older ones stay readable.',
    save: 'Save the details',
    saved: 'Details saved. They will be on the sheets with the next version.',
    detailsNote:
      'What is common to all, and exceptions by person. Nothing is sent before the next version.',
  },
})
