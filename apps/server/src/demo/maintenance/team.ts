// Twenty invented technicians of the maintenance company: skills, certificates, homes, weeks and absences.
import type { Id, Position } from '@regie/contract/kernel'
import type { TechnicianDraft, WeeklyShift } from '@regie/contract/workforce'
import type { Tx } from '../../platform/work.ts'
import {
  applyTechnicians,
  createAbsence,
  createCertificationKind,
  createSkill,
  planTechnicians,
  type TechnicianPatch,
} from '../../workforce/index.ts'
import { technician, technician2 } from '../people.ts'
import { createRandom } from '../random.ts'
import { technicianIds } from '../store.ts'
import type { Week } from '../week.ts'

const skillNames = {
  EAU: "Traitement de l'eau",
  HYDRO: 'Hydraulique et filtration',
  ELEC: 'Électricité',
  CVC: 'Chauffage et ventilation',
  SOL: 'Sols sportifs',
  TERRAIN: 'Terrains et courts',
} as const
const certificationNames = {
  BR: 'Habilitation électrique BR',
  R486: 'CACES R486 (nacelle)',
  HAUTEUR: 'Travail en hauteur',
  CHLORE: 'Manipulation du chlore',
  SST: 'Sauveteur secouriste du travail',
} as const
type SkillCode = keyof typeof skillNames
type CertificationCode = keyof typeof certificationNames
export type Book = {
  readonly skills: Readonly<Record<SkillCode, Id>>
  readonly certifications: Readonly<Record<CertificationCode, Id>>
}

export async function makeBook(tx: Tx): Promise<Book> {
  const skills: Record<string, Id> = {}
  for (const [code, name] of Object.entries(skillNames))
    skills[code] = (await createSkill.run(tx, { code, name })).id
  const certifications: Record<string, Id> = {}
  for (const [code, name] of Object.entries(certificationNames))
    certifications[code] = (await createCertificationKind.run(tx, { code, name, coversIds: [] })).id
  return { skills, certifications } as Book
}

const towns: readonly (readonly [string, string, number, number])[] = [
  ['Montreuil', '93100', 48.8638, 2.4485],
  ['Saint-Denis', '93200', 48.9362, 2.3574],
  ['Boulogne-Billancourt', '92100', 48.8352, 2.241],
  ['Ivry-sur-Seine', '94200', 48.8137, 2.385],
  ['Clichy', '92110', 48.9045, 2.3064],
  ['Issy-les-Moulineaux', '92130', 48.8245, 2.2743],
  ['Pantin', '93500', 48.8966, 2.4017],
  ['Vincennes', '94300', 48.8473, 2.439],
  ['Malakoff', '92240', 48.8172, 2.299],
  ['Paris', '75013', 48.8322, 2.3561],
]

const firstNames = [
  technician.name,
  technician2.name,
  'Andréa Fictif',
  'Bilal Modèle',
  'Célestine Démo',
  'Diego Exemple',
  'Églantine Fictif',
  'Farid Inventé',
  'Gaëlle Modèle',
  'Hugo Démo',
  'Inès Exemple',
  'Joachim Fictif',
  'Kenza Inventé',
  'Lucien Modèle',
  'Maëlys Démo',
  'Nadir Exemple',
  'Ophélie Fictif',
  'Priam Inventé',
  'Quitterie Modèle',
  'Rachid Démo',
]

/** What each does best, with levels; the first eight keep the pools. */
const trades: readonly (readonly (readonly [SkillCode, number])[])[] = [
  [
    ['EAU', 4],
    ['HYDRO', 2],
  ],
  [
    ['EAU', 3],
    ['HYDRO', 3],
    ['ELEC', 1],
  ],
  [
    ['EAU', 3],
    ['HYDRO', 2],
  ],
  [
    ['EAU', 2],
    ['CVC', 1],
  ],
  [
    ['EAU', 5],
    ['HYDRO', 4],
  ],
  [
    ['EAU', 2],
    ['SOL', 1],
  ],
  [
    ['EAU', 3],
    ['HYDRO', 3],
  ],
  [
    ['EAU', 2],
    ['HYDRO', 1],
  ],
  [
    ['ELEC', 4],
    ['CVC', 2],
  ],
  [
    ['ELEC', 3],
    ['SOL', 2],
  ],
  [
    ['ELEC', 2],
    ['TERRAIN', 1],
  ],
  [
    ['CVC', 4],
    ['ELEC', 2],
  ],
  [
    ['CVC', 3],
    ['HYDRO', 2],
  ],
  [
    ['SOL', 3],
    ['TERRAIN', 2],
  ],
  [
    ['SOL', 2],
    ['CVC', 1],
  ],
  [
    ['SOL', 4],
    ['TERRAIN', 3],
  ],
  [
    ['TERRAIN', 3],
    ['SOL', 1],
  ],
  [['TERRAIN', 2]],
  [
    ['TERRAIN', 4],
    ['SOL', 2],
  ],
  [
    ['ELEC', 1],
    ['TERRAIN', 1],
    ['SOL', 1],
  ],
]

