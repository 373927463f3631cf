import { defineWords } from '../lib/words.ts'

/** What changed on a visit since it was last looked at. */
export const changeWords = defineWords({
  fr: {
    changedSince: 'Modifiée depuis votre dernier passage',
    aspects: {
      hours: 'Horaire',
      mission: 'Mission',
      instructions: 'Consignes',
      products: 'À emporter',
      place: 'Lieu et accès',
      people: 'Contacts et équipe',
      documents: 'Documents',
      assets: 'Équipements',
      notes: 'Notes et suivi',
    },
    hoursBefore: (hours: string) => `avant : ${hours}`,
  },
  en: {
    changedSince: 'Changed since you last looked',
    aspects: {
      hours: 'Hours',
      mission: 'What is to be done',
      instructions: 'Instructions',
      products: 'To bring',
      place: 'Place and access',
      people: 'Contacts and crew',
      documents: 'Documents',
      assets: 'Equipment',
      notes: 'Notes and progress',
    },
    hoursBefore: (hours: string) => `before: ${hours}`,
  },
})
