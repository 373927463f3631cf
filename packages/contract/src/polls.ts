// Availability polls: the office asks a group for dates, each says available, unavailable or pending.
import { z } from 'zod'
import {
  type DayState,
  dayAnswer,
  dayHours,
  dayWord,
  minutesWithin,
  usualHours,
} from './availability.ts'
import { expected } from './fault-sentence.ts'
import { endpoint, id, instant, localDate, localTime, text, version } from './kernel.ts'
import { technicianKind } from './workforce.ts'

/** A date that is asked for, with its hours; `peak` are those that matter most (heures de pointe). */
export const pollOption = z.object({
  date: localDate,
  hours: dayHours.default(usualHours),
  peak: dayHours.nullable().default(null),
})
export type PollOption = z.infer<typeof pollOption>

const title = text(160)
const message = z.string().trim().max(1000).default('')
/** So many hours before the end those who are silent are asked again; null: they are not. */
const remindHours = z.int().min(1).max(336).nullable().default(24)
export const MOST_OPTIONS = 62
export const MOST_PEOPLE = 1000

const keyOf = ({ date, hours }: PollOption) => `${date} ${hours.from}`

/** Two options of one day may not begin at the same minute: an answer is known by both. */
export const pollDraft = z.object({
  title,
  message,
  projectId: id.nullable().default(null),
  options: z
    .array(pollOption)
    .min(1)
    .max(MOST_OPTIONS)
    .superRefine((options, context) => {
      for (const [rank, option] of options.entries())
        if (options.findIndex((one) => keyOf(one) === keyOf(option)) < rank)
          context.addIssue({
            code: 'custom',
            path: [rank, 'hours', 'from'],
            ...expected(
              'Cette date est déjà demandée à cette heure.',
              'This date is asked for at this hour already.',
            ),
          })
    }),
  closesAt: instant,
  remindHours,
  technicianIds: z.array(id).min(1).max(MOST_PEOPLE),
})
export type PollDraft = z.infer<typeof pollDraft>

/** An option as it stands; `rank` is its place in the poll, by which answers name it. */
const askedOption = pollOption.extend({ rank: z.int() })
const pollHead = z.object({
  id,
  version,
  title: z.string(),
  message: z.string(),
  projectId: id.nullable(),
  projectName: z.string().nullable(),
  closesAt: instant,
  /** Until `closesAt`, unless the office ended it before. */
  open: z.boolean(),
})

/** `weekOf`: the Monday of the week it was asked in by itself; null: a person asked. */
export const poll = pollHead.extend({
  remindHours: z.int().nullable(),
  options: z.array(askedOption),
  weekOf: localDate.nullable(),
  createdAt: instant,
  createdBy: z.string(),
  asked: z.int(),
  answered: z.int(),
})
export type Poll = z.infer<typeof poll>

export const pollAnswer = dayAnswer.extend({ rank: z.int().min(0) })
export type PollAnswer = z.infer<typeof pollAnswer>

/** One person asked. `answers` hold what was answered; a rank that is missing was not. */
export const pollPerson = z.object({
  technicianId: id,
  name: z.string(),
  kind: technicianKind,
  team: z.string(),
  /** Neither e-mail, nor mobile number, nor sign-in: nothing reaches them. */
  reachable: z.boolean(),
  askedAt: instant,
  remindedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  /** Links sent before this moment are revoked. */
  linkSince: instant.nullable(),
  answers: z.array(pollAnswer),
})
export type PollPerson = z.infer<typeof pollPerson>

/** How many said what of one option; `peak`: available in all of its peak hours. */
export const pollCount = z.object({
  rank: z.int(),
  available: z.int(),
  peak: z.int().nullable(),
  pending: z.int(),
  unavailable: z.int(),
  silent: z.int(),
})
export type PollCount = z.infer<typeof pollCount>
export const pollDetail = poll.extend({ people: z.array(pollPerson), counts: z.array(pollCount) })
export type PollDetail = z.infer<typeof pollDetail>

/** A poll as whoever is asked sees it; `known`: what they had said of that day before, not in answer to this. */
export const ownPoll = pollHead.extend({
  options: z.array(askedOption.extend({ known: dayAnswer.nullable() })),
  answers: z.array(pollAnswer),
})
export type OwnPoll = z.infer<typeof ownPoll>
export const ownAvailability = z.object({ polls: z.array(ownPoll), words: z.array(dayWord) })
export type OwnAvailability = z.infer<typeof ownAvailability>

/** Whether an answer leaves all of the peak hours free. */
export function coversPeak(
  option: PollOption,
  answer: Pick<PollAnswer, 'state' | 'hours' | 'impossible'>,
): boolean {
  if (option.peak === null || answer.state !== 'available') return false
  const peak = minutesWithin(option.hours, option.peak)
  const free = minutesWithin(option.hours, answer.hours ?? option.hours)
  return (
    free.from <= peak.from &&
    free.until >= peak.until &&
    answer.impossible.every((one) => {
      const not = minutesWithin(option.hours, one)
      return not.until <= peak.from || not.from >= peak.until
    })
  )
}

/** Counts of one option among answers; those asked who said nothing are silent. */
export function countAnswers(
  option: PollOption & { readonly rank: number },
  people: readonly { readonly answers: readonly PollAnswer[] }[],
): PollCount {
  const said = people.flatMap(
    ({ answers }) => answers.find(({ rank }) => rank === option.rank) ?? [],
  )
  const of = (state: DayState) => said.filter((one) => one.state === state).length
  return {
    rank: option.rank,
    available: of('available'),
    peak: option.peak === null ? null : said.filter((one) => coversPeak(option, one)).length,
    pending: of('pending'),
    unavailable: of('unavailable'),
    silent: people.length - said.length,
  }
}

