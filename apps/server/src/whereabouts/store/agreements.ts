// SQL of whereabouts.agreements.
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** Since when they agree, and whether they ever said yes or no. */
export async function agreementOf(
  tx: Tx,
  technicianId: Id,
): Promise<{ agreedAt: Instant | null; answered: boolean }> {
  return await tx.row(sql<{ agreedAt: Instant | null; answered: boolean }>`
    select max(agreed_at) filter (where ended_at is null) as "agreedAt", count(*) > 0 as answered
    from whereabouts.agreements
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId}`)
}

/** A no that follows no yes is kept too, as one that ended when it began: they are not asked again. */
export const insertAnswer = (
  tx: Tx,
  { technicianId, words, agreed }: { technicianId: Id; words: string; agreed: boolean },
): Promise<number> =>
  tx.run(sql`
    insert into whereabouts.agreements (organization_id, id, technician_id, words, agreed_at, ended_at)
    values (${tx.actor.organizationId}, ${tx.newId()}, ${technicianId}, ${words}, ${tx.now()}, ${agreed ? null : tx.now()})
    on conflict (organization_id, technician_id) where ended_at is null do nothing`)

export const endAgreement = (tx: Tx, technicianId: Id): Promise<number> =>
  tx.run(sql`
    update whereabouts.agreements set ended_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId} and ended_at is null`)

export const countAgreements = (tx: Tx): Promise<{ agreed: number; technicians: number }> =>
  tx.row(sql<{ agreed: number; technicians: number }>`
    select count(agreement.id)::int as agreed, count(*)::int as technicians
    from workforce.v_technicians as technician
    left join whereabouts.agreements as agreement on agreement.organization_id = technician.organization_id
      and agreement.technician_id = technician.id and agreement.ended_at is null
    where technician.organization_id = ${tx.actor.organizationId} and technician.archived_at is null`)
