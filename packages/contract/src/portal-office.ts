// What clients said and what they were promised, as the office sees it.
import { z } from 'zod'
import { endpoint, id, instant, localDate, page, pageQuery, text, version } from './kernel.ts'
import { messageChannel, messageKind } from './messages.ts'
import { span } from './planning.ts'

/** One thing a client said. `settledAt` null of what waits for somebody at the office. */
export const clientAnswerKind = z.enum(['confirmed', 'moved', 'time_asked', 'call_wanted', 'rated'])
export type ClientAnswerKind = z.infer<typeof clientAnswerKind>

export const clientAnswer = z.object({
  id,
  kind: clientAnswerKind,
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  siteName: z.string(),
  clientId: id,
  clientName: z.string(),
  /** Who holds the link. */
  name: z.string(),
  /** The start that was answered to; of a move, the new one. */
  startsAt: instant.nullable(),
  phone: z.string(),
  comment: z.string(),
  stars: z.int().nullable(),
  solved: z.boolean().nullable(),
  quotable: z.boolean(),
  at: instant,
  /** Somebody has to look at it. */
  waits: z.boolean(),
  settledAt: instant.nullable(),
  settledBy: z.string(),
  outcome: z.string(),
})
export type ClientAnswer = z.infer<typeof clientAnswer>

/**
 * `open`: given and not yet come; `kept`; `late`: somebody came after it; `withdrawn`: the office chose another hour or none;
 * `released`: the client chose another hour.
 */
export const promiseState = z.enum(['open', 'kept', 'late', 'withdrawn', 'released'])
export type PromiseState = z.infer<typeof promiseState>

/** A window somebody was given, never changed: what became of it stands beside it. */
export const promise = z.object({
  id,
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  siteName: z.string(),
  clientId: id,
  clientName: z.string(),
  name: z.string(),
  from: instant,
  until: instant,
  givenAt: instant,
  /** By which message, or the client's own choice on the page. */
  by: z.union([messageKind, z.literal('page')]),
  channels: z.array(messageChannel),
  confirmedAt: instant.nullable(),
  /** The first window given for this visit: what punctuality is measured against. */
  isFirst: z.boolean(),
  state: promiseState,
  arrivedAt: instant.nullable(),
  /** How far from it: seconds after its end that somebody came, or that the next hour began. */
  bySeconds: z.int().nullable(),
})
export type PromiseGiven = z.infer<typeof promise>

export const promiseFigures = z.object({
  given: z.int(),
  confirmed: z.int(),
  open: z.int(),
  kept: z.int(),
  late: z.int(),
  withdrawn: z.int(),
  released: z.int(),
  /** Visits begun, and how many of them within the first window that was given. */
  visits: z.int(),
  onFirst: z.int(),
  medianLateSeconds: z.int().nullable(),
  ratings: z.int(),
  averageStars: z.number().nullable(),
  /** Nobody could be told: no address that works. */
  unreachable: z.int(),
})
export type PromiseFigures = z.infer<typeof promiseFigures>

export const visitLink = z.object({
  id,
  name: z.string(),
  email: z.string(),
  mobile: z.string(),
  createdAt: instant,
  expiresAt: instant,
  revokedAt: instant.nullable(),
  revokedBy: z.string(),
})

/** Everything said between us and the client of one work order. */
export const visitWord = z.object({
  workOrderId: id,
  confirmedAt: instant.nullable(),
  held: span.extend({ expiresAt: instant }).nullable(),
  links: z.array(visitLink),
  promises: z.array(promise),
  answers: z.array(clientAnswer),
  /** What is missing before the client can be told. */
  reach: z.object({ name: z.string(), email: z.string(), mobile: z.string() }),
})
export type VisitWord = z.infer<typeof visitWord>

