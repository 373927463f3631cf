// The grid of a review by the link of a message: a chief without an account reads, remarks and signs.
import type { Id } from '@regie/contract/kernel'
import type { Review } from '@regie/contract/production-reviews'
import * as byLink from '@regie/contract/review-links'
import type { Actor } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import { open, type Route } from '../platform/http/bind.ts'
import type { Services } from '../platform/services.ts'
import type { Command } from '../platform/work.ts'
import { addRemark, getReview, markSeen, signReview, withdrawRemark } from '../productions/index.ts'
import { actorFor, openLink, personOf } from './answers.ts'

type At = { readonly token: string; readonly projectId: Id }

/** Whoever the link was sent to, if it is about this review; what they are chief of is asked where it counts. */
async function chiefOf(services: Services, { token, projectId }: At): Promise<Actor> {
  const link = await openLink(services, token)
  if (!link.reviewIds.includes(projectId)) throw fail('not_found', { what: 'review' })
  return actorFor(link, await personOf(services, link))
}

async function readReview(services: Services, at: At): Promise<Review> {
  const chief = await chiefOf(services, at)
  return await services.work.read(chief, 'productions.review', (tx) => getReview(tx, at.projectId))
}

/** The same command as with an account. */
const actOn =
  <I>(command: Command<I & { projectId: Id }, Review>) =>
  async (services: Services, { token, ...input }: I & At): Promise<Review> => {
    const chief = await chiefOf(services, { token, projectId: input.projectId })
    return await services.work.act(chief, command, input as unknown as I & { projectId: Id })
  }

export const reviewRoutes: readonly Route[] = [
  open(byLink.getReviewByLink, ({ params }, { services }) => readReview(services, params)),
  open(byLink.markSeenByLink, ({ params, body }, { services }) =>
    actOn(markSeen)(services, { ...params, ...body }),
  ),
  open(byLink.addRemarkByLink, ({ params, body }, { services }) =>
    actOn(addRemark)(services, { ...params, ...body }),
  ),
  open(byLink.withdrawRemarkByLink, ({ params }, { services }) =>
    actOn(withdrawRemark)(services, params),
  ),
  open(byLink.signReviewByLink, ({ params, body }, { services }) =>
    actOn(signReview)(services, { ...params, ...body }),
  ),
]
