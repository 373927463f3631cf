import * as contract from '@regie/contract/production-stage-plans'
import { fail } from '../platform/errors.ts'
import { act, type Exchange, own, type Route, read } from '../platform/http/bind.ts'
import { moveSpot, placeSpot, removeSpot, removeStagePlan } from './commands/stage-plans.ts'
import { sendPlan, takePlan } from './plans/plan-files.ts'
import { getStagePlans } from './queries/stage-plans.ts'

const signedIn = ({ actor }: Exchange) => {
  if (!actor) throw fail('not_signed_in')
  return actor
}

export const stagePlanRoutes: readonly Route[] = [
  read(contract.getStagePlans, null, (tx, { params }) => getStagePlans(tx, params.projectId)),
  own(contract.setStagePlan, async ({ params, query, body }, exchange) =>
    takePlan(exchange.services, signedIn(exchange), {
      ...params,
      ...query,
      version: query.version,
      content: body,
    }),
  ),
  own(contract.readStagePlan, async ({ params }, exchange) =>
    sendPlan(exchange.services, signedIn(exchange), params, exchange.reply),
  ),
  act(contract.removeStagePlan, removeStagePlan, ({ params, body }) => ({ ...params, ...body })),
  act(contract.placeSpot, placeSpot, ({ params, body }) => ({ ...params, spot: body })),
  act(contract.moveSpot, moveSpot, ({ params, body: { version, ...place } }) => ({
    ...params,
    version,
    place,
  })),
  act(contract.removeSpot, removeSpot, ({ params, body }) => ({ ...params, ...body })),
]
