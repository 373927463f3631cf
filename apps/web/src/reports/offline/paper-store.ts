// Papers on the phone: what each is composed from, as the server last told it, so that it can be filled in and signed
// without network. What was done here meanwhile stands in the outbox and is laid over it.
import type { FormVersion } from '@regie/contract/forms'
import type { ReportSource } from '@regie/contract/report-draft'
import { Dexie, type EntityTable } from 'dexie'

export type KeptPaper = {
  readonly workOrderId: string
  readonly source: ReportSource
  readonly forms: readonly FormVersion[]
}

export class PaperDatabase extends Dexie {
  declare readonly papers: EntityTable<KeptPaper, 'workOrderId'>

  constructor(organizationId: string, memberId: string) {
    super(`regie.papers.${organizationId}.${memberId}`)
    this.version(1).stores({ papers: 'workOrderId' })
  }
}

/** Only the forms a paper names. */
const formsOf = (
  { formRefs, technicians }: ReportSource,
  forms: readonly FormVersion[],
): FormVersion[] => {
  const begun = technicians.flatMap(({ entries }) =>
    entries.flatMap(({ what }) => (what.kind === 'answers' ? [what] : [])),
  )
  const named = new Set([...formRefs, ...begun].map(({ formId, number }) => `${formId}/${number}`))
  return forms.filter(({ formId, number }) => named.has(`${formId}/${number}`))
}

export const keepPapers = async (
  db: PaperDatabase,
  items: readonly ReportSource[],
  forms: readonly FormVersion[],
): Promise<void> => {
  await db.papers.bulkPut(
    items.map((source) => ({
      workOrderId: source.workOrderId,
      source,
      forms: formsOf(source, forms),
    })),
  )
}
