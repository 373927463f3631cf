import type { BodyOf } from '@regie/contract/kernel'
import * as office from '@regie/contract/portal-office'
import * as visit from '@regie/contract/portal-visit'
import { createAuthenticate } from '../identity/index.ts'
import { freeSlots } from '../planning/index.ts'
import type { Actor } from '../platform/actor.ts'
import { toInstant } from '../platform/clock.ts'
import { fail } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import { act, type Exchange, open, own, type Route, read } from '../platform/http/bind.ts'
import type { Services } from '../platform/services.ts'
import type { Command } from '../platform/work.ts'
import { validatedPaper } from '../reports/index.ts'
import { visitCalendar } from './calendar.ts'
import {
  revokeVisitLink,
  saveSettings,
  sendOffer,
  sendVisitLink,
  settleClientAnswer,
} from './commands/office.ts'
import {
  askForCall,
  choosable,
  confirmVisit,
  holdTime,
  rateVisit,
  releaseTime,
  takeTime,
} from './commands/visit.ts'
import { saveWishes } from './commands/wishes.ts'
import { Limiter } from './limits.ts'
import { type Guest, openLink } from './open-link.ts'
import { pageOf } from './page.ts'
import { figuresOf, visitWord } from './queries/office.ts'
import { preparationsFor } from './recipients.ts'
import { offerReaders } from './store/addresses.ts'
import { pageOfAnswers } from './store/answers.ts'
import { nameOf, validatedReport } from './store/guests.ts'
import type { FoundLink } from './store/links.ts'
import { pageOfPromises } from './store/promises.ts'
import { readSettings } from './store/settings.ts'
import { visitOf } from './store/visits.ts'
import { readUnsubscribe, takeUnsubscribe } from './unsubscribe.ts'

/** Looking, searching times (which asks every rule), and writing, for each link. */
const looks = new Limiter(120)
const searches = new Limiter(20)
const writes = new Limiter(40)

type Coming = { readonly params: { token: string } }

async function enter(
  { params: { token } }: Coming,
  { services }: Exchange,
  limiter: Limiter,
): Promise<Guest> {
  limiter.expect(token, services.clock())
  return await openLink(services, token)
}

const pageFor = ({ work }: Services, { link, actor }: Guest): Promise<visit.VisitPage> =>
  work.read(actor, null, (tx) => pageOf(tx, link))

/** Does it, and answers with the page as it is then. */
const deed =
  <B extends object>(command: Command<{ link: FoundLink } & B, void>) =>
  async (input: Coming & { body: B }, exchange: Exchange): Promise<visit.VisitPage> => {
    const guest = await enter(input, exchange, writes)
    await exchange.services.work.act(guest.actor, command, { ...input.body, link: guest.link })
    return await pageFor(exchange.services, guest)
  }

const TIMES_A_DAY = 4

