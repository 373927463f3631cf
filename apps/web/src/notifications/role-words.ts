import { defineWords } from '../lib/words.ts'

/** Words of reminders that differ by role. */
export const roleWords = defineWords({
  fr: {
    role: 'Postes dont le nom commence par',
    add: 'Autre délai pour un poste',
    remove: 'Supprimer ce délai',
  },
  en: {
    role: 'Seats whose name begins with',
    add: 'Another delay for a seat',
    remove: 'Remove this delay',
  },
})
