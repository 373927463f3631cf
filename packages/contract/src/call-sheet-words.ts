// Words of a call sheet, on screen, on paper and in messages.
import type { SheetPart } from './call-sheet-content.ts'
import type { MealKind } from './call-sheet-details.ts'
import type { Language } from './roles.ts'

type Words = {
  readonly title: string
  readonly parts: Readonly<Record<SheetPart, string>>
  readonly meals: Readonly<Record<MealKind, string>>
  readonly crew: string
  readonly mission: string
  readonly withWhom: string
  /** So many names more than are listed. */
  readonly others: (count: number) => string
  readonly night: (place: string) => string
  readonly arrives: (time: string) => string
  readonly colon: string
  readonly version: (number: number) => string
}

export const sheetWords: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Feuille de route',
    parts: {
      duties: 'Postes',
      places: 'Lieux et accès',
      contacts: 'Contacts',
      meals: 'Repas',
      lodging: 'Hébergement',
      transport: 'Transport',
      safety: 'Sécurité',
      notes: 'Notes',
      documents: 'Documents',
    },
    meals: {
      breakfast: 'Petit-déjeuner',
      lunch: 'Déjeuner',
      dinner: 'Dîner',
      supper: 'Souper',
      snack: 'Collation',
    },
    crew: 'Équipe',
    mission: 'Mission',
    withWhom: 'Avec',
    others: (count) => `et ${count} de plus`,
    night: (place) => `Nuit : ${place}`,
    arrives: (time) => `arrivée ${time}`,
    colon: ' : ',
    version: (number) => `Version ${number}`,
  },
  en: {
    title: 'Call sheet',
    parts: {
      duties: 'Duties',
      places: 'Places and access',
      contacts: 'Contacts',
      meals: 'Meals',
      lodging: 'Lodging',
      transport: 'Transport',
      safety: 'Safety',
      notes: 'Notes',
      documents: 'Documents',
    },
    meals: {
      breakfast: 'Breakfast',
      lunch: 'Lunch',
      dinner: 'Dinner',
      supper: 'Supper',
      snack: 'Snack',
    },
    crew: 'Crew',
    mission: 'Mission',
    withWhom: 'With',
    others: (count) => `and ${count} more`,
    night: (place) => `Night: ${place}`,
    arrives: (time) => `arrival ${time}`,
    colon: ': ',
    version: (number) => `Version ${number}`,
  },
}
