// The backlog: work that waits for somebody, searched, filtered and under headings.
import { z } from 'zod'
import { category } from './catalog.ts'
import { endpoint, id, instant, page, pageQuery, position, version } from './kernel.ts'
import { territory } from './planning.ts'
import { gap, timeWindow } from './work-orders.ts'

/** What the backlog may be read in order of; within a group the most urgent comes first. */
export const backlogGrouping = z.enum([
  'priority',
  'territory',
  'site',
  'client',
  'project',
  'skill',
  'due',
])
export type BacklogGrouping = z.infer<typeof backlogGrouping>

/**
 * One heading of the backlog. `key` is an id, a territory, or of `due`: `1-overdue`, `2-today`, `3-week`, `4-month`,
 * `5-later`, `6-none` (local days of the organisation).
 */
export const backlogGroup = z.object({ key: z.string(), name: z.string(), count: z.int() })
export type BacklogGroup = z.infer<typeof backlogGroup>

/** A work order with at least one seat that nobody has. */
export const backlogItem = z.object({
  workOrderId: id,
  workOrderVersion: version,
  reference: z.string(),
  title: z.string(),
  clientId: id,
  clientName: z.string(),
  siteId: id,
  siteName: z.string(),
  city: z.string(),
  territory,
  position: position.nullable(),
  priorityId: id.nullable(),
  priorityName: z.string(),
  priorityRank: z.int(),
  colour: z.string(),
  icon: z.string(),
  category,
  projectId: id.nullable(),
  projectName: z.string(),
  /** The heading it stands under when the list was asked for `groupBy`; empty key: none (no client, no skill, …). */
  group: backlogGroup.pick({ key: true, name: true }).nullable(),
  /** Alternatives; none: any time from `earliestAt` on, best before `dueAt`. */
  windows: z.array(timeWindow),
  earliestAt: instant.nullable(),
  dueAt: instant.nullable(),
  durationMinutes: z.int().nullable(),
  seats: z.int(),
  open: z.array(
    z.object({
      positionId: id,
      name: z.string(),
      skills: z.array(z.object({ id, name: z.string(), level: z.int() })),
      /** The technician who said no last, and why. */
      declined: z.object({ technicianName: z.string(), reason: z.string() }).nullable(),
    }),
  ),
  /** What keeps it from being planned automatically. */
  gaps: z.array(gap),
})
export type BacklogItem = z.infer<typeof backlogItem>

const tag = 'Planning'
const backlogFilters = pageQuery.extend({
  /** Only work orders whose window meets this range. */
  from: instant.optional(),
  until: instant.optional(),
  quality: z.enum(['ready', 'incomplete']).optional(),
  /** Only work orders in which this is missing. */
  gap: gap.optional(),
  maxRank: z.coerce.number().int().min(1).optional(),
  category: category.optional(),
  priorityId: id.optional(),
  clientId: id.optional(),
  projectId: id.optional(),
  siteId: id.optional(),
  skillId: id.optional(),
  territory: z.string().max(40).optional(),
})
export const listBacklog = endpoint({
  method: 'GET',
  path: '/api/planning/backlog',
  tag,
  summary: 'Work orders with an empty seat, most urgent first; with `groupBy` group after group',
  query: backlogFilters.extend({ groupBy: backlogGrouping.optional() }),
  returns: page(backlogItem),
})
export const listBacklogGroups = endpoint({
  method: 'GET',
  path: '/api/planning/backlog/groups',
  tag,
  summary:
    'The headings of the grouped backlog in their order, with how many work orders stand under each',
  query: backlogFilters.omit({ cursor: true, limit: true }).extend({ groupBy: backlogGrouping }),
  returns: z.object({ items: z.array(backlogGroup) }),
})