/**
 * The weekly question to freelances: on `weekday` at `at` of the organisation's zone they are asked for the `weeks`
 * from the next Monday on, on `days` (1 is Monday), and may answer for `answerHours`.
 */
export const pollSettings = z.object({
  version,
  enabled: z.boolean(),
  weekday: z.int().min(1).max(7),
  at: localTime,
  weeks: z.int().min(1).max(8),
  days: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .refine((days) => new Set(days).size === days.length),
  hours: dayHours,
  answerHours: z.int().min(12).max(168),
  remindHours,
})
export type PollSettings = z.infer<typeof pollSettings>

const tag = 'Availability'
const params = z.object({ pollId: id })
const person = params.extend({ technicianId: id })
const answers = z.array(pollAnswer).min(1).max(MOST_OPTIONS)

export const listPolls = endpoint({
  method: 'GET',
  path: '/api/polls',
  tag,
  summary: 'Availability polls, the newest first: those that are open, or the last hundred',
  query: z.object({ open: z.stringbool().default(false) }),
  returns: z.array(poll),
})
export const getPoll = endpoint({
  method: 'GET',
  path: '/api/polls/:pollId',
  tag,
  summary: 'One poll: who said what of which date, with the counts',
  params,
  returns: pollDetail,
})
export const createPoll = endpoint({
  method: 'POST',
  path: '/api/polls',
  tag,
  summary: 'Ask technicians for dates',
  body: pollDraft,
  returns: pollDetail,
  status: 201,
})
/** A later `closesAt` opens a poll again that had ended. */
export const changePoll = endpoint({
  method: 'PATCH',
  path: '/api/polls/:pollId',
  tag,
  summary: 'Change the words, the deadline or the reminder of a poll',
  params,
  body: z.object({ version, title, message, closesAt: instant, remindHours }),
  returns: pollDetail,
})
export const closePoll = endpoint({
  method: 'POST',
  path: '/api/polls/:pollId/close',
  tag,
  summary: 'End a poll: what was answered stays, links say that it is over',
  params,
  body: z.object({ version }),
  returns: pollDetail,
})
/** Nobody is asked again within the hour. */
export const askAgain = endpoint({
  method: 'POST',
  path: '/api/polls/:pollId/ask-again',
  tag,
  summary: 'Remind those who have not answered, or some of them',
  params,
  body: z.object({ technicianIds: z.array(id).max(MOST_PEOPLE).optional() }),
  returns: pollDetail,
})
export const askMore = endpoint({
  method: 'POST',
  path: '/api/polls/:pollId/people',
  tag,
  summary: 'Ask more technicians',
  params,
  body: z.object({ technicianIds: z.array(id).min(1).max(MOST_PEOPLE) }),
  returns: pollDetail,
})
export const askNoMore = endpoint({
  method: 'DELETE',
  path: '/api/polls/:pollId/people/:technicianId',
  tag,
  summary:
    'Ask a technician no more: their link is revoked; what they said of the days stays theirs',
  params: person,
  returns: pollDetail,
})
/** For one that went to the wrong address or was passed on. */
export const renewPollLink = endpoint({
  method: 'POST',
  path: '/api/polls/:pollId/people/:technicianId/link',
  tag,
  summary: 'Revoke the links a technician was sent for a poll, and send a new one or none',
  params: person,
  body: z.object({ send: z.boolean() }),
  returns: pollDetail,
})
export const answerFor = endpoint({
  method: 'POST',
  path: '/api/polls/:pollId/people/:technicianId/answers',
  tag,
  summary: 'Note what a technician said on the telephone',
  params: person,
  body: z.object({ answers }),
  returns: pollDetail,
})

export const getPollSettings = endpoint({
  method: 'GET',
  path: '/api/polls/settings',
  tag,
  summary: 'When freelances are asked by themselves',
  returns: pollSettings,
})
export const savePollSettings = endpoint({
  method: 'PUT',
  path: '/api/polls/settings',
  tag,
  summary: 'Ask freelances every week, or no longer',
  body: pollSettings,
  returns: pollSettings,
})

export const getOwnAvailability = endpoint({
  method: 'GET',
  path: '/api/polls/own',
  tag,
  summary: 'What I am asked, and what I have said of the coming days',
  returns: ownAvailability,
})
export const answerPoll = endpoint({
  method: 'POST',
  path: '/api/polls/:pollId/answers',
  tag,
  summary: 'Say when I can; the last answer counts',
  params,
  body: z.object({ answers }),
  returns: ownAvailability,
})

const about = { pollId: id, title: z.string() }
export const pollEvents = {
  poll_asked: z.object({ ...about, technicianIds: z.array(id) }),
  poll_reminded: z.object({ ...about, technicianIds: z.array(id) }),
  /** Links sent before are revoked; `sent`: a new one is on its way. */
  poll_link_renewed: z.object({ ...about, technicianIds: z.array(id), sent: z.boolean() }),
  poll_changed: z.object({ ...about, technicianIds: z.array(id) }),
  poll_answered: z.object({ ...about, technicianId: id, technicianName: z.string() }),
  poll_closed: z.object({
    ...about,
    technicianIds: z.array(id),
    answered: z.int(),
    silent: z.int(),
  }),
}
export const pollSettingsEvents = {
  poll_settings_changed: z.object({ enabled: z.boolean() }),
}
