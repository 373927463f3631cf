import { defineWords, plural } from '../lib/words.ts'

export const overlayWords = defineWords({
  fr: {
    close: 'Fermer',
    cancel: 'Annuler',
    undo: 'Annuler',
    notifications: 'Notifications',
    paper: 'Page à imprimer',
  },
  en: {
    close: 'Close',
    cancel: 'Cancel',
    undo: 'Undo',
    notifications: 'Notifications',
    paper: 'Page to print',
  },
})

export const tableWords = defineWords({
  fr: {
    loading: 'Chargement…',
    loadMore: 'Afficher la suite',
    retry: 'Réessayer',
    shown: (shown: number, total: number) =>
      `${shown} sur ${plural('fr', total, { one: '# ligne', other: '# lignes' })}`,
    all: (total: number) => plural('fr', total, { one: '# ligne', other: '# lignes' }),
    selectAll: 'Tout sélectionner',
    selectRow: (name: string) => `Sélectionner ${name}`,
  },
  en: {
    loading: 'Loading…',
    loadMore: 'Show more',
    retry: 'Try again',
    shown: (shown: number, total: number) =>
      `${shown} of ${plural('en', total, { one: '# row', other: '# rows' })}`,
    all: (total: number) => plural('en', total, { one: '# row', other: '# rows' }),
    selectAll: 'Select all',
    selectRow: (name: string) => `Select ${name}`,
  },
})

export const formWords = defineWords({
  fr: {
    save: 'Enregistrer',
    faults: (count: number) =>
      plural('fr', count, {
        one: '# champ est à corriger.',
        other: '# champs sont à corriger.',
      }),
    expected: (expected: string, got: string) => `Attendu : ${expected} (reçu : ${got})`,
  },
  en: {
    save: 'Save',
    faults: (count: number) =>
      plural('en', count, { one: '# field needs correcting.', other: '# fields need correcting.' }),
    expected: (expected: string, got: string) => `Expected: ${expected} (got: ${got})`,
  },
})

export const fileWords = defineWords({
  fr: {
    drop: 'Déposez un fichier ici',
    dropAll: 'Déposez les fichiers ici',
    choose: 'Choisir un fichier',
    chooseAll: 'Choisir les fichiers',
    wrongKind: (name: string) => `« ${name} » n’est pas d’un type accepté.`,
    tooLarge: (name: string, size: string, limit: string) =>
      `« ${name} » pèse ${size} : ${limit} au plus.`,
  },
  en: {
    drop: 'Drop a file here',
    dropAll: 'Drop the files here',
    choose: 'Choose a file',
    chooseAll: 'Choose the files',
    wrongKind: (name: string) => `“${name}” is not of an accepted kind.`,
    tooLarge: (name: string, size: string, limit: string) =>
      `“${name}” weighs ${size}: ${limit} at most.`,
  },
})

export const paletteWords = defineWords({
  fr: {
    title: 'Recherche et commandes',
    placeholder: 'Un client, un site, une intervention, une action…',
    none: 'Aucun résultat',
    searching: 'Recherche…',
    failed: 'La recherche a échoué',
  },
  en: {
    title: 'Search and commands',
    placeholder: 'A client, a site, a work order, a command…',
    none: 'Nothing found',
    searching: 'Searching…',
    failed: 'The search failed',
  },
})
