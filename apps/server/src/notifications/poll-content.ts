// What is said of a poll about availability, as it stands at this moment.
import type { DayHours } from '@regie/contract/availability'
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { Poll, PollOption, PollPerson } from '@regie/contract/polls'
import type { Language } from '@regie/contract/roles'
import type { Tx } from '../platform/work.ts'
import { findPoll, peopleIn } from '../polls/index.ts'
import type { Moments } from './moments.ts'
import type { Notice } from './store/notices.ts'
import type { Person } from './store/people.ts'

type Asked = { readonly poll: Poll; readonly silent: ReadonlySet<Id> }
export type Polls = ReadonlyMap<Id, Asked>

export const isPoll = (kind: string): boolean => kind === 'poll_asked' || kind === 'poll_reminded'

/** The polls that some notices are about, each with those who have not answered. */
export async function readPolls(tx: Tx, notices: readonly Notice[]): Promise<Polls> {
  const ids = new Set(
    notices.flatMap(({ kind, subjectId }) => (isPoll(kind) && subjectId ? [subjectId] : [])),
  )
  const polls = new Map<Id, Asked>()
  for (const id of ids) {
    const poll = await findPoll(tx, id)
    if (!poll) continue
    const people = await peopleIn(tx, id)
    const silent = people.filter(awaits)
    polls.set(id, { poll, silent: new Set(silent.map((one) => one.technicianId)) })
  }
  return polls
}

/** They have not answered, or were sent a new link since. */
const awaits = ({ answeredAt, linkSince }: Asking): boolean =>
  answeredAt === null || (linkSince !== null && linkSince > answeredAt)

type Asking = Pick<PollPerson, 'answeredAt' | 'linkSince'>

/** Undefined when there is nothing to ask any more: it is over, answered, or they are no longer asked. */
export function pollContent(
  polls: Polls,
  { technicianId, language }: Person,
  { notice, moment }: { readonly notice: Notice | undefined; readonly moment: Moments },
) {
  const asked = polls.get(notice?.subjectId ?? '')
  if (!notice || !asked?.poll.open || !asked.silent.has(technicianId)) return undefined
  const { id, title, message, projectName, options, closesAt } = asked.poll
  const lines = datesText(options, language)
  const values = {
    ...{ title, message, dates: lines.join('\n'), period: periodText(options, language) },
    project: projectName ? `(${projectName})` : '',
    count: String(options.length),
    deadline: `${moment.day(closesAt)} ${moment.time(closesAt)}`,
  }
  return { kind: notice.kind, values, about: [], asks: [], pollId: id, answerUntil: closesAt }
}

const words = {
  fr: { from: 'du', until: 'au', dates: 'dates' },
  en: { from: 'from', until: 'to', dates: 'dates' },
} as const

const dayText = (language: Language) => {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
  return (date: LocalDate) => format.format(Date.parse(`${date}T12:00:00Z`))
}

const hoursText = ({ from, until }: DayHours): string => `${from}–${until}`
const DAY_MS = 86_400_000
const isNext = (a: LocalDate, b: LocalDate): boolean => Date.parse(b) - Date.parse(a) === DAY_MS

/** One line for each stretch of days with the same hours. */
function datesText(options: readonly PollOption[], language: Language): string[] {
  const runs: { first: PollOption; last: PollOption }[] = []
  for (const option of options.toSorted((a, b) => a.date.localeCompare(b.date))) {
    const run = runs.findLast(({ last }) => hoursText(last.hours) === hoursText(option.hours))
    if (run && isNext(run.last.date, option.date)) run.last = option
    else runs.push({ first: option, last: option })
  }
  const day = dayText(language)
  const { from, until } = words[language]
  return runs.map(({ first, last }) =>
    first === last
      ? `${day(first.date)}, ${hoursText(first.hours)}`
      : `${from} ${day(first.date)} ${until} ${day(last.date)}, ${hoursText(first.hours)}`,
  )
}

/** All of it in few letters. */
function periodText(options: readonly PollOption[], language: Language): string {
  const dates = [...new Set(options.map(({ date }) => date))].toSorted()
  const [first = '', last = ''] = [dates[0], dates.at(-1)]
  const day = dayText(language)
  const say = words[language]
  if (options.length === 1) return datesText(options, language)[0] ?? ''
  if (first === last) return day(first)
  return `${dates.length} ${say.dates} ${say.from} ${day(first)} ${say.until} ${day(last)}`
}
