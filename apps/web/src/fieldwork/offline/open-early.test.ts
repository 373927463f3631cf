// What the page itself begins to read, as it stands in it: the very file, with a browser's world around it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PhoneDatabase } from './database.ts'
import { openEarly, takeEarly } from './open-early.ts'

const FILE = path.join(import.meta.dirname, '../../../field/begin.js')
const begin = new Function(readFileSync(FILE, 'utf8'))
const NAME = 'regie.field.org.member'
const session = JSON.stringify({ organization: { id: 'org' }, member: { id: 'member' } })
const meta = { key: 'snapshot', cursor: 'c', serverAt: 'now', absenceRequests: [] } as const

const before = { ...Dexie.dependencies }

beforeEach(() => {
  const indexedDB = new IDBFactory()
  vi.stubGlobal('indexedDB', indexedDB)
  vi.stubGlobal('localStorage', { getItem: () => session })
  Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(globalThis, 'regieBegun')
  Object.assign(Dexie.dependencies, before)
})

test('what the page began to read is there with its code, and is what the store holds', async () => {
  const held = new PhoneDatabase(NAME)
  await held.meta.put(meta)
  await held.looks.put({ id: 'a', seen: 'x' })
  held.close()
  begin()
  const read = vi.spyOn(PhoneDatabase.prototype, 'transaction')
  await openEarly()
  const early = takeEarly(NAME)
  expect(early?.held).toEqual({
    meta,
    stops: [],
    commands: [],
    photos: [],
    looks: [{ id: 'a', seen: 'x' }],
  })
  expect(read).not.toHaveBeenCalled()
  early?.db.close()
})

test('a phone that holds nothing yet is left as it is, and the app makes its store', async () => {
  begin()
  await openEarly()
  const early = takeEarly(NAME)
  expect(early?.held).toMatchObject({ meta: null, stops: [] })
  expect(early?.db.verno).toBeGreaterThan(1)
  early?.db.close()
})

test('a store of a former version is brought to this one before it is read', async () => {
  const old = new PhoneDatabase(NAME)
  old.close()
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 10)
    opening.onerror = () => reject(opening.error)
    opening.onupgradeneeded = () => {
      for (const name of ['stops', 'commands', 'photos', 'blobs'])
        opening.result.createObjectStore(name, { keyPath: 'id' })
      opening.result.createObjectStore('history', { keyPath: 'siteId' })
      opening.result.createObjectStore('meta', { keyPath: 'key' }).put(meta)
    }
    opening.onsuccess = () => resolve(opening.result.close())
  })
  begin()
  await openEarly()
  const early = takeEarly(NAME)
  expect(early?.held).toMatchObject({ meta, looks: [] })
  early?.db.close()
})
