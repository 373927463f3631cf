// Files taken along before anybody asks: documents of the coming visits, and small pictures of the last ones. Within a
// budget, nearest first; they are fetched after everything else and never stand in its way.
import type { PhoneDatabase, TakenFile } from './database.ts'
import {
  documentUrl,
  previewUrl,
  sheetDocumentUrl,
  stagePlansUrl,
  stagePlanUrl,
} from './endpoints.ts'
import { keepPlans, keptPlans } from './stage-plans.ts'
import { measureStorage } from './storage.ts'

/** What does not fit is opened with network only, and the screen says so. */
const DOCUMENTS_BYTES = 60_000_000
/** About ten kilobytes each. */
const PREVIEWS = 400

type Wanted = Pick<TakenFile, 'id' | 'kind'> & { readonly url: string }

/** Everything worth having here, the next visit's first. */
export async function wantedFiles(db: PhoneDatabase): Promise<Wanted[]> {
  const stops = (await db.stops.toArray())
    .filter(({ goneAt, state }) => goneAt === null && state !== 'declined')
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  const documents: Wanted[] = []
  let bytes = 0
  const seen = new Set<string>()
  const sheets = await db.sheets.toArray()
  const stages = await keptPlans(db)
  const offered = [
    ...stops
      .flatMap((stop) => stop.documents ?? [])
      .map((one) => ({ ...one, url: documentUrl(one.id) })),
    ...sheets.flatMap(({ projectId, content }) => [
      ...content.places.flatMap(({ key, plan }) =>
        plan
          ? [{ id: plan.fileId, bytes: plan.bytes, url: stagePlanUrl(projectId, key, plan.fileId) }]
          : [],
      ),
      ...content.documents.map(({ key, bytes }) => ({
        ...{ id: key, bytes, url: sheetDocumentUrl(projectId, key) },
      })),
    ]),
    ...stages.flatMap(({ projectId, plans }) =>
      plans.plans.map(({ stageId, fileId, bytes }) => ({
        ...{ id: fileId, bytes, url: stagePlanUrl(projectId, stageId, fileId) },
      })),
    ),
  ]
  for (const { id, bytes: size, url } of offered) {
    if (seen.has(id) || bytes + size > DOCUMENTS_BYTES) continue
    seen.add(id)
    bytes += size
    documents.push({ id, kind: 'document', url })
  }
  const past = (await db.history.toArray()).flatMap(({ work }) => work)
  const previews = past
    .toSorted((a, b) => Date.parse(b.startsAt) - Date.parse(a.startsAt))
    .flatMap(({ entries }) => entries)
    .flatMap(({ standing, what }) =>
      what.kind === 'photo' && standing === 'counted'
        ? [{ id: what.photoId, kind: 'preview' as const, url: previewUrl(what.photoId) }]
        : [],
    )
  return [...documents, ...previews.slice(0, PREVIEWS)]
}

/** The bytes; null: there are none (yet). Rejects when the link is down. */
export type FetchFile = (url: string) => Promise<Blob | null>

export const fetchFile: FetchFile = async (url) => {
  const response = await fetch(url, { credentials: 'same-origin' })
  if (response.ok) return await response.blob()
  if (response.status === 401 || response.status >= 500) throw new Error(String(response.status))
  return null
}

/** The rest of the phone's space is for what will be done. */
const MOST_FILLED = 0.7

const hasRoom = async (): Promise<boolean> => {
  const storage = await measureStorage()
  return !storage || storage.usedBytes < storage.quotaBytes * MOST_FILLED
}

/** Fetches what is missing, one after the other, and lets go of what nobody needs any more. */
export async function takeFilesAlong(db: PhoneDatabase, get: FetchFile): Promise<void> {
  await keepPlans(db, async (projectId) => await get(stagePlansUrl(projectId)))
  const wanted = await wantedFiles(db)
  const names = new Set(wanted.map(({ id }) => id))
  const held = new Set(await db.files.toCollection().primaryKeys())
  await db.files.bulkDelete([...held].filter((id) => !names.has(id)))
  for (const { id, kind, url } of wanted) {
    if (held.has(id)) continue
    if (!(await hasRoom())) return
    try {
      const blob = await get(url)
      if (blob) await db.files.put({ id, kind, blob })
    } catch {
      // The link is down, or the phone is full: what is there stays, the next round goes on.
      return
    }
  }
}
