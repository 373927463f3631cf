// What a line about a technician can tell.
import { type Field, field } from '../intake.ts'

const who = { fr: 'Personne', en: 'Person' }
const home = { fr: 'Départ', en: 'Home' }
const able = { fr: 'Compétences', en: 'Skills' }
const week = { fr: 'Semaine ordinaire', en: 'Ordinary week' }

const hours = {
  fr: '08:00-12:00 13:00-17:00 ; vide : repos',
  en: '08:00-12:00 13:00-17:00; empty: day off',
}
const days: readonly (readonly [string, string, readonly string[]])[] = [
  ['Lundi', 'Monday', ['lun', 'mon', 'horaires lundi']],
  ['Mardi', 'Tuesday', ['mar', 'tue', 'horaires mardi']],
  ['Mercredi', 'Wednesday', ['mer', 'wed', 'horaires mercredi']],
  ['Jeudi', 'Thursday', ['jeu', 'thu', 'horaires jeudi']],
  ['Vendredi', 'Friday', ['ven', 'fri', 'horaires vendredi']],
  ['Samedi', 'Saturday', ['sam', 'sat', 'horaires samedi']],
  ['Dimanche', 'Sunday', ['dim', 'sun', 'horaires dimanche']],
]

export const technicianFields: readonly Field[] = [
  field({
    key: 'externalId',
    label: { fr: 'Identifiant', en: 'Identifier' },
    group: who,
    hint: {
      fr: 'Celui de votre autre logiciel : un nouvel import met à jour au lieu de doubler.',
      en: 'That of your other software: importing again updates instead of doubling.',
    },
    synonyms: [
      'matricule',
      'id',
      'code',
      'id technicien',
      'code technicien',
      'technician id',
      'employee id',
      'n salarie',
      'reference',
      'ref',
      'external id',
    ],
  }),
  field({
    key: 'name',
    label: { fr: 'Nom', en: 'Name' },
    group: who,
    required: true,
    many: true,
    synonyms: [
      'technicien',
      'technician',
      'nom complet',
      'nom et prenom',
      'nom prenom',
      'prenom nom',
      'full name',
      'intervenant',
      'salarie',
      'employee',
      'collaborateur',
      'nom de famille',
      'last name',
    ],
  }),
  field({
    key: 'kind',
    label: { fr: 'Statut', en: 'Status' },
    group: who,
    hint: { fr: 'salarié, indépendant, sous-traitant', en: 'employee, freelance, subcontractor' },
    synonyms: ['contrat', 'type de contrat', 'contract', 'kind', 'type'],
  }),
  field({
    key: 'email',
    label: { fr: 'E-mail', en: 'E-mail' },
    group: who,
    synonyms: ['mail', 'courriel', 'email', 'adresse mail'],
    looksLike: (sample) => /^\S+@\S+\.\S+$/.test(sample),
  }),
  field({
    key: 'phone',
    label: { fr: 'Téléphone', en: 'Phone' },
    group: who,
    synonyms: ['tel', 'portable', 'mobile', 'gsm'],
    looksLike: (sample) => /^(\+33|0)\s?[1-9]([ .-]?\d{2}){4}$/.test(sample),
  }),
  field({
    key: 'team',
    label: { fr: 'Équipe', en: 'Team' },
    group: who,
    synonyms: ['agence', 'depot', 'secteur', 'service', 'departement', 'team'],
  }),
  field({
    key: 'hourlyCost',
    label: { fr: 'Coût horaire (€)', en: 'Hourly cost (€)' },
    group: who,
    synonyms: ['cout horaire', 'taux horaire', 'hourly rate', 'hourly cost'],
  }),
  field({
    key: 'maxDay',
    label: { fr: 'Durée maximale par jour', en: 'Most hours a day' },
    group: who,
    hint: { fr: '10h, 8h30 ou 510 min', en: '10h, 8:30 or 510 min' },
    synonyms: ['heures par jour', 'max heures', 'max hours', 'amplitude'],
  }),
  field({
    key: 'notes',
    label: { fr: 'Notes', en: 'Notes' },
    group: who,
    many: true,
    synonyms: ['commentaire', 'commentaires', 'remarques', 'comments', 'note'],
  }),
  field({
    key: 'home.line',
    label: { fr: 'Adresse de départ', en: 'Home address' },
    group: home,
    many: true,
    synonyms: ['adresse', 'rue', 'domicile', 'address', 'street'],
  }),
  field({
    key: 'home.postcode',
    label: { fr: 'Code postal', en: 'Postcode' },
    group: home,
    synonyms: ['cp', 'zip', 'postal code'],
    looksLike: (sample) => /^\d{5}$/.test(sample),
  }),
  field({
    key: 'home.city',
    label: { fr: 'Ville', en: 'City' },
    group: home,
    synonyms: ['commune', 'town'],
  }),
  field({
    key: 'home.latitude',
    label: { fr: 'Latitude', en: 'Latitude' },
    group: home,
    synonyms: ['lat'],
  }),
  field({
    key: 'home.longitude',
    label: { fr: 'Longitude', en: 'Longitude' },
    group: home,
    synonyms: ['lon', 'lng', 'long'],
  }),
  field({
    key: 'skills',
    label: { fr: 'Compétences', en: 'Skills' },
    group: able,
    many: true,
    join: ', ',
    hint: {
      fr: 'Piscine:3, Électricité (2) ; sans niveau : 1',
      en: 'Pool:3, Electricity (2); without level: 1',
    },
    synonyms: ['competence', 'skill', 'qualifications', 'metiers', 'metier'],
  }),
  field({
    key: 'certifications',
    label: { fr: 'Habilitations', en: 'Certifications' },
    group: able,
    many: true,
    join: ', ',
    hint: { fr: 'B2V:31/10/2027, CACES R486', en: 'B2V:31/10/2027, CACES R486' },
    synonyms: ['habilitation', 'certification', 'certificats', 'certificates'],
  }),
  field({
    key: 'shift.week',
    label: { fr: 'Horaires du lundi au vendredi', en: 'Hours Monday to Friday' },
    group: week,
    hint: hours,
    synonyms: ['horaires', 'horaire', 'vacation', 'shift', 'shifts', 'hours', 'working hours'],
  }),
  ...days.map(([fr, en, synonyms], index) =>
    field({ key: `shift.${index + 1}`, label: { fr, en }, group: week, hint: hours, synonyms }),
  ),
]
