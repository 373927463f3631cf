// Whom a client's message goes to, with the link to the visit and the wishes they left.
import type { Id, Instant } from '@regie/contract/kernel'
import type { PortalSettings } from '@regie/contract/portal-office'
import type { ClientRecipient } from '../notifications/index.ts'
import type { Tx } from '../platform/work.ts'
import { wishesOf } from './store/addresses.ts'
import { linksFor } from './store/links.ts'
import type { Visit } from './store/visits.ts'
import { tokenFor } from './tokens.ts'
import { momentsOf } from './words.ts'

const DAY_MS = 86_400_000

/** What is needed to write a link: where the product is, and the secret its tokens are made with. */
export type Writing = { readonly publicUrl: string; readonly secret: string }
export type Telling = Writing & { readonly settings: PortalSettings; readonly minutes: number }

export type Addressed = {
  readonly visit: Visit
  readonly to: ClientRecipient
  readonly values: Readonly<Record<string, string>>
}

/** Everything the texts of these visits may stand for; visits of the present plan only have hours. */
export async function address(
  tx: Tx,
  visits: readonly Visit[],
  { settings, publicUrl, secret }: Writing & { settings: PortalSettings },
): Promise<Map<Id, Addressed>> {
  const links = await linksFor(
    tx,
    visits.map(({ workOrderId, to, endsAt }) => ({
      ...{ workOrderId, name: to.name, email: to.email, mobile: to.mobile },
      expiresAt: expiryOf(tx, endsAt, settings),
    })),
  )
  const wishes = await wishesOf(
    tx,
    visits.flatMap(({ to }) => [to.email, to.mobile]).filter(Boolean),
  )
  return new Map(
    visits.map((visit) => {
      const { email, mobile, name } = visit.to
      const [byMail, bySms] = [wishes.get(email), wishes.get(mobile)]
      const language = byMail?.language ?? bySms?.language ?? visit.language
      const to: ClientRecipient = {
        ...{ name, email, mobile, language },
        off: [
          ...(byMail?.isWanted === false ? (['email'] as const) : []),
          ...(bySms?.isWanted === false ? (['sms'] as const) : []),
        ],
      }
      const link = `${publicUrl}/v/${tokenFor(secret, 'visit', links.get(visit.workOrderId) ?? '')}`
      const values = { ...valuesOf(tx, visit, settings, to), link }
      return [visit.workOrderId, { visit, to, values }] as const
    }),
  )
}

const expiryOf = (tx: Tx, endsAt: Instant | null, { linkDays }: PortalSettings): Instant =>
  new Date(Date.parse(endsAt ?? tx.now()) + linkDays * DAY_MS).toISOString()

function valuesOf(
  tx: Tx,
  visit: Visit,
  settings: PortalSettings,
  { language }: ClientRecipient,
): Record<string, string> {
  const { title, siteName: site, city, startsAt, endsAt } = visit
  const { day, time } = momentsOf(language, tx.actor.timeZone)
  const values = {
    ...{ title, site, city, phone: settings.phone },
    preparations: preparationsFor(visit, settings)[language],
  }
  if (startsAt === null || endsAt === null) return values
  const until = arrivesBy(startsAt, settings)
  return {
    ...values,
    day: day(startsAt),
    time: time(startsAt),
    until: time(until),
    end: time(endsAt),
  }
}

export const arrivesBy = (startsAt: Instant, { windowMinutes }: PortalSettings): Instant =>
  new Date(Date.parse(startsAt) + windowMinutes * 60_000).toISOString()

/** What the client is to prepare: that of the kind of work, else what holds for all. */
export function preparationsFor(
  { templateId }: Pick<Visit, 'templateId'>,
  { preparations, byTemplate }: PortalSettings,
): PortalSettings['preparations'] {
  const own = byTemplate.find((one) => one.templateId === templateId)
  return own ? { fr: own.fr, en: own.en } : preparations
}
