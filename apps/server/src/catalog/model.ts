// What a new organisation's catalogue starts with. Pure.
import type { PriorityDraft } from '@regie/contract/catalog'
import type { Language } from '@regie/contract/roles'

/** The most urgent first. */
export const startingPriorities = (language: Language): readonly PriorityDraft[] => {
  const french = language === 'fr'
  return [
    { name: french ? 'Urgente' : 'Urgent', rank: 1, colour: '#c2410c', icon: 'flame' },
    { name: french ? 'Choc' : 'Shock', rank: 2, colour: '#d92d20', icon: 'zap' },
    { name: french ? 'Régulier' : 'Regular', rank: 3, colour: '#2f6fde', icon: 'repeat' },
    {
      name: french ? 'Audit qualité' : 'Quality audit',
      rank: 4,
      colour: '#0f8a5f',
      icon: 'clipboard-check',
    },
  ]
}
