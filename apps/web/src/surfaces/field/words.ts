import { defineWords } from '../../lib/words.ts'

export const fieldWords = defineWords({
  fr: {
    mainNavigation: 'Navigation principale',
    tabs: { today: 'Aujourd’hui', week: 'Semaine', inbox: 'Messages', me: 'Moi' },
    unread: (count: number) => (count > 1 ? `${count} non lus` : '1 non lu'),
    update: 'Une nouvelle version est prête.',
    updateNow: 'Mettre à jour',
  },
  en: {
    mainNavigation: 'Main navigation',
    tabs: { today: 'Today', week: 'Week', inbox: 'Messages', me: 'Me' },
    unread: (count: number) => `${count} unread`,
    update: 'A new version is ready.',
    updateNow: 'Update',
  },
})