const publicRoutes: readonly Route[] = [
  open(visit.getVisitPage, async (input, exchange) =>
    pageFor(exchange.services, await enter(input, exchange, looks)),
  ),
  open(visit.getFreeTimes, async (input, exchange) => {
    const { link, actor } = await enter(input, exchange, searches)
    const { workOrderId } = link
    return await exchange.services.work.read(actor, null, async (tx) => {
      if ((await readSettings(tx)).moving === 'off') return { items: [] }
      const range = await choosable(tx)
      const found = await freeSlots(tx, { workOrderId, ...range, perDay: TIMES_A_DAY })
      return { items: found.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })) }
    })
  }),
  open(visit.confirmVisit, deed<BodyOf<typeof visit.confirmVisit>>(confirmVisit)),
  open(visit.holdTime, deed<BodyOf<typeof visit.holdTime>>(holdTime)),
  open(visit.releaseTime, deed<BodyOf<typeof visit.releaseTime>>(releaseTime)),
  open(visit.takeTime, deed<BodyOf<typeof visit.takeTime>>(takeTime)),
  open(visit.askForCall, deed<BodyOf<typeof visit.askForCall>>(askForCall)),
  open(visit.rateVisit, deed<BodyOf<typeof visit.rateVisit>>(rateVisit)),
  open(visit.saveWishes, deed<BodyOf<typeof visit.saveWishes>>(saveWishes)),
  open(visit.getVisitCalendar, async (input, exchange) => {
    const { link, actor } = await enter(input, exchange, looks)
    const { services, reply } = exchange
    const file = await services.work.read(actor, null, async (tx) => {
      const one = found(await visitOf(tx, link.workOrderId), 'visit')
      const { organization } = await nameOf(tx)
      return visitCalendar(one, {
        ...{ organization, now: toInstant(services.clock()), language: one.language },
        preparations: preparationsFor(one, await readSettings(tx))[one.language],
        link: `${services.publicUrl()}/v/${input.params.token}`,
      })
    })
    await reply
      .headers({
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="visite.ics"',
      })
      .send(file)
  }),
  open(visit.getVisitReport, async (input, exchange) => {
    const { link, actor } = await enter(input, exchange, searches)
    const { services, reply } = exchange
    const id = await services.work.read(actor, null, (tx) => validatedReport(tx, link.workOrderId))
    const { name, pdf } = await validatedPaper(services, link.organizationId, found(id, 'report'))
    await reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${name}"`,
      })
      .send(Buffer.from(pdf))
  }),
  open(visit.getUnsubscribePage, ({ params }, { services }) => {
    looks.expect(params.token, services.clock())
    return readUnsubscribe(services, params.token)
  }),
  open(visit.unsubscribe, ({ params }, { services }) => {
    writes.expect(params.token, services.clock())
    return takeUnsubscribe(services, params.token)
  }),
]

async function asker({ request, services }: Exchange): Promise<Actor> {
  const actor = await createAuthenticate(services)(request)
  if (!actor) throw fail('not_signed_in')
  return actor
}

const writingOf = ({ services }: Exchange) => ({
  publicUrl: services.publicUrl(),
  secret: services.secret,
})

const officeRoutes: readonly Route[] = [
  read(office.getVisitWord, 'portal.read', (tx, { params }) => visitWord(tx, params.workOrderId)),
  own(office.sendVisitLink, async ({ params: { workOrderId } }, exchange) => {
    const { work } = exchange.services
    const actor = await asker(exchange)
    await work.act(actor, sendVisitLink, { workOrderId, ...writingOf(exchange) })
    return await work.read(actor, 'portal.read', (tx) => visitWord(tx, workOrderId))
  }),
  own(office.revokeVisitLink, async ({ params: { workOrderId } }, exchange) => {
    const { work } = exchange.services
    const actor = await asker(exchange)
    await work.act(actor, revokeVisitLink, { workOrderId })
    return await work.read(actor, 'portal.read', (tx) => visitWord(tx, workOrderId))
  }),
  read(office.listClientAnswers, 'portal.read', (tx, { query }) => pageOfAnswers(tx, query)),
  own(office.settleClientAnswer, async ({ params, body }, exchange) =>
    exchange.services.work.act(await asker(exchange), settleClientAnswer, {
      ...params,
      ...body,
      ...writingOf(exchange),
    }),
  ),
  read(office.listPromises, 'portal.read', (tx, { query }) => pageOfPromises(tx, query)),
  read(office.getPromiseFigures, 'portal.read', (tx, { query }) => figuresOf(tx, query)),
  read(office.getPortalSettings, 'portal.read', (tx) => readSettings(tx)),
  act(office.savePortalSettings, saveSettings, ({ body }) => body),
  read(office.countOfferReaders, 'portal.read', async (tx) => ({
    readers: (await offerReaders(tx)).filter(({ isWanted }) => isWanted).length,
  })),
  own(office.sendOffer, async ({ body }, exchange) =>
    exchange.services.work.act(await asker(exchange), sendOffer, {
      ...body,
      ...writingOf(exchange),
    }),
  ),
]

export const routes: readonly Route[] = [...publicRoutes, ...officeRoutes]
