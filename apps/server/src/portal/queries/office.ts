// What the office sees of the conversation with a client.
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { PromiseFigures, VisitWord } from '@regie/contract/portal-office'
import { heldSlot } from '../../planning/index.ts'
import { sql } from '../../platform/db/sql.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { answersOfVisit, countRatings } from '../store/answers.ts'
import { linksOfVisit } from '../store/links.ts'
import { countPromises, promisesOfVisit } from '../store/promises.ts'
import { visitOf } from '../store/visits.ts'

export async function visitWord(tx: Tx, workOrderId: Id): Promise<VisitWord> {
  const visit = found(await visitOf(tx, workOrderId), 'work order')
  const confirmed = await tx.maybe(sql<{ at: string }>`
    select confirmed_at as at from planning.v_confirmations
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId}
      and starts_at = ${visit.startsAt}::timestamptz`)
  const hold = await heldSlot(tx, workOrderId)
  return {
    workOrderId,
    confirmedAt: confirmed?.at ?? null,
    held: hold ? { startsAt: hold.startsAt, endsAt: hold.endsAt, expiresAt: hold.expiresAt } : null,
    links: await linksOfVisit(tx, workOrderId),
    promises: await promisesOfVisit(tx, workOrderId),
    answers: await answersOfVisit(tx, workOrderId),
    reach: visit.to,
  }
}

export async function figuresOf(
  tx: Tx,
  period: { from: LocalDate; until: LocalDate },
): Promise<PromiseFigures> {
  return { ...(await countPromises(tx, period)), ...(await countRatings(tx, period)) }
}
