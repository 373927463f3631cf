import type { Id, Position } from '@regie/contract/kernel'
import * as contract from '@regie/contract/whereabouts'
import { askWay } from '../planning/index.ts'
import type { Actor } from '../platform/actor.ts'
import { act, own, type Route, read } from '../platform/http/bind.ts'
import type { Services } from '../platform/services.ts'
import { saveSettings } from './commands/settings.ts'
import { agree, keepWhereabouts } from './commands/share.ts'
import { rounded } from './model.ts'
import { destination, expectWanted, ownSharing, showSettings } from './queries.ts'

/** The way left, from a routing service where there is one; asked outside of any transaction, and kept nowhere else. */
async function wayLeft(
  { work, config }: Services,
  actor: Actor,
  assignmentId: Id,
  from: Position,
): Promise<number | null> {
  if (config.travel.kind === 'haversine') return null
  const to = await work.read(actor, 'whereabouts.own', async (tx) =>
    destination(tx, (await expectWanted(tx, assignmentId)).workOrderId),
  )
  return to && (await askWay(config.travel, from, to))
}

export const routes: readonly Route[] = [
  read(contract.getSharingSettings, 'whereabouts.configure', showSettings),
  act(contract.saveSharingSettings, saveSettings, ({ body }) => body),
  read(contract.getOwnSharing, 'whereabouts.own', ownSharing),
  act(contract.agreeToSharing, agree, ({ body }) => body),
  own(contract.sharePosition, async ({ body }, { services, actor }) => {
    const asking = actor as Actor
    const { assignmentId, ageSeconds } = body
    const here = rounded(body)
    const waySeconds = await wayLeft(services, asking, assignmentId, here)
    return await services.work.act(asking, keepWhereabouts, {
      ...{ ...here, assignmentId, ageSeconds, waySeconds },
    })
  }),
]
