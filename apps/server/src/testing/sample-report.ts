// A report that is signed: words, readings, photos and strokes to draw and to verify. Everything in it is invented.
import { fingerprintOf, sha256 } from '@regie/contract/canonical'
import type { Id } from '@regie/contract/kernel'
import type {
  ContentPhoto,
  Evidence,
  ReportContent,
  Signature,
} from '@regie/contract/report-content'
import { chain } from '@regie/seal'
import sharp from 'sharp'

const AT = '2026-11-20T10:42:00.000Z'
export const sampleId = (number: number): Id =>
  `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** A photograph-like JPEG with fine noise; `side` decides its weight, `orientation` is that of EXIF. */
export async function samplePhoto(
  seed: number,
  {
    width = 640,
    height = 480,
    orientation,
  }: { width?: number; height?: number; orientation?: number } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const hue = (seed * 47) % 255
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="hsl(${hue},45%,72%)"/><stop offset="1" stop-color="hsl(${hue},55%,32%)"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/><circle cx="50%" cy="45%" r="22%" fill="hsl(${(hue + 120) % 255},50%,55%)"/>
    <text x="50%" y="52%" font-size="${height / 6}" text-anchor="middle" fill="#fff">${seed} ↑</text></svg>`
  const picture = sharp(Buffer.from(ground)).composite([
    {
      input: {
        create: {
          width,
          height,
          channels: 3,
          background: '#808080',
          noise: { type: 'gaussian', mean: 128, sigma: 26 },
        },
      },
      blend: 'overlay',
    },
  ])
  const flat = await picture.png({ compressionLevel: 0 }).toBuffer()
  // Held upright, a phone writes the picture lying down and says so (orientation 6).
  const taken =
    orientation === 6 ? sharp(flat).rotate(-90).withMetadata({ orientation }) : sharp(flat)
  const bytes = await taken.jpeg({ quality: 92 }).toBuffer()
  return new Uint8Array(bytes)
}

const long =
  'La pompe de filtration présentait un bruit anormal à la mise en route : le roulement côté moteur a été remplacé, puis l’alignement contrôlé au comparateur. Après remise en eau, le débit mesuré est de 42 m³/h, conforme à la plaque. Les électrovannes ont été essayées une à une. '

/** `photos` are the pictures as they were signed. */
export async function sampleEvidence(
  photos: readonly Uint8Array<ArrayBuffer>[],
  change: (content: ReportContent) => ReportContent = (content) => content,
): Promise<Evidence> {
  const moments = ['before', 'during', 'after'] as const
  const listed: ContentPhoto[] = await Promise.all(
    photos.map(async (bytes, index) => ({
      id: sampleId(index + 100),
      sha256: await sha256(bytes),
      moment: moments[Math.floor((index * 3) / photos.length)] ?? 'during',
      caption: `Vue ${index + 1} : local technique, œillet n° ${index + 1}`,
      takenAt: new Date(Date.parse(AT) - (photos.length - index) * 120_000).toISOString(),
    })),
  )
  const content = change(sampleContent(listed))
  const contentHash = await fingerprintOf(content)
  const signature = sampleSignature(contentHash)
  const signatureHash = await fingerprintOf(signature)
  const opened = await chain(undefined, {
    at: AT,
    what: 'opened',
    by: 'Amélie Modèle',
    details: { number: 1 },
  })
  const signed = await chain(opened, {
    at: AT,
    what: 'signed',
    by: 'Amélie Modèle',
    details: { contentHash, signatureHash },
  })
  const validated = await chain(signed, {
    at: AT,
    what: 'validated',
    by: 'Bruno Exemple',
    details: {},
  })
  return {
    format: 'regie-evidence/1',
    content,
    contentHash,
    signature,
    signatureHash,
    trail: [opened, signed, validated],
    verifyAt: 'https://regie.example/verify/0190aaaa',
  }
}

const wave = (from: number): [number, number, number][] =>
  Array.from({ length: 40 }, (_, step) => [
    from + step * 9,
    Math.round(220 + 90 * Math.sin(step / 2.4) - step),
    step * 16,
  ])

