// The page of a visit for the client it is for: no account, one visit, for a while.
import { z } from 'zod'
import { mapSettings } from './board-map.ts'
import { endpoint, id, instant, position } from './kernel.ts'
import { phoneDraft } from './phone.ts'
import { span } from './planning.ts'
import { language } from './roles.ts'

/**
 * Where the visit stands for the client. `unplanned`: no hour is fixed at the moment; `cancelled`: it does not take place.
 */
export const visitStanding = z.enum([
  'planned',
  'on_the_way',
  'in_progress',
  'done',
  'unplanned',
  'cancelled',
])
export type VisitStanding = z.infer<typeof visitStanding>

/** The client's own wishes. Addresses are shown with most letters covered: a link may be forwarded. */
export const contactWishes = z.object({
  language,
  email: z.object({ shown: z.string(), wanted: z.boolean() }).nullable(),
  sms: z.object({ shown: z.string(), wanted: z.boolean() }).nullable(),
  /** Said yes to offers and news; never so by itself. */
  offers: z.boolean(),
})
export type ContactWishes = z.infer<typeof contactWishes>

/** Where whoever is on the way was last seen, about; and the ground to draw it on. */
export const onTheMap = z.object({
  position,
  at: instant,
  /** How long ago that is, by the server’s clock. */
  ageSeconds: z.int(),
  /** Where the visit is, when that is known. */
  site: position.nullable(),
  ground: mapSettings,
})
export type OnTheMap = z.infer<typeof onTheMap>

export const visitPage = z.object({
  organization: z.string(),
  /** Whom to call; empty when the organisation gives none. */
  phone: z.string(),
  name: z.string(),
  language,
  timeZone: z.string(),
  expiresAt: instant,
  reference: z.string(),
  title: z.string(),
  siteName: z.string(),
  address: z.string(),
  standing: visitStanding,
  /** Present hours; null while none are fixed. Somebody arrives between `startsAt` and `arrivesBy`. */
  visit: span.extend({ arrivesBy: instant }).nullable(),
  /** The start that the client was told last, when it is not the present one. */
  toldBefore: instant.nullable(),
  /** On the way: when they arrive. */
  arrivalAt: instant.nullable(),
  technician: z.string(),
  /** On the way, and where they let themselves be seen; null: there are only words. */
  onTheMap: onTheMap.nullable(),
  preparations: z.string(),
  confirmed: z.boolean(),
  callWanted: z.boolean(),
  /** May another time be chosen: at once, with the office's yes, or only by telephone. */
  moving: z.enum(['direct', 'approval', 'off']),
  held: span.extend({ expiresAt: instant }).nullable(),
  /** A time that the client asked for and the office has not answered yet. */
  asked: span.nullable(),
  /** The visit is over and an opinion is welcome; `given` once there is one. */
  survey: z.object({
    open: z.boolean(),
    given: z.object({ stars: z.int(), solved: z.boolean(), comment: z.string() }).nullable(),
  }),
  report: z.boolean(),
  wishes: contactWishes,
})
export type VisitPage = z.infer<typeof visitPage>

const tag = 'Portal'
const token = z.object({ token: z.string().regex(/^[\w-]{30,60}$/) })
const start = z.object({ startsAt: instant })

export const getVisitPage = endpoint({
  method: 'GET',
  path: '/api/public/visits/:token',
  tag,
  summary: 'A visit as its client sees it; looking changes nothing',
  params: token,
  returns: visitPage,
})
export const getFreeTimes = endpoint({
  method: 'GET',
  path: '/api/public/visits/:token/times',
  tag,
  summary: 'Times that are free for this visit, by the rules of the planning; looking holds none',
  params: token,
  returns: z.object({ items: z.array(span) }),
})
/** `startsAt` is the hour that was on the screen: another one since is told, and nothing is confirmed. */
export const confirmVisit = endpoint({
  method: 'POST',
  path: '/api/public/visits/:token/confirm',
  tag,
  summary: 'Yes to the hour that was shown',
  params: token,
  body: start,
  returns: visitPage,
})
export const holdTime = endpoint({
  method: 'POST',
  path: '/api/public/visits/:token/hold',
  tag,
  summary: 'Keep a free time while making up one’s mind',
  params: token,
  body: start,
  returns: visitPage,
})
export const releaseTime = endpoint({
  method: 'POST',
  path: '/api/public/visits/:token/release',
  tag,
  summary: 'Give the kept time back',
  params: token,
  body: z.object({}),
  returns: visitPage,
})
export const takeTime = endpoint({
  method: 'POST',
  path: '/api/public/visits/:token/take',
  tag,
  summary: 'Move the visit to the time that is kept, or ask the office to',
  params: token,
  body: start,
  returns: visitPage,
})
export const askForCall = endpoint({
  method: 'POST',
  path: '/api/public/visits/:token/call',
  tag,
  summary: 'Ask to be called',
  params: token,
  body: z.object({
    phone: phoneDraft,
    comment: z.string().trim().max(1000).default(''),
  }),
  returns: visitPage,
})
export const rateVisit = endpoint({
  method: 'POST',
  path: '/api/public/visits/:token/opinion',
  tag,
  summary: 'Stars, whether it is solved, and a comment; the same again replaces the first',
  params: token,
  body: z.object({
    stars: z.int().min(1).max(5),
    solved: z.boolean(),
    comment: z.string().trim().max(2000).default(''),
    /** May be quoted with the client's name. */
    quotable: z.boolean().default(false),
  }),
  returns: visitPage,
})
export const saveWishes = endpoint({
  method: 'PUT',
  path: '/api/public/visits/:token/wishes',
  tag,
  summary: 'How one wishes to be written to, and whether offers are welcome',
  params: token,
  body: z.object({ language, email: z.boolean(), sms: z.boolean(), offers: z.boolean() }),
  returns: visitPage,
})
export const getVisitCalendar = endpoint({
  method: 'GET',
  path: '/api/public/visits/:token/visit.ics',
  tag,
  summary: 'The visit for a calendar',
  params: token,
  returns: z.unknown(),
})
export const getVisitReport = endpoint({
  method: 'GET',
  path: '/api/public/visits/:token/report.pdf',
  tag,
  summary: 'The report of the visit, once it is validated',
  params: token,
  returns: z.unknown(),
})
export const getUnsubscribePage = endpoint({
  method: 'GET',
  path: '/api/public/unsubscribe/:token',
  tag,
  summary: 'Whose offers a link ends; looking changes nothing',
  params: token,
  returns: z.object({
    organization: z.string(),
    address: z.string(),
    offers: z.boolean(),
    language,
  }),
})
/** Also what mailboxes post by themselves (RFC 8058). */
export const unsubscribe = endpoint({
  method: 'POST',
  path: '/api/public/unsubscribe/:token',
  tag,
  summary: 'No more offers and news to this address; messages about visits still come',
  params: token,
  body: z.looseObject({}),
  returns: z.object({
    organization: z.string(),
    address: z.string(),
    offers: z.boolean(),
    language,
  }),
})

export const portalVisitEvents = {
  visit_confirmed: z.object({ workOrderId: id, reference: z.string(), clientName: z.string() }),
  visit_time_asked: z.object({ workOrderId: id, reference: z.string(), clientName: z.string() }),
  visit_call_wanted: z.object({ workOrderId: id, reference: z.string(), clientName: z.string() }),
  visit_rated: z.object({
    workOrderId: id,
    reference: z.string(),
    clientName: z.string(),
    stars: z.int(),
  }),
}
