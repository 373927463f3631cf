import { defineWords } from '../../lib/words.ts'

/** Words of what the board offers in the palette; what has a name on screen bears it here too. */
export const paletteWords = defineWords({
  fr: {
    kinds: {
      visit: 'Visite choisie',
      seat: 'À planifier',
      many: 'Visites choisies',
      deed: 'Planning',
      look: 'Affichage',
      day: 'Jour',
      technician: 'Ligne',
      client: 'Client au planning',
      site: 'Site au planning',
    },
    rows: (name: string) => `Lignes : ${name}`,
    goToDay: (day: string) => `Aller au ${day}`,
    goToRow: (name: string) => `Montrer ${name} au planning`,
    assignTo: (who: string, when: string) => `Affecter à ${who}, ${when}`,
    undo: (label: string) => `Annuler : ${label}`,
    redo: (label: string) => `Rétablir : ${label}`,
  },
  en: {
    kinds: {
      visit: 'Selected visit',
      seat: 'To plan',
      many: 'Visits picked',
      deed: 'Planning',
      look: 'Look',
      day: 'Day',
      technician: 'Row',
      client: 'Client on the board',
      site: 'Site on the board',
    },
    rows: (name: string) => `Rows: ${name}`,
    goToDay: (day: string) => `Go to ${day}`,
    goToRow: (name: string) => `Show ${name} on the board`,
    assignTo: (who: string, when: string) => `Assign to ${who}, ${when}`,
    undo: (label: string) => `Undo: ${label}`,
    redo: (label: string) => `Redo: ${label}`,
  },
})
export type BoardPaletteWords = (typeof paletteWords)['fr']