const sampleSignature = (contentHash: string): Signature => ({
  format: 'regie-signature/1',
  contentHash,
  acceptance: {
    kind: 'with_reserves',
    reserves: [
      'Joint du skimmer nord à reprendre avant le 15 décembre.',
      'Trappe du local à repeindre.',
    ],
  },
  signer: {
    kind: 'on_site',
    name: 'Claire Fictive',
    role: 'Directrice du site',
    strokes: [wave(120), wave(520)],
  },
  consent: {
    version: 1,
    text: 'J’ai lu ce document et j’accepte de le signer électroniquement ; ma signature, son tracé et sa date sont conservés comme preuve.',
  },
  clientRemarks: 'Merci de prévenir l’accueil la veille du prochain passage.',
  deviceAt: AT,
  serverAt: AT,
  by: 'Amélie Modèle',
  device: { userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/141', app: 'Régie 0.1.0' },
  position: { latitude: 48.8566, longitude: 2.3522, accuracyMetres: 12 },
})

const row = (
  label: string,
  value: string,
  more: Partial<ReportContent['forms'][number]['sections'][number]['rows'][number]> = {},
) => ({
  label,
  value,
  flag: null,
  range: '',
  advice: '',
  rows: [],
  columns: [],
  strokes: [],
  photoIds: [],
  ...more,
})

const series = (
  label: string,
  unit: string,
  [low, high]: [number | null, number | null],
  values: number[],
) => ({
  label,
  unit,
  low,
  high,
  points: values.map((value, index) => ({
    at: new Date(Date.parse(AT) - (values.length - 1 - index) * 7 * 86_400_000).toISOString(),
    value,
  })),
})

const forms: ReportContent['forms'] = [
  {
    formId: sampleId(3),
    version: 2,
    title: 'Entretien de piscine',
    asset: 'Grand bassin',
    sections: [
      {
        title: 'Relevés de l’eau',
        rows: [
          row('Fond visible (repère sombre au point le plus profond)', 'Oui'),
          row('Température', '28 °C'),
          row('pH', '7,9', {
            flag: 'high',
            range: '6,9 – 7,7',
            advice:
              'pH haut : ajouter du pH moins, dose de l’étiquette pour 380 m³ ; elle dépend du TAC.',
          }),
          row('Chlore libre (DPD 1)', '1,2 mg/l'),
          row('Chlore combiné', '0,8 mg/l', {
            flag: 'high',
            range: '≤ 0,6',
            advice:
              'Chloramines : aérer, renouveler l’eau, chloration choc hors présence du public à 8 mg/l, soit 4 682 g d’hypochlorite de calcium (65 %).',
          }),
          row('TAC', '60 mg/l', {
            flag: 'low',
            range: '80 – 120',
            advice: 'Ajouter 12 768 g de bicarbonate de sodium, en plusieurs fois.',
          }),
          row('Indice de saturation (Langelier)', '0,12', { range: '−0,3 – 0,3' }),
        ],
      },
      {
        title: 'Entretien',
        rows: [
          ...Array.from({ length: 24 }, (_, index) =>
            row(
              `Point de contrôle ${index + 1}`,
              index === 4 ? 'Non' : 'Oui',
              index === 4 ? { flag: 'unexpected', advice: 'À reprendre au prochain passage.' } : {},
            ),
          ),
          row('Produits ajoutés', '', {
            columns: ['Produit', 'Quantité (kg)'],
            rows: [
              ['Bicarbonate de sodium', '6'],
              ['Hypochlorite de calcium', '4,7'],
            ],
          }),
        ],
      },
    ],
  },
]

const charts: ReportContent['charts'] = [
  series('pH', '', [6.9, 7.7], [7.2, 7.3, 7.4, 7.6, 7.5, 7.9]),
  series('Chlore combiné', 'mg/l', [null, 0.6], [0.2, 0.3, 0.5, 0.4, 0.7, 0.8]),
  series('TAC', 'mg/l', [80, 120], [95, 90, 88, 82, 74, 60]),
]

const texts: ReportContent['texts'] = {
  context:
    'Le bruit de la pompe 2 a été signalé par l’exploitant le 16 novembre ; l’eau est restée claire.',
  objectives:
    'Ramener le chlore combiné sous 0,6 mg/l. Supprimer le bruit de la pompe 2. Laver le filtre à sable.',
  methods:
    'Photomètre étalonné le 2 novembre (DPD 1 et DPD 3), comparateur, clé dynamométrique, EPI chimiques.',
  workDone: long.repeat(14),
  results:
    'Bruit supprimé, filtre lavé (0,9 → 0,6 bar). Chlore combiné encore haut : chloration choc programmée ce soir.',
  anomalies:
    'Corrosion visible sur la bride de refoulement de la pompe 1. Éclairage du local hors service.',
  remarks: long.repeat(6),
}

const technicians: ReportContent['technicians'] = ['Amélie Modèle', 'Karim Inventé'].map(
  (name, index) => ({
    id: sampleId(10 + index),
    name,
    position: index === 0 ? 'Cheffe d’équipe' : 'Technicien',
    stretches: [
      {
        activity: 'travel' as const,
        from: '2026-11-20T07:35:00.000Z',
        until: '2026-11-20T08:02:00.000Z',
      },
      {
        activity: 'work' as const,
        from: '2026-11-20T08:02:00.000Z',
        until: '2026-11-20T09:15:00.000Z',
      },
      {
        activity: 'pause' as const,
        from: '2026-11-20T09:15:00.000Z',
        until: '2026-11-20T09:30:00.000Z',
      },
      {
        activity: 'work' as const,
        from: '2026-11-20T09:30:00.000Z',
        until: '2026-11-20T10:40:00.000Z',
      },
    ],
    workSeconds: 8580,
    travelSeconds: 1620,
    ...(index === 0 ? { signature: [wave(200)] } : {}),
  }),
)

const history: ReportContent['history'] = [
  {
    at: '2026-10-23T08:00:00.000Z',
    reference: 'PROJ-2026-10-23-T03',
    title: 'Visite d’entretien du grand bassin',
    technicians: ['Karim Inventé'],
    outcome: 'completed',
    summary: 'Filtre lavé, pH ramené à 7,4. Pompe 2 : léger bruit, à surveiller.',
  },
]

function sampleContent(photos: ContentPhoto[]): ReportContent {
  return {
    format: 'regie-report/1',
    language: 'fr',
    timeZone: 'Europe/Paris',
    organization: {
      name: 'Maintenance Exemple',
      details: 'SARL au capital de 10 000 €, SIRET 000 000 000 00000\n1 rue Inventée, 75013 Paris',
    },
    workOrder: {
      id: sampleId(1),
      reference: 'PROJ-2026-11-20-T07',
      title: 'Visite d’entretien du grand bassin',
      nature: 'Maintenance',
      orderReference: 'BC-2026-118',
    },
    number: 1,
    amends: null,
    client: { name: 'Mairie fictive de Paris', siret: '' },
    site: {
      name: 'Piscine Éclair',
      address: { line: '12 rue de l’Invention', postcode: '75013', city: 'Paris', country: 'FR' },
      access: 'Digicode 4821B, sous-sol par l’escalier de service, badge à l’accueil.',
    },
    contact: { name: 'Claire Fictive', phone: '01 99 00 12 34', email: 'claire@example.org' },
    assets: [
      {
        id: sampleId(2),
        name: 'Grand bassin',
        kind: 'Bassin',
        details: 'BAS-0042 · Volume 380 m³ · N° de série X-1187',
      },
    ],
    constraints: [
      'Créneau : 20 novembre 2026, 09:00 – 11:00',
      'Habilitations : B1V, risque chimique',
    ],
    documents: ['plan-local-technique.pdf', 'notice-pompe-2.pdf'],
    history,
    mission:
      'Entretien mensuel : relevés, lavage du filtre, contrôle de la pompe 2 signalée bruyante.',
    equipment: [
      { label: 'Hypochlorite de calcium', quantity: 10, unit: 'kg' },
      { label: 'Roulement 6205', quantity: 2, unit: '' },
    ],
    planned: { from: '2026-11-20T08:00:00.000Z', until: '2026-11-20T10:00:00.000Z' },
    technicians,
    texts,
    forms,
    charts,
    parts: [
      { label: 'Roulement 6205-2RS', quantity: 2, unit: '' },
      { label: 'Hypochlorite de calcium 65 %', quantity: 4.7, unit: 'kg' },
    ],
    photos,
    outcome: {
      kind: 'to_continue',
      reason: 'Bride de la pompe 1 à remplacer, pièce à commander.',
      followUp: 'Remplacement de la bride de refoulement, semaine 49',
      isFollowUpOpened: true,
    },
    recommendations: [
      { label: 'Éclairage à LED du local technique', quantity: 4, priceCents: 8900 },
      { label: 'Électrolyseur de sel, étude sur devis', quantity: 1, priceCents: null },
    ],
    priceConditions:
      'Main-d’œuvre 58,00 € HT l’heure, déplacement forfaitaire 45,00 € HT. Paiement à 30 jours.',
  }
}