export const portalSettings = z.object({
  version,
  /** Somebody arrives within so long of the planned start: the window that is promised. */
  windowMinutes: z.int().min(0).max(480),
  moving: z.enum(['direct', 'approval', 'off']),
  /** Times are offered from so many hours ahead on. */
  leadHours: z.int().min(1).max(336),
  horizonDays: z.int().min(1).max(60),
  holdMinutes: z.int().min(2).max(60),
  /** Links live so many days after the visit. */
  linkDays: z.int().min(1).max(180),
  phone: z.string().trim().max(40),
  /** At most so many stars are a bad opinion, of which the office hears. */
  badStars: z.int().min(1).max(4),
  preparations: z.object({ fr: z.string().trim().max(2000), en: z.string().trim().max(2000) }),
  /** Of the work of some templates, instead of the general ones. */
  byTemplate: z
    .array(
      z.object({
        templateId: id,
        fr: z.string().trim().max(2000),
        en: z.string().trim().max(2000),
      }),
    )
    .max(200),
})
export type PortalSettings = z.infer<typeof portalSettings>

const tag = 'Portal'
const workOrder = z.object({ workOrderId: id })
const period = z.object({ from: localDate, until: localDate })

export const getVisitWord = endpoint({
  method: 'GET',
  path: '/api/portal/visits/:workOrderId',
  tag,
  summary: 'What was promised to the client of a visit, and what they answered',
  params: workOrder,
  returns: visitWord,
})
export const sendVisitLink = endpoint({
  method: 'POST',
  path: '/api/portal/visits/:workOrderId/send',
  tag,
  summary: 'Tell the client of the visit now, with a link',
  params: workOrder,
  body: z.object({}),
  returns: visitWord,
})
export const revokeVisitLink = endpoint({
  method: 'POST',
  path: '/api/portal/visits/:workOrderId/revoke',
  tag,
  summary: 'End every link to a visit; the next message carries a new one',
  params: workOrder,
  body: z.object({}),
  returns: visitWord,
})
export const listClientAnswers = endpoint({
  method: 'GET',
  path: '/api/portal/answers',
  tag,
  summary: 'What clients said, the newest first; what waits is the oldest first',
  query: pageQuery.extend({
    waits: z.stringbool().optional(),
    kind: clientAnswerKind.optional(),
    minStars: z.coerce.number().int().min(1).max(5).optional(),
  }),
  returns: page(clientAnswer),
})
/** `accept` and `refuse` answer a time that was asked for; `done` is for the rest. */
export const settleClientAnswer = endpoint({
  method: 'POST',
  path: '/api/portal/answers/:answerId/settle',
  tag,
  summary: 'Done with what a client said; a time asked for is granted or not',
  params: z.object({ answerId: id }),
  body: z.object({
    decision: z.enum(['done', 'accept', 'refuse']),
    note: z.string().trim().max(500).default(''),
  }),
  returns: clientAnswer,
})
export const listPromises = endpoint({
  method: 'GET',
  path: '/api/portal/promises',
  tag,
  summary: 'Every window given to clients for these days, and what became of it',
  query: pageQuery.extend({ ...period.shape, state: promiseState.optional() }),
  returns: page(promise),
})
export const getPromiseFigures = endpoint({
  method: 'GET',
  path: '/api/portal/figures',
  tag,
  summary: 'How promises of these days were kept, counted from the promises themselves',
  query: period,
  returns: promiseFigures,
})
export const getPortalSettings = endpoint({
  method: 'GET',
  path: '/api/portal/settings',
  tag,
  summary: 'What clients are promised, and what they may do by themselves',
  returns: portalSettings,
})
export const savePortalSettings = endpoint({
  method: 'PUT',
  path: '/api/portal/settings',
  tag,
  summary: 'Change what clients are promised and may do',
  body: portalSettings,
  returns: portalSettings,
})
export const countOfferReaders = endpoint({
  method: 'GET',
  path: '/api/portal/offers',
  tag,
  summary: 'How many clients said yes to offers and news',
  returns: z.object({ readers: z.int() }),
})
export const sendOffer = endpoint({
  method: 'POST',
  path: '/api/portal/offers',
  tag,
  summary: 'Send an offer to those who said yes to offers, in legal hours, with a way out',
  body: z.object({ text: text(1000) }),
  returns: z.object({ readers: z.int() }),
})

export const portalOfficeEvents = {
  client_answer_settled: z.object({
    workOrderId: id,
    answerId: id,
    reference: z.string(),
    clientName: z.string(),
  }),
  visit_link_revoked: z.object({ workOrderId: id, reference: z.string() }),
  portal_settings_changed: z.object({ version: z.int() }),
  offer_sent: z.object({ readers: z.int() }),
}
