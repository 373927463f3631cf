// Maintenance contracts with series that come back: seasons, every three weeks, the first Monday, four times a year.
import { contractDraft } from '@regie/contract/contracts'
import type { Id } from '@regie/contract/kernel'
import type { recurrence } from '@regie/contract/recurrence'
import { seriesDraft } from '@regie/contract/series'
import type { z } from 'zod'
import { findSite } from '../../clients/index.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { createContract, createSeries } from '../../work-orders/index.ts'
import type { Week } from '../week.ts'
import type { Facility } from './facilities.ts'
import type { Template, Templates } from './templates.ts'

type Agreement = {
  readonly name: string
  readonly facility: Facility
  readonly template: Template
  readonly rule: Omit<z.input<typeof recurrence>, 'startsOn'>
  /** Days from this Monday to the renewal. */
  readonly renewsIn: number
  readonly technicianId: Id | null
}

const allYear = { from: '01-01', until: '12-31' }

function agreements(
  facilities: readonly Facility[],
  templates: Templates,
  team: ReadonlyMap<string, Id>,
): Agreement[] {
  const of = (kind: Facility['kind'], rank: number): Facility =>
    facilities.filter((one) => one.kind === kind)[rank] as Facility
  const technician = (code: string) => team.get(code) ?? null
  return [
    {
      name: 'Bassin extérieur : ouverture, été, hivernage',
      facility: of('pool', 0),
      template: templates.pool,
      rule: {
        seasons: [
          {
            name: 'Ouverture',
            from: '04-15',
            until: '04-30',
            rhythm: { kind: 'spread', visits: 1 },
          },
          { name: 'Été', from: '05-01', until: '09-30', rhythm: { kind: 'weekly', weekdays: [2] } },
          {
            name: 'Hivernage',
            from: '10-15',
            until: '10-31',
            rhythm: { kind: 'spread', visits: 1 },
          },
          {
            name: 'Hiver',
            from: '11-01',
            until: '04-14',
            rhythm: { kind: 'weekly', every: 4, weekdays: [2] },
          },
        ],
        toleranceDays: 1,
      },
      renewsIn: 40,
      technicianId: technician('T01'),
    },
    {
      name: 'Filtration toutes les trois semaines',
      facility: of('pool', 7),
      template: templates.filtration,
      rule: { seasons: [{ ...allYear, rhythm: { kind: 'weekly', every: 3, weekdays: [4] } }] },
      renewsIn: 200,
      technicianId: technician('T02'),
    },
    {
      name: 'Court de tennis, premier lundi du mois',
      facility: of('court', 3),
      template: templates.court,
      rule: {
        seasons: [{ ...allYear, rhythm: { kind: 'monthly_weekday', nth: 1, weekday: 1 } }],
        holidays: 'after',
        time: { start: '14:00', end: '17:30' },
      },
      renewsIn: -5,
      technicianId: null,
    },
    {
      name: 'Éclairage, quatre visites par an',
      facility: of('hall', 5),
      template: templates.lighting,
      rule: {
        seasons: [{ ...allYear, rhythm: { kind: 'spread', visits: 4 } }],
        toleranceDays: 3,
      },
      renewsIn: 310,
      technicianId: null,
    },
  ]
}

export async function makeContracts(
  tx: Tx,
  week: Week,
  known: { facilities: readonly Facility[]; templates: Templates; team: ReadonlyMap<string, Id> },
): Promise<void> {
  const startsOn = week.date(-84)
  for (const one of agreements(known.facilities, known.templates, known.team)) {
    const { siteId } = one.facility
    const { clientId } = found(await findSite(tx, siteId), 'site')
    const draft = contractDraft.parse({
      name: one.name,
      clientId,
      siteIds: [siteId],
      startsOn,
      renewsOn: week.date(one.renewsIn),
    })
    const { id: contractId } = await createContract.run(tx, draft)
    const { template } = one
    const series = seriesDraft.parse({
      siteId,
      work: {
        ...template,
        templateId: template.id,
        title: template.name,
        description: template.instructions,
      },
      rule: { ...one.rule, startsOn },
      preferredTechnicianId: one.technicianId,
    })
    await createSeries.run(tx, { contractId, draft: series, otherSiteIds: [] })
  }
}
