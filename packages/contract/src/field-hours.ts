// Hours as they were: per technician, day and work order, travel apart from work, planned beside actual.
import { z } from 'zod'
import { endpoint, id, instant, localDate } from './kernel.ts'

/**
 * One technician on one work order on one day of the organisation's calendar. Work over midnight is split there;
 * `plannedSeconds` is what of the plan lies in that day. `isRunning`: something goes on, counted until now.
 */
export const hoursLine = z.object({
  technicianId: id,
  technicianName: z.string(),
  /** As the technician's record names it; empty: none. */
  team: z.string(),
  date: localDate,
  assignmentId: id,
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  siteName: z.string(),
  plannedSeconds: z.int(),
  workSeconds: z.int(),
  travelSeconds: z.int(),
  pauseSeconds: z.int(),
  firstAt: instant.nullable(),
  lastAt: instant.nullable(),
  isRunning: z.boolean(),
  isCorrected: z.boolean(),
})
export type HoursLine = z.infer<typeof hoursLine>

/**
 * Somebody whose planned hours come near the legal average of twelve weeks in a row, or pass it: a week of the twelve that
 * hold the most, among those that meet the days asked about.
 */
export const heavyAverage = z.object({
  technicianId: id,
  minutes: z.int(),
  limitMinutes: z.int(),
  since: localDate,
  until: localDate,
})
export type HeavyAverage = z.infer<typeof heavyAverage>

/** Both days are meant; at most 62. */
const asked = z.object({ from: localDate, until: localDate, technicianId: id.optional() })
export type HoursQuestion = z.infer<typeof asked>

const tag = 'Field work'

export const listHours = endpoint({
  method: 'GET',
  path: '/api/field/hours',
  tag,
  summary: 'Hours by technician, day and work order; technicians read their own',
  query: asked,
  returns: z.object({
    timeZone: z.string(),
    items: z.array(hoursLine),
    averages: z.array(heavyAverage),
  }),
})
export const exportHours = endpoint({
  method: 'GET',
  path: '/api/field/hours.csv',
  tag,
  summary: 'The same as CSV for Excel: UTF-8 with BOM, `;`, hours as decimals',
  query: asked,
  returns: z
    .instanceof(Uint8Array)
    .meta({ type: 'string', format: 'binary', description: 'The file as it is' }),
})
