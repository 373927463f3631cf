import { defineWords } from '../lib/words.ts'

/** Words of the documents that come with a work order. */
export const fileWords = defineWords({
  fr: {
    title: 'Documents',
    none: 'Aucun document joint.',
    add: 'Joindre un document',
    hint: 'PDF, photo (JPEG, PNG, WebP) ou texte, 10 Mo au plus. Le planning montre un trombone.',
    remove: 'Retirer',
    removeTitle: 'Retirer le document ?',
    removeText: (name: string) => `« ${name} » sera effacé de l’intervention.`,
  },
  en: {
    title: 'Documents',
    none: 'No document attached.',
    add: 'Attach a document',
    hint: 'PDF, picture (JPEG, PNG, WebP) or text, 10 MB at most. The board shows a paper clip.',
    remove: 'Remove',
    removeTitle: 'Remove the document?',
    removeText: (name: string) => `“${name}” will be erased from the work order.`,
  },
})
