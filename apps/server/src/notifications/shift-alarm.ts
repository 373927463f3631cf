// A day that did not go well: the office hears of it, with what the rules say of the technician's next visit.
import type { Id, LocalDate } from '@regie/contract/kernel'
import { reasonSentence } from '@regie/contract/planning-reasons'
import type { Language } from '@regie/contract/roles'
import {
  againstTaking,
  describeAssignments,
  findAssignment,
  rankTakers,
} from '../planning/index.ts'
import { command, type Tx } from '../platform/work.ts'
import { momentsOf } from './moments.ts'
import { writeToOffice } from './office-letters.ts'
import { nameOfOrganization, readPeople } from './store/people.ts'
import { findShiftAnswer, nextVisit } from './store/shift-answers.ts'

const MOST_NAMED = 3

type Told = { technicianId: Id; date: LocalDate; publicUrl: string }

export const tellOfficeOfShift = command(
  'notifications.tell-office-of-shift',
  { permission: 'notifications.read' },
  async (tx, { technicianId, date, publicUrl }: Told): Promise<void> => {
    const answer = await findShiftAnswer(tx, technicianId, date)
    const person = (await readPeople(tx, [technicianId])).get(technicianId)
    // Who has said yes since has changed their mind.
    if (!answer || answer.wentWell || !person) return
    const { timeZone } = await nameOfOrganization(tx)
    const next = await reviewNext(tx, technicianId)
    await writeToOffice(tx, {
      kind: 'office_decision',
      target: next && { kind: 'visit', id: next.workOrderId },
      link: next ? `${publicUrl}/work-orders/${next.workOrderId}` : `${publicUrl}/planning`,
      say: (language) => {
        const words = sentences[language]
        const moment = momentsOf(language, timeZone)
        const said = answer.comment === '' ? '' : `\n« ${answer.comment} »`
        const on = moment.day(`${date}T12:00:00Z`)
        const lines = next
          ? [
              words.next(
                `${next.title} · ${next.siteName}, ${moment.day(next.startsAt)} ${moment.time(next.startsAt)}`,
              ),
              next.reasons.length === 0
                ? words.holds
                : next.reasons
                    .map((one) => reasonSentence(one, { language, timeZone, names: {} }))
                    .join(' '),
              next.others.length > 0 ? words.others(next.others.join(', ')) : words.nobody,
            ]
          : [words.nothing]
        return {
          title: words.title(person.name),
          lines: [`${words.day(person.name, on)}${said}`, ...lines].join('\n'),
        }
      },
    })
  },
)

/** The next visit judged anew by the rules, and who else could do it. */
async function reviewNext(tx: Tx, technicianId: Id) {
  const found = await nextVisit(tx, technicianId)
  const placed = found && (await findAssignment(tx, found.id))
  const [shown] = found ? await describeAssignments(tx, [found.id]) : []
  if (!placed || !shown) return null
  const reasons = await againstTaking(tx, placed, technicianId, [placed.id])
  const { able } = await rankTakers(tx, placed, [placed.id])
  const others = able
    .filter((one) => one.technicianId !== technicianId)
    .slice(0, MOST_NAMED)
    .map(({ technicianName }) => technicianName)
  const { workOrderId, title, siteName, startsAt } = shown
  return { workOrderId, title, siteName, startsAt, reasons, others }
}

const sentences = {
  fr: {
    title: (name: string) => `la journée de ${name} s’est mal passée`,
    day: (name: string, on: string) => `${name} dit que tout ne s’est pas bien passé (${on}).`,
    next: (what: string) => `Prochaine intervention : ${what}.`,
    holds: 'Les règles la permettent toujours.',
    others: (names: string) => `Pourraient la reprendre : ${names}.`,
    nobody: 'Personne d’autre ne peut la reprendre à cette heure.',
    nothing: 'Rien d’autre n’est prévu pour le moment.',
  },
  en: {
    title: (name: string) => `the day of ${name} did not go well`,
    day: (name: string, on: string) => `${name} says that not all went well (${on}).`,
    next: (what: string) => `Next visit: ${what}.`,
    holds: 'The rules still allow it.',
    others: (names: string) => `Could take it over: ${names}.`,
    nobody: 'Nobody else can take it over at that hour.',
    nothing: 'Nothing else is planned for now.',
  },
} as const satisfies Record<Language, unknown>
