// Series: the work of a contract that comes back, made ahead of time as work orders, and its exceptions.
import { z } from 'zod'
import { durationMinutes } from './catalog.ts'
import { expected } from './fault-sentence.ts'
import { endpoint, id, localDate, text, version } from './kernel.ts'
import { comesEver, emptySeasons } from './occurrences.ts'
import { recurrence, type TimeOfDay, timeOfDay } from './recurrence.ts'
import { workOrderDraft, workOrderStatus } from './work-orders.ts'

/** What each visit asks for: everything a work order says but where and when. */
export const seriesWork = workOrderDraft
  .pick({
    assetIds: true,
    templateId: true,
    title: true,
    description: true,
    nature: true,
    priorityId: true,
    skills: true,
    certificationKindIds: true,
    positions: true,
    requiredProducts: true,
    equipment: true,
    contact: true,
    notes: true,
  })
  .extend({
    durationMinutes,
    category: workOrderDraft.shape.category.unwrap().default('recurrent'),
  })
export type SeriesWork = z.infer<typeof seriesWork>

const minutes = ({ start, end }: TimeOfDay): number =>
  Number(end.slice(0, 2)) * 60 +
  Number(end.slice(3)) -
  Number(start.slice(0, 2)) * 60 -
  Number(start.slice(3))

/**
 * Work that comes back at one site. `seasonWork` has, season by season, what its visits ask for instead (null:
 * as the others). The preferred technician is a wish of planning, not a rule.
 */
export const seriesDraft = z
  .object({
    siteId: id,
    work: seriesWork,
    seasonWork: z.array(seriesWork.nullable()).max(12).default([]),
    rule: recurrence,
    preferredTechnicianId: id.nullable().default(null),
  })
  .superRefine(({ rule, work, seasonWork }, context) => {
    const refuse = (path: (string | number)[], fr: string, en: string) =>
      context.addIssue({ code: 'custom', path, ...expected(fr, en) })
    const longest = Math.max(
      ...rule.seasons.map((_, index) => (seasonWork[index] ?? work).durationMinutes),
    )
    if (rule.time && minutes(rule.time) < longest)
      refuse(
        ['rule', 'time', 'end'],
        `Cet horaire est plus court que la durée (${longest} min).`,
        `These hours are shorter than the duration (${longest} min).`,
      )
    const empty = emptySeasons(rule)
    for (const index of empty)
      refuse(
        ['rule', 'seasons', index, 'rhythm'],
        'Ce rythme ne donne jamais de date : elle n’existe pas, ou tombe hors de la saison.',
        'This rhythm never gives a date: it does not exist, or lies outside the season.',
      )
    if (empty.length === 0 && !comesEver(rule))
      refuse(
        ['rule', 'until'],
        'Aucune visite ne tombe avant cette fin.',
        'No visit comes before this end.',
      )
  })
export type SeriesDraft = z.infer<typeof seriesDraft>

export const series = z.object({
  ...seriesDraft.shape,
  id,
  version,
  contractId: id,
  contractName: z.string(),
  clientName: z.string(),
  siteName: z.string(),
  siteCity: z.string(),
  /** The two holidays of Alsace and Moselle count at this site. */
  alsatian: z.boolean(),
  preferredTechnicianName: z.string().nullable(),
  /** The series whose later visits this one took over ("this and following"). */
  followsId: id.nullable(),
  /** Visits are made up to this day. */
  madeUntil: localDate.nullable(),
  exceptions: z.int(),
  /** The next one that is not done; up to 400 days ahead when it is not made yet. */
  nextVisitOn: localDate.nullable(),
})
export type Series = z.infer<typeof series>

/** moved (déplacée), skipped (sautée), changed (modifiée): kept when the series is edited. */
export const visitException = z.enum(['moved', 'skipped', 'changed'])
export type VisitException = z.infer<typeof visitException>

/**
 * One visit of a series. `occursOn` is its day by the rule and names it; `on` the day on which it is to be. `workOrderId`
 * is null while it is not made yet, or skipped. `paused`: the contract sleeps on that day.
 */
export const visit = z.object({
  seriesId: id,
  occursOn: localDate,
  on: localDate,
  time: timeOfDay.nullable(),
  season: z.int(),
  exception: visitException.nullable(),
  workOrderId: id.nullable(),
  reference: z.string().nullable(),
  title: z.string(),
  status: workOrderStatus.nullable(),
})
export type Visit = z.infer<typeof visit>

/** What an edit does to visits from its first day on. `kept`: exceptions, and what is planned or done already. */
export const seriesChange = z.object({
  kept: z.int(),
  changed: z.int(),
  moved: z.int(),
  made: z.int(),
  removed: z.int(),
})
export type SeriesChange = z.infer<typeof seriesChange>

/** How far ahead visits are made, and where the two holidays of Alsace and Moselle count. */
export const seriesSettings = z.object({
  version: z.int(),
  horizonWeeks: z.int().min(1).max(26).default(8),
  alsaceMoselle: z.enum(['site', 'always', 'never']).default('site'),
})
export type SeriesSettings = z.infer<typeof seriesSettings>

