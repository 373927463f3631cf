// The letter to a technician: what is new, what moved, what is gone.
import type { Assignment } from '@regie/contract/planning'
import type { Language } from '@regie/contract/roles'
import { program } from '../../platform/actor.ts'
import { type JobContext, job } from '../../platform/jobs.ts'
import type { Letter as Mail } from '../../platform/mail.ts'
import type { Services } from '../../platform/services.ts'
import { isLive } from '../model.ts'
import { type Letter, tellTechnicianOrder } from '../queue.ts'
import { labelledById } from '../store/labelled.ts'
import { type Addressee, findAddressee } from '../store/letters.ts'

export const tellTechnician = job(
  tellTechnicianOrder.name,
  { payload: tellTechnicianOrder.payload, keyed: true, retryLimit: 8 },
  async (services: Services, letter: Letter, { organizationId }: JobContext) => {
    if (!organizationId) return
    const actor = program(organizationId, tellTechnicianOrder.name)
    const { addressee, now } = await services.work.read(actor, null, async (tx) => ({
      addressee: await findAddressee(tx, letter.technicianId),
      now: await labelledById(
        tx,
        letter.news.map(({ assignmentId }) => assignmentId),
      ),
    }))
    if (!addressee) return
    const lines = linesOf(letter, now)
    if (lines.length > 0) await services.mailer.send(toMail(addressee, lines, services.publicUrl()))
  },
)

type Line = {
  kind: Letter['news'][number]['kind']
  startsAt: string
  title: string
  siteName: string
}

/** How things stand now: news that was overtaken before the letter went out is not told. */
function linesOf(letter: Letter, now: readonly Assignment[]): Line[] {
  const known = new Map(now.map((one) => [one.id, one]))
  return letter.news
    .flatMap((item): Line[] => {
      const current = known.get(item.assignmentId)
      const isTheirs =
        current !== undefined &&
        isLive(current.state) &&
        current.technicianId === letter.technicianId
      if (item.kind === 'removed') return isTheirs ? [] : [item]
      return isTheirs ? [{ ...current, kind: item.kind }] : []
    })
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}

const words = {
  fr: {
    subject: (count: number) =>
      count === 1 ? 'Votre planning : 1 intervention' : `Votre planning : ${count} interventions`,
    hello: 'Bonjour',
    published: 'Nouveau',
    moved: 'Déplacé',
    removed: 'Retiré',
    answer: 'Pour accepter ou refuser :',
  },
  en: {
    subject: (count: number) => (count === 1 ? 'Your plan: 1 visit' : `Your plan: ${count} visits`),
    hello: 'Hello',
    published: 'New',
    moved: 'Moved',
    removed: 'Removed',
    answer: 'To accept or decline:',
  },
} as const satisfies Record<Language, unknown>

function toMail(addressee: Addressee, lines: readonly Line[], url: string): Mail {
  const { language, timeZone, name, email, organization } = addressee
  const say = words[language]
  const moment = new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const list = lines.map(
    (line) =>
      `- ${say[line.kind]} : ${moment.format(Date.parse(line.startsAt))} · ${line.title} · ${line.siteName}`,
  )
  return {
    to: email,
    subject: `${organization} · ${say.subject(lines.length)}`,
    text: `${say.hello} ${name},\n\n${list.join('\n')}\n\n${say.answer}\n${url}/field\n`,
  }
}
