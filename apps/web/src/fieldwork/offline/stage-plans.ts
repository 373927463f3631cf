// Plans of the stages as they stand now, taken along for every production whose call sheet is on the phone: where one
// works, and beside whom. Their pictures are files like others.
import type { StagePlans } from '@regie/contract/production-stage-plans'
import type { PhoneDatabase } from './database.ts'

const PREFIX = 'plans '

type Kept = { readonly projectId: string; readonly plans: StagePlans }

export const keptPlans = async (db: PhoneDatabase): Promise<Kept[]> =>
  (await db.books.where('key').startsWith(PREFIX).toArray()).flatMap((book) =>
    'plans' in book ? [{ projectId: book.key.slice(PREFIX.length), plans: book.plans }] : [],
  )

/** As they stand on this phone, of stages whose picture is here too; null: there are none. */
export async function readPlans(db: PhoneDatabase, projectId: string): Promise<StagePlans | null> {
  const book = await db.books.get(`${PREFIX}${projectId}`)
  if (!book || !('plans' in book)) return null
  const files = new Set(await db.files.toCollection().primaryKeys())
  const plans = book.plans.plans.filter(({ fileId }) => files.has(fileId))
  return plans.length > 0 ? { ...book.plans, plans } : null
}

/** Asks anew for those of the productions to come, and lets the others go. A cut link leaves what is there. */
export async function keepPlans(
  db: PhoneDatabase,
  get: (projectId: string) => Promise<Blob | null>,
): Promise<void> {
  const wanted = await db.sheets.toCollection().primaryKeys()
  const gone = (await keptPlans(db)).filter(({ projectId }) => !wanted.includes(projectId))
  await db.books.bulkDelete(gone.map(({ projectId }) => `${PREFIX}${projectId}`))
  for (const projectId of wanted) {
    const answer = await get(projectId).catch(() => null)
    if (!answer) continue
    const plans: StagePlans = JSON.parse(await answer.text())
    await db.books.put({ key: `${PREFIX}${projectId}`, plans })
  }
}
