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
import { workOrderEvents } from '@regie/contract/work-orders'
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

export const useReview = (projectId: string) => useRead(getReview, { params: { projectId } })
export const useOwnReviews = () => useRead(listOwnReviews)
export const usePossibleChiefs = (projectId: string, isWanted: boolean) =>
  useRead(listPossibleChiefs, { params: { projectId } }, { enabled: isWanted })

/** Every deed answers with the review as it stands then, which is shown at once. */
const useShown = (projectId: string) => {
  const cached = useCached()
  const show = (review: Review) => cached.set(getReview, { params: { projectId } }, () => review)
  return { show, options: { invalidates: [listOwnReviews], onDone: show } }
}

export const useReading = (projectId: string) => {
  const { show, options } = useShown(projectId)
  return {
    /** After a refusal: the review as it stands now. */
    show,
    mark: useAct(markSeen, options),
    remark: useAct(addRemark, options),
    takeBack: useAct(withdrawRemark, options),
    answer: useAct(answerRemark, options),
    sign: useAct(signReview, options),
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
