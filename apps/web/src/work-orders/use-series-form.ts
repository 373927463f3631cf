// The form of a series, and how a template fills in what its visits ask for.
import { getTemplate, type Template } from '@regie/contract/catalog'
import { type Series, type SeriesWork, seriesDraft, seriesWork } from '@regie/contract/series'
import type { WorkOrder } from '@regie/contract/work-orders'
import type { z } from 'zod'
import { call } from '../lib/call.ts'
import { type FormOf, useForm } from '../ui/form.tsx'
import { showProblem } from '../ui/toast-queue.ts'

export type SeriesInput = z.input<typeof seriesDraft>
export type SeriesOutput = z.output<typeof seriesDraft>
export type SeriesFormOf = FormOf<SeriesInput, SeriesOutput>

const emptyWork: SeriesInput['work'] = {
  title: '',
  category: 'recurrent',
  durationMinutes: 60,
  assetIds: [],
  skills: [],
  certificationKindIds: [],
  positions: [],
  requiredProducts: [],
  equipment: [],
  contact: {},
}

/** A series as it is, or a new one at a site from a day on. */
export const useSeriesForm = (
  given: Series | { readonly siteId: string; readonly startsOn: string },
): SeriesFormOf =>
  useForm(
    seriesDraft,
    'rule' in given
      ? given
      : {
          siteId: given.siteId,
          work: emptyWork,
          seasonWork: [],
          rule: {
            startsOn: given.startsOn,
            until: null,
            seasons: [
              {
                name: '',
                from: '01-01',
                until: '12-31',
                rhythm: { kind: 'weekly', every: 1, weekdays: [1] },
              },
            ],
            holidays: 'skip',
            time: null,
            toleranceDays: 0,
          },
          preferredTechnicianId: null,
        },
  )

/** What a visit made from this template asks for. */
const workFrom = (template: Template): SeriesWork =>
  seriesWork.parse({
    templateId: template.id,
    title: template.name,
    description: template.instructions,
    nature: template.nature,
    category: template.category,
    priorityId: template.priorityId,
    durationMinutes: template.durationMinutes,
    skills: template.skills,
    certificationKindIds: template.certificationKindIds,
    positions: template.positions,
    requiredProducts: template.requiredProducts,
    equipment: template.equipment,
  })

/** The template's values, with what only this series knows kept; undefined when it could not be read. */
export const readWork = async (
  templateId: string,
  kept: Partial<SeriesWork>,
): Promise<SeriesWork | undefined> => {
  try {
    const template = await call(getTemplate, { params: { templateId } })
    return { ...workFrom(template), ...kept }
  } catch (error) {
    showProblem(error)
    return undefined
  }
}

/** What a work order asks for, as its series would hand it to every visit. */
export const workOf = (order: WorkOrder): SeriesWork =>
  seriesWork.parse({
    ...order,
    durationMinutes: order.durationMinutes ?? 60,
    positions: order.positions.map(({ positionIds: _, ...position }) => position),
  })
