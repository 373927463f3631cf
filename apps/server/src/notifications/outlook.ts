// Before the plan is published: who would be told by which channel, when, and what became of the last news.
import type { Id, Instant } from '@regie/contract/kernel'
import type { NewsOutlook } from '@regie/contract/news-outlook'
import { toInstant } from '../platform/clock.ts'
import { command, type Tx } from '../platform/work.ts'
import { outsideQuietHours, reachableBy, ruleOf } from './model.ts'
import { lastNews, waitingNews } from './store/outlook.ts'
import { nameOfOrganization, readPeople } from './store/people.ts'
import { readSettings } from './store/settings.ts'

type Asked = { technicianId: Id; startsAt: Instant; since: Instant | null }

/** A question with a body: it changes nothing, but is sent as a command is. */
export const askOutlook = command(
  'notifications.ask-outlook',
  { permission: 'notifications.read' },
  async (tx, { technicians }: { technicians: Asked[] }): Promise<{ items: NewsOutlook[] }> => {
    const ids = technicians.map(({ technicianId }) => technicianId)
    const people = await readPeople(tx, ids)
    const settings = await readSettings(tx)
    const { timeZone } = await nameOfOrganization(tx)
    const told = await lastNews(tx, technicians)
    const waiting = await waitingNews(tx, ids)
    const rule = ruleOf(settings, 'assignment_news')
    const items = technicians.map(({ technicianId, startsAt }): NewsOutlook => {
      const person = people.get(technicianId)
      const reach = person && { ...person, off: person.preferences.off }
      const [channel = null, ...fallbacks] = reach && rule.enabled ? reachableBy(rule, reach) : []
      const { at, why } = momentOf(tx, startsAt, {
        ...settings,
        quietFrom: person?.preferences.quietFrom ?? settings.quietFrom,
        quietUntil: person?.preferences.quietUntil ?? settings.quietUntil,
        timeZone,
      })
      return {
        technicianId,
        channel,
        fallbacks,
        inbox: rule.enabled && person?.memberId !== null && person !== undefined,
        at,
        why: rule.enabled ? (channel ? why : 'unreachable') : 'disabled',
        last: told.get(technicianId) ?? null,
        waitingUntil: waiting.get(technicianId) ?? null,
      }
    })
    return { items }
  },
)

type Rhythm = {
  urgentHours: number
  digestMinutes: number
  quietFrom: string
  quietUntil: string
  timeZone: string
}

/** The same order as the messages themselves: what is soon at once, the rest after the digest and the quiet hours. */
function momentOf(tx: Tx, startsAt: Instant, rhythm: Rhythm): Pick<NewsOutlook, 'at' | 'why'> {
  const now = Date.parse(tx.now())
  if (Date.parse(startsAt) - now < rhythm.urgentHours * 3_600_000)
    return { at: tx.now(), why: 'soon' }
  const digest = toInstant(now + rhythm.digestMinutes * 60_000)
  const at = outsideQuietHours(digest, rhythm)
  return { at, why: at === digest ? 'digest' : 'quiet_hours' }
}
