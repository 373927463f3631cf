// What a line about a place can tell.
import { type Field, field } from '../intake.ts'
import { latitude, longitude } from '../reading.ts'

const client = { fr: 'Client', en: 'Client' }
const site = { fr: 'Site', en: 'Site' }
const asset = { fr: 'Équipement', en: 'Asset' }

/** Degrees with decimals: whole numbers are more often identifiers. */
const degrees =
  (reader: typeof latitude, near: readonly [number, number]) =>
  (sample: string): boolean => {
    const reading = reader(sample)
    const decimals = /\d[.,]\d{3,}/.test(sample)
    return reading.ok && decimals && reading.value >= near[0] && reading.value <= near[1]
  }

export const siteFields: readonly Field[] = [
  field({
    key: 'site.externalId',
    label: { fr: 'Identifiant du site', en: 'Site identifier' },
    group: site,
    hint: {
      fr: 'Celui de votre autre logiciel : un nouvel import met à jour au lieu de doubler.',
      en: 'That of your other software: importing again updates instead of doubling.',
    },
    synonyms: [
      'id site',
      'code site',
      'ref site',
      'reference site',
      'site id',
      'facility id',
      'reference',
      'ref',
      'id',
      'code',
      'identifiant',
      'external id',
      'n site',
      'numero site',
    ],
  }),
  field({
    key: 'site.name',
    label: { fr: 'Nom du site', en: 'Site name' },
    group: site,
    required: true,
    many: true,
    join: ' – ',
    synonyms: [
      'site',
      'lieu',
      'nom',
      'name',
      'etablissement',
      'libelle',
      'nom etablissement',
      'location',
      'place',
      'venue',
      'installation',
      'facility',
      'batiment',
    ],
  }),
  field({
    key: 'address.line',
    label: { fr: 'Adresse', en: 'Address' },
    group: site,
    many: true,
    synonyms: [
      'rue',
      'voie',
      'adresse 1',
      'adresse postale',
      'street',
      'address line',
      'adresse complete',
      'num voie',
      'numero',
    ],
  }),
  field({
    key: 'address.postcode',
    label: { fr: 'Code postal', en: 'Postcode' },
    group: site,
    synonyms: ['cp', 'zip', 'zipcode', 'zip code', 'postal code', 'codepostal'],
    looksLike: (sample) => /^\d{5}$/.test(sample) && Number(sample) < 98_900,
  }),
  field({
    key: 'address.city',
    label: { fr: 'Ville', en: 'City' },
    group: site,
    synonyms: ['commune', 'localite', 'town', 'nom commune'],
  }),
  field({
    key: 'address.country',
    label: { fr: 'Pays (2 lettres)', en: 'Country (2 letters)' },
    group: site,
    synonyms: ['pays', 'country', 'code pays'],
  }),
  field({
    key: 'latitude',
    label: { fr: 'Latitude', en: 'Latitude' },
    group: site,
    hint: { fr: '48,86 ou 48.86', en: '48.86 or 48,86' },
    synonyms: ['lat', 'y wgs84', 'coord y', 'y', 'equ lat'],
    looksLike: degrees(latitude, [41, 52]),
  }),
  field({
    key: 'longitude',
    label: { fr: 'Longitude', en: 'Longitude' },
    group: site,
    hint: { fr: '2,35 ou 2.35', en: '2.35 or 2,35' },
    synonyms: ['lon', 'lng', 'long', 'x wgs84', 'coord x', 'x', 'equ long'],
    looksLike: degrees(longitude, [-6, 10]),
  }),
  field({
    key: 'site.accessInstructions',
    label: { fr: "Consignes d'accès", en: 'Access instructions' },
    group: site,
    many: true,
    synonyms: ['acces', 'digicode', 'code acces', 'access', 'instructions', 'consignes'],
  }),
  field({
    key: 'site.notes',
    label: { fr: 'Notes du site', en: 'Site notes' },
    group: site,
    many: true,
    synonyms: [
      'notes',
      'note',
      'commentaire',
      'commentaires',
      'remarques',
      'comments',
      'observations',
    ],
  }),
  field({
    key: 'client.externalId',
    label: { fr: 'Identifiant du client', en: 'Client identifier' },
    group: client,
    synonyms: [
      'id client',
      'code client',
      'ref client',
      'client id',
      'n client',
      'numero client',
      'compte',
      'reference client',
    ],
  }),
  field({
    key: 'client.name',
    label: { fr: 'Nom du client', en: 'Client name' },
    group: client,
    required: true,
    synonyms: [
      'client',
      'raison sociale',
      'societe',
      'customer',
      'company',
      'account',
      'donneur d ordre',
      'nom client',
      'customer name',
    ],
  }),
  field({
    key: 'client.kind',
    label: { fr: 'Nature du client', en: 'Client kind' },
    group: client,
    hint: { fr: 'entreprise, public, particulier', en: 'company, public, person' },
    synonyms: ['type client', 'type de client', 'client type'],
  }),
  field({
    key: 'client.siret',
    label: { fr: 'SIRET', en: 'SIRET' },
    group: client,
    synonyms: ['n siret', 'numero siret'],
    looksLike: (sample) => /^\d{3} ?\d{3} ?\d{3} ?\d{5}$/.test(sample),
  }),
  field({
    key: 'client.phone',
    label: { fr: 'Téléphone du client', en: 'Client phone' },
    group: client,
    synonyms: ['telephone', 'tel', 'phone', 'portable', 'mobile'],
    looksLike: (sample) => /^(\+33|0)\s?[1-9]([ .-]?\d{2}){4}$/.test(sample),
  }),
  field({
    key: 'client.email',
    label: { fr: 'E-mail du client', en: 'Client e-mail' },
    group: client,
    synonyms: ['email', 'e mail', 'mail', 'courriel'],
    looksLike: (sample) => /^\S+@\S+\.\S+$/.test(sample),
  }),
  field({
    key: 'client.language',
    label: { fr: 'Langue du client', en: 'Client language' },
    group: client,
    hint: { fr: 'français, anglais', en: 'French, English' },
    synonyms: ['langue', 'language', 'langue client'],
  }),
  field({
    key: 'client.notes',
    label: { fr: 'Notes du client', en: 'Client notes' },
    group: client,
    many: true,
  }),
  field({
    key: 'asset.externalId',
    label: { fr: "Identifiant de l'équipement", en: 'Asset identifier' },
    group: asset,
    synonyms: [
      'id equipement',
      'code equipement',
      'asset id',
      'numero de serie',
      'n serie',
      'serial',
      'serial number',
    ],
  }),
  field({
    key: 'asset.name',
    label: { fr: "Nom de l'équipement", en: 'Asset name' },
    group: asset,
    many: true,
    join: ' – ',
    synonyms: ['equipement', 'equipment', 'asset', 'machine', 'appareil', 'bassin', 'materiel'],
  }),
  field({
    key: 'asset.kind',
    label: { fr: "Type d'équipement", en: 'Asset kind' },
    group: asset,
    synonyms: ['equipment type', 'type equipement', 'asset type', 'type appareil', 'type'],
  }),
  field({
    key: 'asset.attributes',
    label: { fr: "Caractéristiques de l'équipement", en: 'Asset attributes' },
    group: asset,
    many: true,
    hint: {
      fr: 'Autant de colonnes que vous voulez, chacune sous son nom.',
      en: 'As many columns as you like, each under its name.',
    },
  }),
]
