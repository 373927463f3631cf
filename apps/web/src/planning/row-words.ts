import { defineWords, plural } from '../lib/words.ts'

/** Words of rows: how they are grouped, what stands before them, where a drop leads nowhere. */
export const rowWords = defineWords({
  fr: {
    label: 'Lignes',
    groupings: {
      technician: 'Techniciens',
      team: 'Équipes',
      skill: 'Compétences',
      project: 'Affaires',
      client: 'Clients',
      site: 'Sites',
    },
    none: {
      technician: '',
      team: 'Sans équipe',
      skill: 'Sans compétence',
      project: 'Sans affaire',
      client: 'Sans client',
      site: 'Sans site',
    },
    count: {
      technician: (count: number) =>
        plural('fr', count, { one: '# technicien', other: '# techniciens' }),
      team: (count: number) => plural('fr', count, { one: '# équipe', other: '# équipes' }),
      skill: (count: number) =>
        plural('fr', count, { one: '# compétence', other: '# compétences' }),
      project: (count: number) => plural('fr', count, { one: '# affaire', other: '# affaires' }),
      client: (count: number) => plural('fr', count, { one: '# client', other: '# clients' }),
      site: (count: number) => plural('fr', count, { one: '# site', other: '# sites' }),
    },
    people: (count: number) => plural('fr', count, { one: '# technicien', other: '# techniciens' }),
    visits: (count: number) => plural('fr', count, { one: '# visite', other: '# visites' }),
    fold: (name: string) => `Replier ${name}`,
    unfold: (name: string) => `Déplier ${name}`,
    noWork: 'Aucune visite dans cette période',
    noWorkText: 'Les lignes sont le travail prévu : rien ne l’est sur ces jours avec ces filtres.',
    refusals: {
      technician: 'Posez la visite sur la ligne d’un technicien.',
      team: 'Posez la visite sur un technicien de l’équipe.',
      skill: 'Posez la visite sur un technicien de cette compétence.',
      project:
        'La visite reste dans son affaire. Glissez-la dans sa ligne pour changer l’heure, ou affichez les techniciens.',
      client:
        'La visite reste chez son client. Glissez-la dans sa ligne pour changer l’heure, ou affichez les techniciens.',
      site: 'La visite reste sur son site. Glissez-la dans sa ligne pour changer l’heure, ou affichez les techniciens.',
    },
    archived: (name: string) => `${name} n’est plus là : confiez ses visites à quelqu’un d’autre.`,
    archivedShort: 'Archivé',
    total: 'Total',
    dayLoad: (planned: string, capacity: string, percent: number) =>
      `${planned} prévues sur ${capacity}, ${percent} %`,
  },
  en: {
    label: 'Rows',
    groupings: {
      technician: 'Technicians',
      team: 'Teams',
      skill: 'Skills',
      project: 'Projects',
      client: 'Clients',
      site: 'Sites',
    },
    none: {
      technician: '',
      team: 'No team',
      skill: 'No skill',
      project: 'No project',
      client: 'No client',
      site: 'No site',
    },
    count: {
      technician: (count: number) =>
        plural('en', count, { one: '# technician', other: '# technicians' }),
      team: (count: number) => plural('en', count, { one: '# team', other: '# teams' }),
      skill: (count: number) => plural('en', count, { one: '# skill', other: '# skills' }),
      project: (count: number) => plural('en', count, { one: '# project', other: '# projects' }),
      client: (count: number) => plural('en', count, { one: '# client', other: '# clients' }),
      site: (count: number) => plural('en', count, { one: '# site', other: '# sites' }),
    },
    people: (count: number) => plural('en', count, { one: '# technician', other: '# technicians' }),
    visits: (count: number) => plural('en', count, { one: '# visit', other: '# visits' }),
    fold: (name: string) => `Fold ${name}`,
    unfold: (name: string) => `Unfold ${name}`,
    noWork: 'No visit in this range',
    noWorkText: 'Rows are the work planned: none is on these days with these filters.',
    refusals: {
      technician: 'Drop the visit on the row of a technician.',
      team: 'Drop the visit on a technician of the team.',
      skill: 'Drop the visit on a technician with that skill.',
      project:
        'The visit stays in its project. Drag it within its row to change the time, or show technicians.',
      client:
        'The visit stays with its client. Drag it within its row to change the time, or show technicians.',
      site: 'The visit stays at its site. Drag it within its row to change the time, or show technicians.',
    },
    archived: (name: string) => `${name} works here no more: give their visits to somebody else.`,
    archivedShort: 'Archived',
    total: 'Total',
    dayLoad: (planned: string, capacity: string, percent: number) =>
      `${planned} planned of ${capacity}, ${percent}%`,
  },
})
export type RowWords = (typeof rowWords)['fr']