const tag = 'Series'
const contractParams = z.object({ contractId: id })
const params = z.object({ seriesId: id })
const visitParams = params.extend({ occursOn: localDate })
const editing = seriesDraft.safeExtend({
  version,
  /** all: every visit from today on; following: from `from` on, as a series of its own. */
  scope: z.enum(['all', 'following']),
  from: localDate.nullable().default(null),
})

export const listSeries = endpoint({
  method: 'GET',
  path: '/api/contracts/:contractId/series',
  tag,
  summary: 'The series of a contract, by site and title',
  params: contractParams,
  returns: z.object({ items: z.array(series) }),
})
export const getSeries = endpoint({
  method: 'GET',
  path: '/api/series/:seriesId',
  tag,
  summary: 'One series',
  params,
  returns: series,
})
/** One series for each site: those named besides `siteId` get the same. */
export const createSeries = endpoint({
  method: 'POST',
  path: '/api/contracts/:contractId/series',
  tag,
  summary: 'Add a series, at one site or at several; its visits are made at once up to the horizon',
  params: contractParams,
  body: seriesDraft.safeExtend({ otherSiteIds: z.array(id).max(500).default([]) }),
  returns: z.object({ items: z.array(series) }),
  status: 201,
})
export const changeSeries = endpoint({
  method: 'POST',
  path: '/api/series/:seriesId/change',
  tag,
  summary: 'Change all visits to come, or this one and the following; exceptions are kept',
  params,
  body: editing,
  returns: z.object({ series, change: seriesChange }),
})
export const previewSeriesChange = endpoint({
  method: 'POST',
  path: '/api/series/:seriesId/preview',
  tag,
  summary: 'What a change would do; changes nothing',
  params,
  body: editing,
  returns: seriesChange,
})
export const endSeries = endpoint({
  method: 'POST',
  path: '/api/series/:seriesId/end',
  tag,
  summary: 'No more visits of a series after a day; later ones are cancelled',
  params,
  body: z.object({ version, on: localDate, reason: z.string().trim().max(500).default('') }),
  returns: series,
})
export const listVisits = endpoint({
  method: 'GET',
  path: '/api/series/:seriesId/visits',
  tag,
  summary: 'Visits of a series in a range of at most 800 days: made, to come, and skipped ones',
  params,
  query: z.object({ from: localDate, until: localDate }),
  returns: z.object({ items: z.array(visit) }),
})
export const skipVisit = endpoint({
  method: 'POST',
  path: '/api/series/:seriesId/visits/:occursOn/skip',
  tag,
  summary: 'Leave one visit out; its work order is cancelled',
  params: visitParams,
  body: z.object({ reason: z.string().trim().max(500).default('') }),
  returns: visit,
})
export const moveVisit = endpoint({
  method: 'POST',
  path: '/api/series/:seriesId/visits/:occursOn/move',
  tag,
  summary: 'Give one visit another day, and hours of its own',
  params: visitParams,
  body: z.object({ on: localDate, time: timeOfDay.nullable().default(null) }),
  returns: visit,
})
export const restoreVisit = endpoint({
  method: 'POST',
  path: '/api/series/:seriesId/visits/:occursOn/restore',
  tag,
  summary: 'Put one visit back to what its series says',
  params: visitParams,
  body: z.object({}),
  returns: visit,
})
/** Null: this work belongs to no series. */
export const getSeriesOfWorkOrder = endpoint({
  method: 'GET',
  path: '/api/work-orders/:workOrderId/series',
  tag,
  summary: 'The series a work order was made from, and which of its visits it is',
  params: z.object({ workOrderId: id }),
  returns: z.object({ series: series.nullable(), visit: visit.nullable() }),
})
export const getSeriesSettings = endpoint({
  method: 'GET',
  path: '/api/series-settings',
  tag,
  summary: 'How far ahead visits are made, and which holidays count',
  returns: seriesSettings,
})
export const updateSeriesSettings = endpoint({
  method: 'PUT',
  path: '/api/series-settings',
  tag,
  summary: 'Change how far ahead visits are made, and which holidays count',
  body: seriesSettings,
  returns: seriesSettings,
})

const told = z.object({ seriesId: id, contractId: id, title: text(200), siteId: id })

/** What happened here, as told on the live stream. Visits made in one go are told once, not one by one. */
export const seriesEvents = {
  series_created: told,
  series_changed: told.extend({ change: seriesChange }),
  series_ended: told,
  visits_made: z.object({ series: z.int(), visits: z.int(), until: localDate }),
  visit_skipped: told.extend({ occursOn: localDate }),
  visit_moved: told.extend({ occursOn: localDate, on: localDate, workOrderId: id.nullable() }),
  visit_restored: told.extend({ occursOn: localDate }),
  series_settings_changed: z.object({ settings: seriesSettings }),
}
