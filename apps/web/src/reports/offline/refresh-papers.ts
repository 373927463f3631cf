// Fetches the papers of the coming days; without network, those that are kept stay.
import type { listFieldReports as papersContract } from '@regie/contract/reports'
import { call } from '../../lib/call.ts'
import { keepPapers, PaperDatabase } from './paper-store.ts'

/** Without its schemas: they would weigh on every start. */
const listFieldReports = {
  method: 'GET',
  path: '/api/field/reports',
  status: 200,
} as unknown as typeof papersContract

/** `held`: work orders of the week; papers of no other are kept. */
export async function refreshPapers(
  organizationId: string,
  memberId: string,
  held: readonly string[],
): Promise<void> {
  const db = new PaperDatabase(organizationId, memberId)
  try {
    const { items, forms } = await call(listFieldReports)
    await keepPapers(db, items, forms)
    const wanted = new Set([...held, ...items.map(({ workOrderId }) => workOrderId)])
    const kept = await db.papers.toCollection().primaryKeys()
    await db.papers.bulkDelete(kept.filter((id) => !wanted.has(id)))
  } catch {
    // The next round brings them.
  } finally {
    db.close()
  }
}
