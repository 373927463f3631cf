import * as contract from '@regie/contract/production-reviews'
import { act, type Route, read } from '../platform/http/bind.ts'
import { nameChief, sayDepartment } from './commands/chiefs.ts'
import { addRemark, answerRemark, markSeen, withdrawRemark } from './commands/review-reading.ts'
import { changeReview, openReview, remindChiefs, withdrawReview } from './commands/reviews.ts'
import { signReview } from './commands/sign-review.ts'
import { getReview, listPossibleChiefs, ownReviews } from './queries/reviews.ts'

const reviews = 'productions.review'

export const reviewRoutes: readonly Route[] = [
  read(contract.getReview, reviews, (tx, { params }) => getReview(tx, params.projectId)),
  read(contract.listOwnReviews, reviews, (tx) => ownReviews(tx)),
  read(contract.listPossibleChiefs, 'productions.write', (tx, { params }) =>
    listPossibleChiefs(tx, params.projectId),
  ),
  act(contract.nameChief, nameChief, ({ params, body }) => ({ ...params, ...body })),
  act(contract.sayDepartment, sayDepartment, ({ params, body }) => ({ ...params, ...body })),
  act(contract.openReview, openReview, ({ params, body }) => ({ ...params, ...body })),
  act(contract.changeReview, changeReview, ({ params, body }) => ({ ...params, ...body })),
  act(contract.withdrawReview, withdrawReview, ({ params, body }) => ({ ...params, ...body })),
  act(contract.remindChiefs, remindChiefs, ({ params }) => params),
  act(contract.markSeen, markSeen, ({ params, body }) => ({ ...params, ...body })),
  act(contract.addRemark, addRemark, ({ params, body }) => ({ ...params, ...body })),
  act(contract.answerRemark, answerRemark, ({ params, body }) => ({ ...params, ...body })),
  act(contract.withdrawRemark, withdrawRemark, ({ params }) => params),
  act(contract.signReview, signReview, ({ params, body }) => ({ ...params, ...body })),
]
