// Answers by the link of a message, without an account: visits, seats of others, dates, call sheets, reviews, and how to be told.
import { z } from 'zod'
import { ownSheet } from './call-sheets.ts'
import { endpoint, id, instant } from './kernel.ts'
import { linkedPreferences, preferences } from './notifications.ts'
import { ownAsk } from './own-relief.ts'
import { MOST_OPTIONS, ownPoll, pollAnswer } from './polls.ts'
import { ownReview } from './production-reviews.ts'
import { language } from './roles.ts'

const tag = 'Notifications'

/** What stands behind a link of a message: visits that wait for a yes or a no. */
export const answerPage = z.object({
  organization: z.string(),
  name: z.string(),
  language,
  timeZone: z.string(),
  expiresAt: instant,
  visits: z.array(
    z.object({
      assignmentId: id,
      title: z.string(),
      siteName: z.string(),
      city: z.string(),
      startsAt: instant,
      endsAt: instant,
      state: z.enum(['offered', 'accepted', 'declined', 'gone']),
    }),
  ),
  /** Seats of others that the reader is asked to take. */
  offers: z.array(ownAsk),
  /** Dates the reader is asked for; a poll that is over stays a while, to say so. */
  polls: z.array(ownPoll),
  /** Call sheets of productions, as they stand now. */
  sheets: z.array(ownSheet),
  /** Reviews of productions whose grid the reader is to sign, or has signed. */
  reviews: z.array(ownReview),
  preferences: linkedPreferences,
})
export type AnswerPage = z.infer<typeof answerPage>
/** What stands in the address of a message's link. */
export const linkToken = z.object({ token: z.string().regex(/^[\w-]{20,100}$/) })
const token = linkToken
export const getAnswerPage = endpoint({
  method: 'GET',
  path: '/api/public/answers/:token',
  tag,
  summary: 'The visits a link asks about; looking changes nothing',
  params: token,
  returns: answerPage,
})
export const giveAnswer = endpoint({
  method: 'POST',
  path: '/api/public/answers/:token',
  tag,
  summary: 'Accept or decline without an account',
  params: token,
  body: z.object({
    assignmentId: id,
    answer: z.enum(['yes', 'no']),
    reason: z.string().trim().max(500).default(''),
  }),
  returns: answerPage,
})

export const answerOffer = endpoint({
  method: 'POST',
  path: '/api/public/answers/:token/offers/:askId',
  tag,
  summary: 'Take a seat that is to change hands, or not, without an account',
  params: token.extend({ askId: id }),
  body: z.object({ answer: z.enum(['yes', 'no']) }),
  returns: answerPage,
})

export const answerPollByLink = endpoint({
  method: 'POST',
  path: '/api/public/answers/:token/polls/:pollId',
  tag,
  summary: 'Say when I can work, without an account; the last answer counts',
  params: token.extend({ pollId: id }),
  body: z.object({ answers: z.array(pollAnswer).min(1).max(MOST_OPTIONS) }),
  returns: answerPage,
})

const sheetByLink = token.extend({ projectId: id })
export const markSheetByLink = endpoint({
  method: 'POST',
  path: '/api/public/answers/:token/call-sheets/:projectId',
  tag,
  summary: 'I have read my call sheet, or confirm it, without an account',
  params: sheetByLink,
  body: z.object({ number: z.int().min(1), isConfirmed: z.boolean().default(false) }),
  returns: answerPage,
})
export const printSheetByLink = endpoint({
  method: 'GET',
  path: '/api/public/answers/:token/call-sheets/:projectId/pdf',
  tag,
  summary: 'My call sheet as a PDF, without an account',
  params: sheetByLink,
  returns: z.unknown(),
})
export const readSheetDocumentByLink = endpoint({
  method: 'GET',
  path: '/api/public/answers/:token/call-sheets/:projectId/documents/:documentId',
  tag,
  summary: 'A document of my call sheet, without an account',
  params: sheetByLink.extend({ documentId: id }),
  returns: z.unknown(),
})

export const savePreferencesByLink = endpoint({
  method: 'POST',
  path: '/api/public/answers/:token/preferences',
  tag,
  summary: 'Change how I wish to be told, without an account',
  params: token,
  body: preferences
    .pick({ version: true, language: true, quietFrom: true, quietUntil: true })
    .extend({ email: z.boolean(), sms: z.boolean() }),
  returns: answerPage,
})

export const readSheetPlanByLink = endpoint({
  method: 'GET',
  path: '/api/public/answers/:token/call-sheets/:projectId/stages/:stageId/plan/:fileId',
  tag,
  summary: 'The plan of a stage on my call sheet, without an account',
  params: sheetByLink.extend({ stageId: id, fileId: id }),
  returns: z.unknown(),
})
