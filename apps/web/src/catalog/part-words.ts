import { defineWords } from '../lib/words.ts'

export const partWords = defineWords({
  fr: {
    parts: 'Pièces et prix',
    newPart: 'Nouvelle pièce',
    editPart: 'Modifier la pièce',
    noParts: 'Aucune pièce',
    noPartsText:
      'Les pièces de cette liste se choisissent en un toucher sur le téléphone des techniciens.',
    name: 'Nom',
    reference: 'Référence',
    unit: 'Unité',
    unitHelp: 'Par exemple : u, kg, m.',
    price: 'Prix HT',
    priceHelp: 'Pour une unité. Les techniciens ne le voient pas.',
    noPrice: 'sans prix',
    per: (price: string, unit: string) => (unit ? `${price} / ${unit}` : price),
    save: 'Enregistrer',
    cancel: 'Annuler',
  },
  en: {
    parts: 'Parts and prices',
    newPart: 'New part',
    editPart: 'Edit the part',
    noParts: 'No parts',
    noPartsText: 'Parts of this list are one tap away on the technicians’ phones.',
    name: 'Name',
    reference: 'Reference',
    unit: 'Unit',
    unitHelp: 'For example: pc, kg, m.',
    price: 'Price excl. tax',
    priceHelp: 'For one unit. Technicians do not see it.',
    noPrice: 'no price',
    per: (price: string, unit: string) => (unit ? `${price} / ${unit}` : price),
    save: 'Save',
    cancel: 'Cancel',
  },
})
