// The work the maintenance company does again and again.
import { type TemplateDraft, templateDraft } from '@regie/contract/catalog'
import type { Id } from '@regie/contract/kernel'
import { createTemplate, installFormPack } from '../../catalog/index.ts'
import type { Tx } from '../../platform/work.ts'
import type { Priorities } from '../founding.ts'
import type { Book } from './team.ts'

export type Template = TemplateDraft & { readonly id: Id }
export type Templates = Readonly<
  Record<
    | keyof ReturnType<typeof visits>
    | keyof ReturnType<typeof seasons>
    | keyof ReturnType<typeof repairs>,
    Template
  >
>

const visits = ({ skills, certifications }: Book, priorities: Priorities) => ({
  pool: {
    name: 'Contrôle hebdomadaire du bassin',
    nature: 'Maintenance',
    category: 'recurrent',
    durationMinutes: 45,
    priorityId: priorities.regular,
    skills: [{ skillId: skills.EAU, level: 2 }],
    requiredProducts: [
      { label: 'Pastilles DPD', quantity: 4, unit: '' },
      { label: 'Chlore choc', quantity: 1, unit: 'kg' },
    ],
    instructions:
      'Mesurer pH, chlore libre et combiné, température ; relever les compteurs ; noter au carnet sanitaire.',
  },
  filtration: {
    name: 'Entretien mensuel de la filtration',
    nature: 'Maintenance',
    category: 'recurrent',
    durationMinutes: 120,
    priorityId: priorities.regular,
    skills: [{ skillId: skills.HYDRO, level: 2 }],
    certificationKindIds: [certifications.CHLORE],
    instructions: 'Contre-lavage des filtres, contrôle des pompes, étalonnage des sondes.',
  },
  lighting: {
    name: "Contrôle de l'éclairage de la salle",
    nature: 'Contrôle',
    category: 'recurrent',
    durationMinutes: 60,
    priorityId: priorities.regular,
    skills: [{ skillId: skills.ELEC, level: 2 }],
    certificationKindIds: [certifications.BR],
    instructions: '',
  },
  floor: {
    name: 'Inspection du sol sportif',
    nature: 'Contrôle',
    category: 'recurrent',
    durationMinutes: 45,
    priorityId: priorities.audit,
    skills: [{ skillId: skills.SOL, level: 1 }],
    instructions: 'Jeux, décollements, glissance ; photos des défauts.',
  },
})

const seasons = ({ skills }: Book, priorities: Priorities) => ({
  ventilation: {
    name: 'Entretien de la ventilation',
    nature: 'Maintenance',
    category: 'seasonal',
    durationMinutes: 90,
    priorityId: priorities.regular,
    skills: [{ skillId: skills.CVC, level: 2 }],
    instructions: '',
  },
  court: {
    name: 'Entretien du court de tennis',
    nature: 'Maintenance',
    category: 'recurrent',
    durationMinutes: 40,
    priorityId: priorities.regular,
    skills: [{ skillId: skills.TERRAIN, level: 1 }],
    instructions: '',
  },
  pitch: {
    name: 'Entretien du grand terrain',
    nature: 'Maintenance',
    category: 'seasonal',
    durationMinutes: 120,
    priorityId: priorities.regular,
    skills: [{ skillId: skills.TERRAIN, level: 2 }],
    instructions: '',
  },
})

const repairs = ({ skills, certifications }: Book, priorities: Priorities) => ({
  pumpFailure: {
    name: 'Panne de la pompe de filtration',
    nature: 'Dépannage',
    category: 'urgent',
    durationMinutes: 120,
    priorityId: priorities.urgent,
    skills: [{ skillId: skills.HYDRO, level: 3 }],
    instructions: '',
  },
  waterAlarm: {
    name: 'Chlore hors limites',
    nature: 'Dépannage',
    category: 'urgent',
    durationMinutes: 60,
    priorityId: priorities.shock,
    skills: [{ skillId: skills.EAU, level: 3 }],
    certificationKindIds: [certifications.CHLORE],
    requiredProducts: [{ label: 'Thiosulfate de sodium', quantity: 2, unit: 'kg' }],
    instructions: 'Bassin fermé au public tant que le chlore libre dépasse 4 mg/L.',
  },
  powerFailure: {
    name: "Panne d'éclairage",
    nature: 'Dépannage',
    category: 'urgent',
    durationMinutes: 90,
    priorityId: priorities.urgent,
    skills: [{ skillId: skills.ELEC, level: 3 }],
    certificationKindIds: [certifications.BR],
    instructions: '',
  },
})

export async function makeTemplates(
  tx: Tx,
  book: Book,
  priorities: Priorities,
): Promise<Templates> {
  const made: Record<string, Template> = {}
  const pool = await installFormPack.run(tx, { pack: 'pool' })
  const generic = await installFormPack.run(tx, { pack: 'generic' })
  for (const [key, draft] of Object.entries({
    ...visits(book, priorities),
    ...seasons(book, priorities),
    ...repairs(book, priorities),
  })) {
    const template = templateDraft.parse(draft)
    const filled = { ...template, formIds: [key === 'pool' ? pool.id : generic.id] }
    made[key] = { ...filled, id: (await createTemplate.run(tx, filled)).id }
  }
  return made as Templates
}
