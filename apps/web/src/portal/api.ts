// Server state of the portal.
import * as office from '@regie/contract/portal-office'
import * as visit from '@regie/contract/portal-visit'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useCached, usePages, useRead } from '../lib/server-state.tsx'

refreshOn(
  [...Object.keys(visit.portalVisitEvents), ...Object.keys(office.portalOfficeEvents)],
  [office.listClientAnswers, office.listPromises, office.getPromiseFigures, office.getVisitWord],
)

const SOON_MS = 12 * 3_600_000

/** On the day the page goes on by itself: from the hour to the way, and along the way. */
const askAgainMs = (page: visit.VisitPage | undefined): number | undefined => {
  if (page?.standing === 'on_the_way') return 30_000
  const isSoon = page?.visit && Date.parse(page.visit.startsAt) - Date.now() < SOON_MS
  return page?.standing === 'planned' && isSoon ? 60_000 : undefined
}

export const useVisitPage = (token: string) => {
  const input = { params: { token } }
  const every = askAgainMs(useCached().get(visit.getVisitPage, input))
  return useRead(visit.getVisitPage, input, every ? { refetchEveryMs: every } : {})
}
export const useFreeTimes = (token: string) => useRead(visit.getFreeTimes, { params: { token } })

/** Every answer comes back as the page as it is then. */
const useShow = (token: string) => {
  const cached = useCached()
  return {
    onDone: (page: visit.VisitPage) =>
      cached.set(visit.getVisitPage, { params: { token } }, () => page),
  }
}
export const useConfirmVisit = (token: string) => useAct(visit.confirmVisit, useShow(token))
export const useHoldTime = (token: string) => useAct(visit.holdTime, useShow(token))
export const useReleaseTime = (token: string) => useAct(visit.releaseTime, useShow(token))
export const useTakeTime = (token: string) => useAct(visit.takeTime, useShow(token))
export const useAskForCall = (token: string) => useAct(visit.askForCall, useShow(token))
export const useRateVisit = (token: string) => useAct(visit.rateVisit, useShow(token))
export const useSaveWishes = (token: string) => useAct(visit.saveWishes, useShow(token))

export const useSubscription = (token: string) =>
  useRead(visit.getUnsubscribePage, { params: { token } })
export const useUnsubscribe = () =>
  useAct(visit.unsubscribe, { invalidates: [visit.getUnsubscribePage] })

export const useVisitWord = (workOrderId: string) =>
  useRead(office.getVisitWord, { params: { workOrderId } })
export const useSendLink = () =>
  useAct(office.sendVisitLink, { invalidates: [office.getVisitWord] })
export const useRevokeLink = () =>
  useAct(office.revokeVisitLink, { invalidates: [office.getVisitWord] })

type Answers = {
  search?: string | undefined
  waits?: boolean | undefined
  kind?: office.ClientAnswerKind | undefined
}
export const useAnswers = ({ waits, ...query }: Answers) =>
  usePages(office.listClientAnswers, {
    query: { ...query, ...(waits === undefined ? {} : { waits: String(waits) as 'true' }) },
  })
export const useSettleAnswer = () =>
  useAct(office.settleClientAnswer, {
    invalidates: [office.listClientAnswers, office.getVisitWord],
  })

type Period = { from: string; until: string }
export const usePromises = (
  query: Period & { state?: office.PromiseState | undefined; search?: string | undefined },
) => usePages(office.listPromises, { query })
export const useFigures = (query: Period) => useRead(office.getPromiseFigures, { query })

export const usePortalSettings = () => useRead(office.getPortalSettings, {})
export const useSavePortalSettings = () =>
  useAct(office.savePortalSettings, { invalidates: [office.getPortalSettings] })
export const useOfferReaders = () => useRead(office.countOfferReaders, {})
export const useSendOffer = () => useAct(office.sendOffer, {})
