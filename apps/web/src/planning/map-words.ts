import { defineWords, plural } from '../lib/words.ts'

/** Words of the map beside the board. */
export const mapWords = defineWords({
  fr: {
    title: 'Carte des tournées',
    show: 'Carte',
    hide: 'Fermer la carte',
    day: 'Jour des tournées',
    tours: 'Tournées',
    waiting: 'À planifier',
    everybody: 'Toutes les tournées',
    home: (name: string) => `Départ de ${name}`,
    stop: (rank: number, name: string, time: string) => `${rank}. ${time} · ${name}`,
    waits: (count: number) =>
      plural('fr', count, {
        zero: 'Rien à planifier',
        one: '# point à planifier',
        other: '# points à planifier',
      }),
    nowhere: (count: number) =>
      plural('fr', count, {
        one: '# visite sans position n’est pas sur la carte',
        other: '# visites sans position ne sont pas sur la carte',
      }),
    fit: 'Tout voir',
    onMap: 'Voir sur la carte',
    noPosition: 'Ce site n’a pas de position : il n’est pas sur la carte.',
    base: 'Fond Natural Earth, fourni avec Régie',
    failed: 'La carte n’a pas pu être chargée',
    failedText: 'Le planning continue sans elle. Réessayez quand la connexion est revenue.',
    label: 'Carte : les mêmes visites sont dans le tableau, à gauche',
  },
  en: {
    title: 'Map of the tours',
    show: 'Map',
    hide: 'Close the map',
    day: 'Day of the tours',
    tours: 'Tours',
    waiting: 'To plan',
    everybody: 'All tours',
    home: (name: string) => `Start of ${name}`,
    stop: (rank: number, name: string, time: string) => `${rank}. ${time} · ${name}`,
    waits: (count: number) =>
      plural('en', count, {
        zero: 'Nothing to plan',
        one: '# point to plan',
        other: '# points to plan',
      }),
    nowhere: (count: number) =>
      plural('en', count, {
        one: '# visit without a position is not on the map',
        other: '# visits without a position are not on the map',
      }),
    fit: 'See all',
    onMap: 'Show on the map',
    noPosition: 'This site has no position: it is not on the map.',
    base: 'Natural Earth base, shipped with Régie',
    failed: 'The map could not be loaded',
    failedText: 'The plan goes on without it. Try again when the connection is back.',
    label: 'Map: the same visits are on the board, at the left',
  },
})
