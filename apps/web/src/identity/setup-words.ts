import { defineWords, plural } from '../lib/words.ts'

export const setupWords = defineWords({
  fr: {
    title: 'Bienvenue dans Régie',
    step: (step: number, of: number) => `Étape ${step} sur ${of}`,
    organization: 'Votre organisation',
    organizationText: 'Le nom que voient vos équipes, et l’heure à laquelle elles vivent.',
    owner: 'Votre compte',
    ownerText: 'Vous serez propriétaire : vous pourrez inviter les autres ensuite.',
    technicians: 'Vos premiers techniciens',
    techniciansText:
      'Un nom suffit ; compétences et horaires se complètent plus tard. Vous pouvez aussi les importer d’un fichier.',
    name: 'Nom de l’organisation',
    namePlaceholder: 'Par exemple : Atelier des Eaux',
    yourName: 'Votre nom',
    technicianName: (index: number) => `Technicien ${index}`,
    technicianEmail: (index: number) => `E-mail du technicien ${index}`,
    nameHint: 'Prénom Nom',
    emailHint: 'E-mail (facultatif)',
    more: 'Ajouter une ligne',
    next: 'Continuer',
    back: 'Retour',
    create: 'Créer l’organisation',
    finish: (count: number) =>
      plural('fr', count, {
        zero: 'Terminer',
        one: 'Ajouter # technicien et terminer',
        other: 'Ajouter # techniciens et terminer',
      }),
    skip: 'Passer cette étape',
    lineFailed: (name: string, message: string) => `${name} : ${message}`,
  },
  en: {
    title: 'Welcome to Régie',
    step: (step: number, of: number) => `Step ${step} of ${of}`,
    organization: 'Your organisation',
    organizationText: 'The name your teams see, and the time they live by.',
    owner: 'Your account',
    ownerText: 'You will be the owner: you can invite the others afterwards.',
    technicians: 'Your first technicians',
    techniciansText:
      'A name is enough; skills and hours can follow later. You can also import them from a file.',
    name: 'Name of the organisation',
    namePlaceholder: 'For example: Waterworks Studio',
    yourName: 'Your name',
    technicianName: (index: number) => `Technician ${index}`,
    technicianEmail: (index: number) => `E-mail of technician ${index}`,
    nameHint: 'First and last name',
    emailHint: 'E-mail (optional)',
    more: 'Add a line',
    next: 'Continue',
    back: 'Back',
    create: 'Create the organisation',
    finish: (count: number) =>
      plural('en', count, {
        zero: 'Finish',
        one: 'Add # technician and finish',
        other: 'Add # technicians and finish',
      }),
    skip: 'Skip this step',
    lineFailed: (name: string, message: string) => `${name}: ${message}`,
  },
})
