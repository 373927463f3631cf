// Server state of reviews: what the office and the chiefs see of one, and what they do.
import { assignmentEvents } from '@regie/contract/planning'
import {
  addRemark,
  answerRemark,
  changeReview,
  getReview,
  listOwnReviews,
  listPossibleChiefs,
  markSeen,
  nameChief,
  openReview,
  type Review,
  remindChiefs,
  reviewEvents,
  sayDepartment,
  signReview,
  withdrawRemark,
  withdrawReview,
} from '@regie/contract/production-reviews'
import { getProduction, productionEvents } from '@regie/contract/productions'
import * as byLink from '@regie/contract/review-links'
import { workOrderEvents } from '@regie/contract/work-orders'
import { createContext, useContext } from 'react'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useCached, useRead } from '../lib/server-state.tsx'

refreshOn(
  [
    ...Object.keys(reviewEvents),
    ...Object.keys(productionEvents),
    ...Object.keys(assignmentEvents),
    ...Object.keys(workOrderEvents),
  ],
  [getReview],
)
refreshOn(Object.keys(reviewEvents), [listOwnReviews])

/** The token of the link by which a chief without an account came; null: with an account. */
export const ReviewToken = createContext<string | null>(null)

/** Without an account the same is asked under the link's own address. */
const through = <E extends { readonly path: string }>(
  token: string | null,
  own: E,
  linked: { readonly path: `${string}:token${string}` },
): E =>
  token === null ? own : { ...own, path: linked.path.replace(':token', encodeURIComponent(token)) }

/** Nothing is told live to whoever has no account. */
const LOOK_AGAIN_MS = 15_000

export const useReview = (projectId: string) => {
  const token = useContext(ReviewToken)
  const endpoint = through(token, getReview, byLink.getReviewByLink)
  const options = token === null ? {} : { refetchEveryMs: LOOK_AGAIN_MS }
  return useRead(endpoint, { params: { projectId } }, options)
}
export const useOwnReviews = () => useRead(listOwnReviews)
export const usePossibleChiefs = (projectId: string, isWanted: boolean) =>
  useRead(listPossibleChiefs, { params: { projectId } }, { enabled: isWanted })

/** Every deed answers with the review as it stands then, which is shown at once. */
const useShown = (projectId: string) => {
  const cached = useCached()
  const token = useContext(ReviewToken)
  const endpoint = through(token, getReview, byLink.getReviewByLink)
  const show = (review: Review) => cached.set(endpoint, { params: { projectId } }, () => review)
  return { show, options: { invalidates: [listOwnReviews], onDone: show } }
}

export const useReading = (projectId: string) => {
  const { show, options } = useShown(projectId)
  const token = useContext(ReviewToken)
  return {
    /** After a refusal: the review as it stands now. */
    show,
    mark: useAct(through(token, markSeen, byLink.markSeenByLink), options),
    remark: useAct(through(token, addRemark, byLink.addRemarkByLink), options),
    takeBack: useAct(through(token, withdrawRemark, byLink.withdrawRemarkByLink), options),
    answer: useAct(answerRemark, options),
    sign: useAct(through(token, signReview, byLink.signReviewByLink), options),
  }
}

export const useReviewActs = (projectId: string) => {
  const { options } = useShown(projectId)
  return {
    name: useAct(nameChief, options),
    say: useAct(sayDepartment, options),
    open: useAct(openReview, {
      ...options,
      invalidates: [...options.invalidates, getProduction],
    }).actAsync,
    change: useAct(changeReview, options).actAsync,
    remind: useAct(remindChiefs, options),
    withdraw: useAct(withdrawReview, options).actAsync,
  }
}
