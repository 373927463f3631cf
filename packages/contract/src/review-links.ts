// A chief of department without an account: the grid by the link of a message, to read, remark on and sign.
import { linkToken } from './answer-links.ts'
import { endpoint, id } from './kernel.ts'
import * as reviews from './production-reviews.ts'

const tag = 'Notifications'
const at = '/api/public/answers/:token/reviews/:projectId' as const
const params = linkToken.extend({ projectId: id })
const { markSeen, addRemark, withdrawRemark, signReview } = reviews
const returns = reviews.review

export const getReviewByLink = endpoint({
  method: 'GET',
  path: at,
  tag,
  summary: 'The departments of a review that the reader is chief of, without an account',
  params,
  returns,
})
export const markSeenByLink = endpoint({
  method: 'POST',
  path: `${at}/seen`,
  tag,
  summary: `${markSeen.summary}; without an account`,
  params,
  body: markSeen.body,
  returns,
})
export const addRemarkByLink = endpoint({
  method: 'POST',
  path: `${at}/remarks`,
  tag,
  summary: `${addRemark.summary}; without an account`,
  params,
  body: addRemark.body,
  returns,
  status: 201,
})
export const withdrawRemarkByLink = endpoint({
  method: 'POST',
  path: `${at}/remarks/:remarkId/withdraw`,
  tag,
  summary: `${withdrawRemark.summary}; without an account`,
  params: params.extend({ remarkId: id }),
  body: withdrawRemark.body,
  returns,
})
export const signReviewByLink = endpoint({
  method: 'POST',
  path: `${at}/sign`,
  tag,
  summary: `${signReview.summary}; without an account`,
  params,
  body: signReview.body,
  returns,
})
