import { defineWords } from '../../lib/words.ts'

export const boardWords = defineWords({
  fr: {
    mainNavigation: 'Navigation principale',
    navigation: {
      planning: 'Planning',
      workOrders: 'Interventions',
      projects: 'Affaires',
      clients: 'Clients',
      technicians: 'Techniciens',
      catalog: 'Catalogue',
      imports: 'Import',
      team: 'Équipe',
      audit: 'Journal d’audit',
      settings: 'Réglages',
    },
    toContent: 'Aller au contenu',
  },
  en: {
    mainNavigation: 'Main navigation',
    navigation: {
      planning: 'Planning',
      workOrders: 'Work orders',
      projects: 'Projects',
      clients: 'Clients',
      technicians: 'Technicians',
      catalog: 'Catalogue',
      imports: 'Import',
      team: 'Team',
      audit: 'Audit trail',
      settings: 'Settings',
    },
    toContent: 'Skip to content',
  },
})
