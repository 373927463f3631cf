// SQL of call sheets: details, versions, the sheets of people.
import type { SheetContent, SheetPlan } from '@regie/contract/call-sheet-content'
import {
  type DetailsDraft,
  detailsDraft,
  type SheetDetails,
} from '@regie/contract/call-sheet-details'
import type { SheetVersion } from '@regie/contract/call-sheets'
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export async function detailsOf(tx: Tx, projectId: Id): Promise<SheetDetails> {
  const row = await tx.maybe(sql<{ version: number; content: unknown }>`
    select version, content from productions.call_sheet_details
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId}`)
  return { ...detailsDraft.parse(row?.content ?? {}), version: row?.version ?? 0 }
}

/** One at a time changes or publishes the sheets of a production; the row is there from now on. */
export async function lockSheets(tx: Tx, projectId: Id): Promise<void> {
  await tx.run(sql`
    insert into productions.call_sheet_details (organization_id, project_id)
    values (${tx.actor.organizationId}, ${projectId}) on conflict do nothing`)
  await tx.rows(sql`
    select 1 from productions.call_sheet_details
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId} for update`)
}

/** Changes the row if it still has `version`; returns whether it had. */
export async function saveDetails(
  tx: Tx,
  projectId: Id,
  version: number,
  content: DetailsDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update productions.call_sheet_details
    set content = ${JSON.stringify(content)}::jsonb, version = version + 1
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId} and version = ${version}`)
  return changed === 1
}

/** The newest first. */
export async function versionsOf(tx: Tx, projectId: Id): Promise<SheetVersion[]> {
  return await tx.rows(sql<SheetVersion>`
    select one.number, one.published_at as "publishedAt", one.published_by as "publishedBy", one.note,
      (select count(*)::int from productions.call_sheets as sheet
        where sheet.organization_id = one.organization_id and sheet.project_id = one.project_id
          and sheet.number = one.number) as told
    from productions.call_sheet_versions as one
    where one.organization_id = ${tx.actor.organizationId} and one.project_id = ${projectId}
    order by one.number desc`)
}

export async function insertVersion(
  tx: Tx,
  projectId: Id,
  { number, note }: Pick<SheetVersion, 'number' | 'note'>,
): Promise<void> {
  await tx.run(sql`
    insert into productions.call_sheet_versions (organization_id, project_id, number, published_at, published_by, note)
    values (${tx.actor.organizationId}, ${projectId}, ${number}, ${tx.now()}, ${tx.actor.name}, ${note})`)
}

/** A person's sheet as a version froze it. */
export type KeptSheet = {
  readonly projectId: Id
  readonly technicianId: Id
  readonly number: number
  readonly content: SheetContent | null
  readonly endsAt: Instant | null
  readonly readAt: Instant | null
  readonly acknowledgedAt: Instant | null
}
const columns = sql`sheet.project_id as "projectId", sheet.technician_id as "technicianId", sheet.number, sheet.content,
  sheet.ends_at as "endsAt", sheet.read_at as "readAt", sheet.acknowledged_at as "acknowledgedAt"`

/** What each person held in a version (the last one, when none is named). */
export async function sheetsAt(
  tx: Tx,
  projectId: Id,
  number: number | null = null,
): Promise<KeptSheet[]> {
  return await tx.rows(sql<KeptSheet>`
    select distinct on (sheet.technician_id) ${columns} from productions.call_sheets as sheet
    where sheet.organization_id = ${tx.actor.organizationId} and sheet.project_id = ${projectId}
      and (${number}::int is null or sheet.number <= ${number}::int)
    order by sheet.technician_id, sheet.number desc`)
}

/** Everything one person was given of a production, the newest first. */
export async function sheetsFor(tx: Tx, projectId: Id, technicianId: Id): Promise<KeptSheet[]> {
  return await tx.rows(sql<KeptSheet>`
    select ${columns} from productions.call_sheets as sheet
    where sheet.organization_id = ${tx.actor.organizationId} and sheet.project_id = ${projectId}
      and sheet.technician_id = ${technicianId}
    order by sheet.number desc`)
}

type NewSheet = Pick<KeptSheet, 'technicianId' | 'content' | 'endsAt'>

export async function insertSheets(
  tx: Tx,
  at: { readonly projectId: Id; readonly number: number },
  sheets: readonly NewSheet[],
): Promise<void> {
  await tx.run(sql`
    insert into productions.call_sheets (organization_id, project_id, technician_id, number, content, ends_at)
    select ${tx.actor.organizationId}::uuid, ${at.projectId}::uuid, one."technicianId", ${at.number}::int,
      nullif(one.content, 'null'::jsonb), one."endsAt"
    from jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb)
      as one("technicianId" uuid, content jsonb, "endsAt" timestamptz)`)
}

/** The picture of a plan as sheets keep it. */
export type SheetPicture = Pick<SheetPlan, 'name' | 'type' | 'bytes'>
type Shown = { readonly projectId: Id; readonly stageId: Id; readonly fileId: Id }

/** As anybody's sheet of any version shows it, or this person's. */
export async function pictureOnSheet(
  tx: Tx,
  { projectId, stageId, fileId }: Shown,
  technicianId: Id | null = null,
): Promise<SheetPicture | undefined> {
  const row = await tx.maybe(sql<{ plan: SheetPicture }>`
    select place->'plan' as plan
    from productions.call_sheets as sheet, jsonb_array_elements(sheet.content->'places') as place
    where sheet.organization_id = ${tx.actor.organizationId} and sheet.project_id = ${projectId}
      and (${technicianId}::uuid is null or sheet.technician_id = ${technicianId}::uuid)
      and place->>'key' = ${stageId} and place->'plan'->>'fileId' = ${fileId}
    limit 1`)
  return row?.plan
}

/** Whether any sheet of any version shows this picture. */
export async function isOnSheets(tx: Tx, fileId: Id): Promise<boolean> {
  const naming = JSON.stringify({ places: [{ plan: { fileId } }] })
  const row = await tx.maybe(sql<{ found: boolean }>`
    select true as found from productions.call_sheets
    where organization_id = ${tx.actor.organizationId} and content @> ${naming}::jsonb
    limit 1`)
  return row !== undefined
}

type Mark = { readonly projectId: Id; readonly technicianId: Id; readonly number: number }

/** Returns whether it was news. */
export async function markSheet(tx: Tx, mark: Mark, isConfirmed: boolean): Promise<boolean> {
  const changed = await tx.run(sql`
    update productions.call_sheets
    set read_at = coalesce(read_at, ${tx.now()}),
      acknowledged_at = case when ${isConfirmed} then coalesce(acknowledged_at, ${tx.now()}) else acknowledged_at end
    where organization_id = ${tx.actor.organizationId} and project_id = ${mark.projectId}
      and technician_id = ${mark.technicianId} and number = ${mark.number}
      and (read_at is null or (${isConfirmed} and acknowledged_at is null))`)
  return changed === 1
}

/** Productions of which a person holds a sheet that is not over since then. */
export async function projectsWithSheet(tx: Tx, technicianId: Id, since: Instant): Promise<Id[]> {
  const rows = await tx.rows(sql<{ projectId: Id }>`
    select project_id as "projectId" from (
      select distinct on (project_id) project_id, content, ends_at from productions.call_sheets
      where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId}
      order by project_id, number desc
    ) as held
    where content is not null and ends_at >= ${since}
    order by ends_at, project_id limit 50`)
  return rows.map(({ projectId }) => projectId)
}
