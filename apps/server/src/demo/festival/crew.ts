// Thirty invented crew members of the festival.
import type { Id } from '@regie/contract/kernel'
import type { WeeklyShift } from '@regie/contract/workforce'
import type { Tx } from '../../platform/work.ts'
import {
  applyTechnicians,
  createAbsence,
  createCertificationKind,
  createSkill,
  planTechnicians,
  type TechnicianPatch,
} from '../../workforce/index.ts'
import { technician2 } from '../people.ts'
import { technicianIds } from '../store.ts'
import type { Week } from '../week.ts'

const skillNames = {
  SON: 'Son',
  LUM: 'Lumière',
  VID: 'Vidéo',
  RIG: 'Rigging',
  PUI: 'Puissance électrique',
  PLA: 'Plateau',
} as const
const certificationNames = {
  BR: 'Habilitation électrique BR',
  HAUTEUR: 'Travail en hauteur',
  R486: 'CACES R486 (nacelle)',
} as const
export type Trade = keyof typeof skillNames
type CertificationCode = keyof typeof certificationNames
export type CrewBook = {
  readonly skills: Readonly<Record<Trade, Id>>
  readonly certifications: Readonly<Record<CertificationCode, Id>>
}

export async function makeCrewBook(tx: Tx): Promise<CrewBook> {
  const skills: Record<string, Id> = {}
  for (const [code, name] of Object.entries(skillNames))
    skills[code] = (await createSkill.run(tx, { code, name })).id
  const certifications: Record<string, Id> = {}
  for (const [code, name] of Object.entries(certificationNames))
    certifications[code] = (await createCertificationKind.run(tx, { code, name, coversIds: [] })).id
  return { skills, certifications } as CrewBook
}

const firstNames =
  'Charlie Anouk Basile Cléo Dario Elsa Félix Gina Hector Iris Jules Khadija Léonie Marius Nour Oscar Paloma Quentin Rosa Sofiane Tess Ulysse Violette Wassim Xénia Yanis Zélie Aimé Blanche Côme'.split(
    ' ',
  )
const surnames = ['Inventé', 'Exemple', 'Fictif', 'Modèle', 'Démo']

/** Trade of each, in this order, with the level of the first (chiefs), then of the others. */
const trades: readonly Trade[] = [
  ...Array<Trade>(7).fill('SON'),
  ...Array<Trade>(7).fill('LUM'),
  ...Array<Trade>(4).fill('VID'),
  ...Array<Trade>(5).fill('RIG'),
  ...Array<Trade>(4).fill('PUI'),
  ...Array<Trade>(3).fill('PLA'),
]
const second: Readonly<Record<Trade, readonly [Trade, number]>> = {
  SON: ['PLA', 1],
  LUM: ['VID', 1],
  VID: ['LUM', 2],
  RIG: ['PLA', 2],
  PUI: ['LUM', 1],
  PLA: ['RIG', 1],
}

/** Wednesday to Sunday, late into the night for those who play and strike. */
const longDays: WeeklyShift[] = [3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  start: '07:00',
  end: '05:00',
}))

/** Adds the crew; returns their ids by their identifier, C01 to C30. */
export async function makeCrew(tx: Tx, week: Week, book: CrewBook): Promise<Map<string, Id>> {
  const patches = firstNames.map((firstName, index): TechnicianPatch => {
    const trade = trades[index] ?? 'PLA'
    const rank = trades.slice(0, index).filter((one) => one === trade).length
    const [other, level] = second[trade]
    return {
      externalId: `C${String(index + 1).padStart(2, '0')}`,
      name: index === 0 ? technician2.name : `${firstName} ${surnames[index % surnames.length]}`,
      kind: index % 6 === 5 ? 'subcontractor' : 'freelance',
      email: index === 0 ? technician2.email : '',
      phone: `01 99 00 01 ${index + 10}`,
      team: skillNames[trade],
      homeAddress: { postcode: '93500', city: 'Pantin' },
      homePosition: { latitude: 48.8966, longitude: 2.4017 },
      maxDaySeconds: 12 * 3_600,
      hourlyCostCents: 2_600 + 250 * Math.max(0, 3 - rank),
      skills: [
        { skillId: book.skills[trade], level: Math.max(2, 5 - rank) },
        { skillId: book.skills[other], level },
      ],
      certifications: certificatesOf(trade, index, week, book),
      weeklyShifts: longDays,
    }
  })
  await applyTechnicians(tx, await planTechnicians(tx, patches))
  const ids = await technicianIds(tx)
  await createAbsence.run(tx, {
    technicianId: ids.get('C02') ?? '',
    draft: {
      span: { kind: 'days', from: week.date(6), until: week.date(6) },
      reason: 'sick',
      note: '',
    },
  })
  return ids
}

function certificatesOf(
  trade: Trade,
  index: number,
  week: Week,
  { certifications }: CrewBook,
): NonNullable<TechnicianPatch['certifications']> {
  const validUntil = week.date(200 + 20 * index)
  if (trade === 'RIG')
    return [
      { kindId: certifications.HAUTEUR, validUntil },
      { kindId: certifications.R486, validUntil: index % 2 ? validUntil : week.date(15) },
    ]
  if (trade === 'PUI') return [{ kindId: certifications.BR, validUntil }]
  return index % 4 === 0 ? [{ kindId: certifications.HAUTEUR, validUntil }] : []
}
