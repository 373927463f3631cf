import { defineWords } from '../../lib/words.ts'

export const fieldWords = defineWords({
  fr: {
    mainNavigation: 'Navigation principale',
    tabs: { today: 'Aujourd’hui', week: 'Semaine', me: 'Moi' },
    update: 'Une nouvelle version est prête.',
    updateNow: 'Mettre à jour',
  },
  en: {
    mainNavigation: 'Main navigation',
    tabs: { today: 'Today', week: 'Week', me: 'Me' },
    update: 'A new version is ready.',
    updateNow: 'Update',
  },
})
