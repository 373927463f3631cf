import { defineWords } from '../../lib/words.ts'

export const fieldWords = defineWords({
  fr: {
    mainNavigation: 'Navigation principale',
    tabs: { today: 'Aujourd’hui', week: 'Semaine', me: 'Moi' },
  },
  en: {
    mainNavigation: 'Main navigation',
    tabs: { today: 'Today', week: 'Week', me: 'Me' },
  },
})
