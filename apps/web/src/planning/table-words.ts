import { defineWords } from '../lib/words.ts'

/** Words of the table's pages. */
export const tableWords = defineWords({
  fr: {
    pages: 'Pages du tableau',
    page: (page: number, count: number) => `Page ${page} sur ${count}`,
    before: 'Page précédente',
    after: 'Page suivante',
  },
  en: {
    pages: 'Pages of the table',
    page: (page, count) => `Page ${page} of ${count}`,
    before: 'Previous page',
    after: 'Next page',
  },
})