const day = (weekdays: readonly number[], ...spans: readonly [string, string][]): WeeklyShift[] =>
  weekdays.flatMap((weekday) => spans.map(([start, end]) => ({ weekday, start, end })))
const weeks: readonly WeeklyShift[][] = [
  day([1, 2, 3, 4, 5], ['06:00', '14:00']),
  day([1, 2, 3, 4, 5], ['08:00', '12:00'], ['13:00', '17:00']),
  day([1, 2, 3, 4, 5], ['08:00', '12:30'], ['13:30', '18:00']),
  day([1, 2, 4, 5], ['07:00', '17:00']),
  day([2, 3, 4, 5, 6], ['08:00', '16:00']),
]
/** Pools and halls are open on weekends: a few are there from Wednesday to Sunday. */
const weekend = day([3, 4, 5, 6, 7], ['08:00', '16:00'])
const onWeekends = new Set([4, 6, 12, 14])

function certificatesOf(
  index: number,
  week: Week,
  book: Book,
): NonNullable<TechnicianPatch['certifications']> {
  const electrical = trades[index]?.some(([code]) => code === 'ELEC')
  const pool = trades[index]?.some(([code]) => code === 'EAU')
  const held: { kindId: Id; validUntil: string | null }[] = []
  const { certifications } = book
  if (electrical) held.push({ kindId: certifications.BR, validUntil: week.date(400 + 30 * index) })
  // Three run out within the month, one has run out: the lists of certificates have something to say.
  if (pool)
    held.push({
      kindId: certifications.CHLORE,
      validUntil: week.date(index === 3 ? -12 : index < 3 ? 9 + 7 * index : 500),
    })
  if (electrical || index > 14)
    held.push({ kindId: certifications.R486, validUntil: week.date(index === 9 ? 20 : 700) })
  if (index % 3 === 0) held.push({ kindId: certifications.SST, validUntil: week.date(300) })
  if (index % 4 === 1) held.push({ kindId: certifications.HAUTEUR, validUntil: null })
  return held
}

const jitter = (
  random: ReturnType<typeof createRandom>,
  [, , latitude, longitude]: (typeof towns)[number],
): Position => ({
  latitude: Number((latitude + (random.below(200) - 100) / 20_000).toFixed(5)),
  longitude: Number((longitude + (random.below(200) - 100) / 14_000).toFixed(5)),
})

/** Adds the team; returns their ids by their identifier, T01 to T20. */
export async function makeTeam(tx: Tx, week: Week, book: Book): Promise<Map<string, Id>> {
  const random = createRandom(20)
  const patches = firstNames.map((name, index): TechnicianPatch => {
    const town = towns[index % towns.length] ?? towns[0]
    if (!town) throw new Error('no towns')
    const kind: TechnicianDraft['kind'] =
      index >= 18 ? 'subcontractor' : index >= 16 ? 'freelance' : 'employee'
    return {
      externalId: `T${String(index + 1).padStart(2, '0')}`,
      name,
      kind,
      email: index === 0 ? technician.email : index === 1 ? technician2.email : '',
      phone: `01 99 00 00 ${String(index + 10)}`,
      team: index < 8 ? 'Piscines' : index < 13 ? 'Technique' : 'Salles et terrains',
      homeAddress: { postcode: town[1], city: town[0] },
      homePosition: jitter(random, town),
      hourlyCostCents: 2_400 + 100 * random.below(14),
      skills: (trades[index] ?? []).map(([code, level]) => ({ skillId: book.skills[code], level })),
      certifications: certificatesOf(index, week, book),
      weeklyShifts: onWeekends.has(index)
        ? weekend
        : (weeks[index < 8 ? index % 2 : index % weeks.length] ?? []),
    }
  })
  await applyTechnicians(tx, await planTechnicians(tx, patches))
  const ids = await technicianIds(tx)
  await addAbsences(tx, week, ids)
  return ids
}

async function addAbsences(tx: Tx, week: Week, ids: ReadonlyMap<string, Id>): Promise<void> {
  const away = (
    code: string,
    from: number,
    until: number,
    reason: 'leave' | 'sick' | 'training',
    note = '',
  ) =>
    createAbsence.run(tx, {
      technicianId: ids.get(code) ?? '',
      draft: {
        span: { kind: 'days', from: week.date(from), until: week.date(until) },
        reason,
        note,
      },
    })
  await away('T06', 0, 4, 'leave')
  await away('T12', 2, 3, 'sick')
  await away('T15', 7, 11, 'leave')
  await away('T03', 14, 15, 'training', 'Recyclage chlore')
  await away('T18', 8, 8, 'leave')
  await createAbsence.run(tx, {
    technicianId: ids.get('T10') ?? '',
    draft: {
      span: { kind: 'hours', from: week.at(3, '13:00'), until: week.at(3, '17:00') },
      reason: 'training',
      note: 'Sécurité en hauteur',
    },
  })
}
