// SQL of receipts, pictures, and absences that were asked for.
import type { AbsenceRequest } from '@regie/contract/fieldwork'
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** False when a command of this id was done before. */
export async function insertReceipt(
  tx: Tx,
  { id, kind, deviceAt }: { id: Id; kind: string; deviceAt: Instant },
): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into fieldwork.receipts (organization_id, id, member_id, kind, device_at, server_at)
    values (${tx.actor.organizationId}, ${id}, ${tx.actor.memberId}::uuid, ${kind}, ${deviceAt}, ${tx.now()})
    on conflict (organization_id, id) do nothing`)
  return inserted === 1
}

type RequestRow = {
  id: Id
  technician_id: Id
  technician_name: string
  draft: AbsenceRequest['draft']
  asked_at: Instant
  state: AbsenceRequest['state']
  decided_by: string | null
  reason: string
}

const toRequest = (row: RequestRow): AbsenceRequest => ({
  id: row.id,
  technicianId: row.technician_id,
  technicianName: row.technician_name,
  draft: row.draft,
  askedAt: row.asked_at,
  state: row.state,
  decidedBy: row.decided_by,
  reason: row.reason,
})

/** Requests of one technician since an instant, or everybody's that wait; oldest first. */
export async function absenceRequests(
  tx: Tx,
  { technicianId, since, id }: { technicianId?: Id; since?: Instant; id?: Id },
): Promise<AbsenceRequest[]> {
  const rows = await tx.rows(sql<RequestRow>`
    select request.id, request.technician_id, technician.name as technician_name, request.draft, request.asked_at, request.state,
      request.decided_by, request.reason
    from fieldwork.absence_requests as request
    join workforce.v_technicians as technician
      on technician.organization_id = request.organization_id and technician.id = request.technician_id
    where request.organization_id = ${tx.actor.organizationId}
      and (${id ?? null}::uuid is null or request.id = ${id ?? null}::uuid)
      and (${technicianId ?? null}::uuid is null or request.technician_id = ${technicianId ?? null}::uuid)
      and (request.state = 'pending' or ${id ?? null}::uuid is not null or request.asked_at > ${since ?? null}::timestamptz)
    order by request.asked_at, request.id`)
  return rows.map(toRequest)
}

export async function insertAbsenceRequest(
  tx: Tx,
  { id, technicianId, draft }: Pick<AbsenceRequest, 'id' | 'technicianId' | 'draft'>,
): Promise<void> {
  await tx.run(sql`
    insert into fieldwork.absence_requests (organization_id, id, technician_id, draft, asked_at)
    values (${tx.actor.organizationId}, ${id}, ${technicianId}, ${JSON.stringify(draft)}::jsonb, ${tx.now()})`)
}

/** False when somebody decided before. */
export async function saveAbsenceDecision(
  tx: Tx,
  {
    id,
    granted,
    reason,
    absenceId,
  }: { id: Id; granted: boolean; reason: string; absenceId: Id | null },
): Promise<boolean> {
  const changed = await tx.run(sql`
    update fieldwork.absence_requests
    set state = ${granted ? 'granted' : 'refused'}, decided_by = ${tx.actor.name}, decided_at = ${tx.now()}, reason = ${reason},
      absence_id = ${absenceId}::uuid
    where organization_id = ${tx.actor.organizationId} and id = ${id} and state = 'pending'`)
  return changed === 1
}

export type StoredPhoto = { id: Id; technician_id: Id; type: string; size: number; sha256: string }

export async function findPhoto(tx: Tx, id: Id): Promise<StoredPhoto | undefined> {
  return await tx.maybe(sql<StoredPhoto>`
    select id, technician_id, type, size, sha256 from fieldwork.photos
    where organization_id = ${tx.actor.organizationId} and id = ${id}`)
}

export async function insertPhoto(
  tx: Tx,
  photo: { id: Id; technicianId: Id; type: string; size: number; sha256: string },
): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into fieldwork.photos (organization_id, id, technician_id, type, size, sha256, received_at)
    values (${tx.actor.organizationId}, ${photo.id}, ${photo.technicianId}, ${photo.type}, ${photo.size}, ${photo.sha256}, ${tx.now()})
    on conflict (organization_id, id) do nothing`)
  return inserted === 1
}

/** The assignment whose entry names this picture or file, whose site it was taken at, and what a file is called. */
export async function photoPlace(
  tx: Tx,
  photoId: Id,
): Promise<{ assignment_id: Id; site_id: Id; name: string | null } | undefined> {
  return await tx.maybe(sql<{ assignment_id: Id; site_id: Id; name: string | null }>`
    select entry.assignment_id, work_order.site_id, entry.body ->> 'name' as name
    from fieldwork.entries as entry
    join planning.v_assignments as assignment
      on assignment.organization_id = entry.organization_id and assignment.id = entry.assignment_id
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = assignment.organization_id and work_order.id = assignment.work_order_id
    where entry.organization_id = ${tx.actor.organizationId}
      and ((entry.kind = 'photo' and entry.body ->> 'photoId' = ${photoId})
        or (entry.kind = 'file' and entry.body ->> 'fileId' = ${photoId}))
    order by entry.id limit 1`)
}

/** For photos that nobody may keep any longer; whoever asks removes their files once this is done. */
export async function forgetPhotos(tx: Tx, photoIds: readonly Id[]): Promise<void> {
  if (photoIds.length === 0) return
  await tx.run(sql`select fieldwork.forget_photos(${[...photoIds]}::uuid[])`)
}
