// Files that are taken along: what is worth having, what is let go, and what a break leaves.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { PhoneDatabase } from './database.ts'
import { takeFilesAlong, wantedFiles } from './files.ts'
import { readPlans } from './stage-plans.ts'

const at = (hour: string) => `2026-11-23T${hour}:00:00.000Z`
let db: PhoneDatabase

const visit = (id: string, hour: string, documents: readonly { id: string; bytes: number }[]) =>
  db.stops.put({ id, startsAt: at(hour), goneAt: null, state: 'accepted', documents } as never)

const pastPhoto = (photoId: string, standing = 'counted') => ({
  standing,
  what: { kind: 'photo', photoId },
})

beforeEach(async () => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange: IDBKeyRange as never }
  db = new PhoneDatabase('files', options as never)
  await visit('late', '15', [{ id: 'huge', bytes: 59_999_999 }])
  await visit('soon', '08', [
    { id: 'plan', bytes: 100 },
    { id: 'key', bytes: 200 },
  ])
  const work = [{ startsAt: at('07'), entries: [pastPhoto('old'), pastPhoto('no', 'dismissed')] }]
  await db.history.put({ siteId: 's', work } as never)
})

const got = () => db.files.toCollection().primaryKeys()
const blob = new Blob(['bytes'])

test('the next visit’s documents come first, what is over the budget stays with the server, then small pictures', async () => {
  expect((await wantedFiles(db)).map(({ id }) => id)).toEqual(['plan', 'key', 'old'])
})

test('a break leaves what has come, the next round fetches the rest only, and what nobody needs goes', async () => {
  const asked: string[] = []
  const get = async (url: string) => {
    asked.push(url)
    if (asked.length === 2) throw new TypeError('the network is gone')
    return blob
  }
  await takeFilesAlong(db, get)
  expect(await got()).toEqual(['plan'])
  await takeFilesAlong(db, get)
  expect(asked.slice(2)).toEqual(['/api/field/documents/key', '/api/field/photos/old/preview'])
  await db.stops.delete('soon')
  await takeFilesAlong(db, async () => null)
  expect(await got()).toEqual(['old'])
})

test('a full phone keeps its queue, and goes without more files', async () => {
  await db.commands.put({ id: 'c', assignmentId: null } as never)
  const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
  await takeFilesAlong(db, () => Promise.reject(full))
  expect(await got()).toEqual([])
  expect(await db.commands.count()).toBe(1)
})

test('the stages of a production come along as they stand now, and go with its call sheet', async () => {
  await db.sheets.put({ projectId: 'show', content: { places: [], documents: [] } } as never)
  const plans = { plans: [{ stageId: 'main', fileId: 'stage', bytes: 50 }], spots: [] }
  const asked: string[] = []
  await takeFilesAlong(db, async (url) => {
    asked.push(url)
    return url.endsWith('/stage-plans') ? new Blob([JSON.stringify(plans)]) : blob
  })
  expect(asked).toContain('/api/projects/show/stages/main/plan/stage')
  expect(await readPlans(db, 'show')).toEqual(plans)
  await db.files.delete('stage')
  expect(await readPlans(db, 'show')).toBeNull()
  await db.sheets.clear()
  await takeFilesAlong(db, async () => null)
  expect(await db.books.count()).toBe(0)
})
