// Fetches the papers of the coming days; without network, those that are kept stay.
import { listFieldReports } from '@regie/contract/reports'
import { call } from '../../lib/call.ts'
import { keepPapers, PaperDatabase } from './paper-store.ts'

export async function refreshPapers(organizationId: string, memberId: string): Promise<void> {
  const db = new PaperDatabase(organizationId, memberId)
  try {
    const { items, forms } = await call(listFieldReports)
    await keepPapers(db, items, forms)
  } catch {
    // The next round brings them.
  } finally {
    db.close()
  }
}
