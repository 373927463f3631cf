// What a technician does: agrees, agrees no more, and tells where they are.
import type { Id, Position } from '@regie/contract/kernel'
import { type OwnSharing, sharingSentence } from '@regie/contract/whereabouts'
import { straightMetres } from '../../planning/index.ts'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { findTechnician } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { HOME_METRES, rounded, SOONEST_MS } from '../model.ts'
import { expectWanted, ownSharing } from '../queries.ts'
import { agreementOf, endAgreement, insertAnswer } from '../store/agreements.ts'
import { forgetPositionsOf, keepPosition } from '../store/positions.ts'
import { readSettings } from '../store/settings.ts'

const own = { permission: 'whereabouts.own' } as const

/** Said twice, it is said once. A no deletes what was kept. */
export const agree = command(
  'whereabouts.agree',
  own,
  async (tx, { agreed }: { agreed: boolean }): Promise<OwnSharing> => {
    const { technicianId } = tx.actor
    if (!technicianId) throw fail('not_found', { what: 'technician' })
    if (agreed) await begin(tx, technicianId)
    else await end(tx, technicianId)
    return await ownSharing(tx)
  },
)

async function begin(tx: Tx, technicianId: Id): Promise<void> {
  if (!(await readSettings(tx)).enabled) throw fail('not_shared', { why: 'off' })
  const words = sharingSentence[tx.actor.language]
  if ((await insertAnswer(tx, { technicianId, words, agreed: true })) === 0) return
  tx.emit(happened.sharing_agreed(await whose(tx, technicianId)))
}

async function end(tx: Tx, technicianId: Id): Promise<void> {
  await forgetPositionsOf(tx, technicianId)
  if ((await endAgreement(tx, technicianId)) > 0)
    tx.emit(happened.sharing_ended(await whose(tx, technicianId)))
  else if (!(await agreementOf(tx, technicianId)).answered)
    await insertAnswer(tx, { technicianId, words: '', agreed: false })
}

async function whose(
  tx: Tx,
  technicianId: Id,
): Promise<{ technicianId: Id; technicianName: string }> {
  const { name } = found(await findTechnician(tx, technicianId), 'technician')
  return { technicianId, technicianName: name }
}

export type Here = Position & {
  readonly assignmentId: Id
  readonly ageSeconds: number
  /** The way that is left, by the routing service. */
  readonly waySeconds: number | null
}

/** Rounded here too: what is not kept cannot be told. */
export const keepWhereabouts = command(
  'whereabouts.share-position',
  own,
  async (
    tx,
    { assignmentId, ageSeconds, waySeconds, ...where }: Here,
  ): Promise<{ kept: boolean }> => {
    const { workOrderId, technicianId } = await expectWanted(tx, assignmentId)
    const home = (await findTechnician(tx, technicianId))?.homePosition
    if (home && straightMetres(home, where) < HOME_METRES) return { kept: false }
    const at = Date.parse(tx.now()) - ageSeconds * 1000
    const kept = await keepPosition(
      tx,
      {
        ...{ assignmentId, workOrderId, technicianId, waySeconds, ...rounded(where) },
        at: new Date(at).toISOString(),
      },
      new Date(at - SOONEST_MS).toISOString(),
    )
    return { kept }
  },
)
