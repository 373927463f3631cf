// SQL of productions.call_sheet_documents.
import type { SheetDocument } from '@regie/contract/call-sheets'
import type { Id } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const columns = sql`id, name, media_type as type, bytes, added_at as "addedAt"`

export async function documentsOf(tx: Tx, projectId: Id): Promise<SheetDocument[]> {
  return await tx.rows(sql<SheetDocument>`
    select ${columns} from productions.call_sheet_documents
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId}
    order by added_at, id`)
}

export async function insertDocument(
  tx: Tx,
  projectId: Id,
  one: Omit<SheetDocument, 'addedAt'>,
): Promise<void> {
  await tx.run(sql`
    insert into productions.call_sheet_documents (organization_id, id, project_id, name, media_type, bytes, added_at)
    values (${tx.actor.organizationId}, ${one.id}, ${projectId}, ${one.name}, ${one.type}, ${one.bytes}, ${tx.now()})`)
}
