import { defineWords, plural } from '../lib/words.ts'

/** A call sheet as its reader sees it. */
export const sheetViewWords = defineWords({
  fr: {
    version: (number: number) => `Version ${number}`,
    publishedBy: (at: string, by: string) => `publiée le ${at} par ${by}`,
    preview: 'Aperçu : rien de cela n’est encore publié',
    since: (number: number) => `Rien n’a changé sur cette feuille depuis la version ${number}.`,
    changed: (count: number) =>
      plural('fr', count, {
        one: '# ligne a changé : elle est marquée',
        other: '# lignes ont changé : elles sont marquées',
      }),
    gone: 'N’y est plus',
    kinds: { added: 'Nouveau', changed: 'Modifié', removed: 'Retiré' },
    was: (text: string) => `Avant : ${text}`,
    timeline: 'Déroulé',
    navigate: (place: string) => `Itinéraire : ${place}`,
    call: (name: string) => `Appeler ${name}`,
    write: (name: string) => `Écrire à ${name}`,
    title: 'Feuille de route',
    pdf: 'PDF',
    confirm: 'J’ai lu, c’est noté',
    confirmed: 'Vous avez confirmé cette version',
    confirmedAt: (at: string) => `Confirmée le ${at}`,
    unread: 'Non lue',
    notHere: 'Cette feuille de route n’est pas ou plus sur ce téléphone.',
    sheets: 'Feuilles de route',
  },
  en: {
    version: (number: number) => `Version ${number}`,
    publishedBy: (at: string, by: string) => `published on ${at} by ${by}`,
    preview: 'Preview: nothing of this is published yet',
    since: (number: number) => `Nothing changed on this sheet since version ${number}.`,
    changed: (count: number) =>
      plural('en', count, {
        one: '# line changed: it is marked',
        other: '# lines changed: they are marked',
      }),
    gone: 'No longer there',
    kinds: { added: 'New', changed: 'Changed', removed: 'Removed' },
    was: (text: string) => `Before: ${text}`,
    timeline: 'Timeline',
    navigate: (place: string) => `Directions: ${place}`,
    call: (name: string) => `Call ${name}`,
    write: (name: string) => `Write to ${name}`,
    title: 'Call sheet',
    pdf: 'PDF',
    confirm: 'Read and noted',
    confirmed: 'You confirmed this version',
    confirmedAt: (at: string) => `Confirmed on ${at}`,
    unread: 'Unread',
    notHere: 'This call sheet is not, or no longer, on this phone.',
    sheets: 'Call sheets',
  },
})
