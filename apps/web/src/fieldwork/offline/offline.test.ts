// The phone's queue on a real IndexedDB in memory: what survives, what stops what, what reaches the server how often.
import type { FieldCommand } from '@regie/contract/field-entries'
import type { FieldAssignment, Receipt, Snapshot } from '@regie/contract/fieldwork'
import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { ProblemError } from '../../lib/problem.ts'
import { PhoneDatabase, type QueuedCommand } from './database.ts'
import { changedSince, lookAt } from './looks.ts'
import { discard, enqueue, nextBatch, replace, retry } from './outbox.ts'
import { overlay } from './overlay.ts'
import { keepSnapshot } from './snapshot.ts'
import { syncRound, type Transport } from './sync.ts'
import type { UploadEnd } from './uploads.ts'
import { overlaySheet } from './use-sheets.ts'

const ASSIGNMENT = '01900000-0000-7000-8000-000000000001'
const at = '2026-11-23T08:00:00.000Z'
let options: { indexedDB: IDBFactory; IDBKeyRange: typeof globalThis.IDBKeyRange }
let db: PhoneDatabase

const reopen = () => {
  db.close()
  db = new PhoneDatabase('phone', options)
}

beforeEach(() => {
  options = { indexedDB: new IDBFactory(), IDBKeyRange: IDBKeyRange as never }
  db = new PhoneDatabase('phone', options)
})

const stop = {
  ...{ id: ASSIGNMENT, version: 2, state: 'offered', startsAt: at, endsAt: at, entries: [] },
  ...{ goneAt: null, products: [], contacts: [], coworkers: [], assets: [], site: { id: 's' } },
} as never

const aSnapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  ...{ cursor: 'c', serverAt: at, timeZone: 'Europe/Paris' },
  ...{ assignments: [], history: [], absenceRequests: [], goneIds: [], unseen: [] },
  availability: { polls: [], words: [] },
  ...more,
  callSheets: more.callSheets ?? [],
  parts: more.parts ?? null,
})

const ana = { name: 'Ana', aheadMs: 0 }

const step = (which: 'en_route' | 'started' | 'finished') =>
  enqueue(db, { assignmentId: ASSIGNMENT, what: { kind: 'step', step: which } })

const receipt = (id: string, more: Partial<Receipt> = {}): Receipt => ({
  ...{ id, outcome: 'applied', why: null, problem: null },
  ...more,
})

type Script = {
  readonly deliver?: (commands: readonly QueuedCommand[]) => readonly Receipt[]
  readonly sendPhoto?: () => UploadEnd
  readonly pull?: () => Snapshot
}

/** A server that remembers what it was given, and breaks as it is told. */
function aServer(script: Script = {}) {
  const got: FieldCommand[] = []
  const seen: Snapshot['unseen'] = []
  const transport: Transport = {
    deliver: async (commands) => {
      const receipts = script.deliver?.(commands) ?? commands.map(({ id }) => receipt(id))
      got.push(...commands.map(({ command }) => command))
      return receipts
    },
    pull: async () => script.pull?.() ?? aSnapshot(),
    see: async (changes) => void seen.push(...changes),
    sendPhoto: async () => script.sendPhoto?.() ?? { kind: 'arrived' },
  }
  return { got, seen, transport }
}

const unreachable = () => {
  throw new ProblemError('unreachable', 0)
}

test('what was done survives the app being closed, and goes in the order of the taps', async () => {
  for (const one of ['en_route', 'started', 'finished'] as const) await step(one)
  reopen()
  const { got, transport } = aServer()
  expect(await syncRound(db, transport)).toEqual({ kind: 'done' })
  expect(got.map(({ what }) => what.kind === 'step' && what.step)).toEqual([
    ...['en_route', 'started', 'finished'],
  ])
  expect(await db.commands.count()).toBe(0)
})

test('what changed in the plan is seen once it is on the phone and the phone is looked at', async () => {
  const unseen = [{ assignmentId: ASSIGNMENT, version: 3 }]
  const { seen, transport } = aServer({ pull: () => aSnapshot({ unseen }) })
  const look = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await syncRound(db, transport)
  expect(seen).toEqual([])
  look.mockReturnValue('visible')
  await syncRound(db, transport)
  look.mockRestore()
  expect(seen).toEqual(unseen)
})

test('a lost answer sends the same command again, under the same id', async () => {
  const id = await step('started')
  const { got, transport } = aServer({ pull: unreachable })
  await syncRound(db, { ...transport, deliver: async () => unreachable() })
  expect((await db.commands.get(id))?.state).toBe('waiting')
  await syncRound(db, transport)
  expect(got.map((command) => command.id)).toEqual([id])
  // Delivered but not in a snapshot yet: still on screen, and not sent again.
  expect((await db.commands.get(id))?.state).toBe('delivered')
  await syncRound(db, transport)
  expect(got).toHaveLength(1)
})

test('one that is refused goes to repair with what needs it; the others go on', async () => {
  const first = await step('en_route')
  const correction = await enqueue(db, {
    assignmentId: ASSIGNMENT,
    what: { kind: 'correction', entryId: first, at, reason: 'Oublié' },
  })
  const free = await enqueue(db, {
    assignmentId: ASSIGNMENT,
    what: { kind: 'note', noteId: ASSIGNMENT, text: 'Bonjour' },
  })
  const { transport } = aServer({
    deliver: (commands) =>
      commands.map(({ id }) =>
        id === first
          ? receipt(id, { outcome: 'refused', problem: { code: 'conflict' } })
          : receipt(id),
      ),
  })
  // The correction is asked for in the same batch; a server refuses or takes it by itself.
  const batch = await nextBatch(db)
  expect(batch.map(({ id }) => id)).toEqual([first, correction, free])
  await db.commands.update(first, { state: 'refused', problem: { code: 'conflict' } })
  expect((await nextBatch(db)).map(({ id }) => id)).toEqual([free])
  await syncRound(db, transport)
  expect((await db.commands.toArray()).map(({ id }) => id)).toEqual([first, correction])
  await retry(db, first)
  expect((await nextBatch(db)).map(({ id }) => id)).toEqual([first, correction])
})

test('put right it goes as a new command, and what needed it needs the new one; thrown away, both go', async () => {
  const first = await step('en_route')
  const what = { kind: 'correction', entryId: first, at, reason: 'x' } as const
  const second = await enqueue(db, { assignmentId: ASSIGNMENT, what })
  await replace(db, first, { kind: 'step', step: 'started' })
  const fresh = (await db.commands.toArray()).find(({ id }) => id !== second)
  expect(fresh?.id).not.toBe(first)
  expect((await db.commands.get(second))?.after).toEqual([fresh?.id])
  await discard(db, fresh?.id ?? '')
  expect(await db.commands.count()).toBe(0)
})

test('a server that cannot read a batch refuses only the one that is to blame', async () => {
  const [bad, good] = [await step('en_route'), await step('started')]
  const { transport } = aServer({
    deliver: (commands) => {
      if (commands.some(({ id }) => id === bad)) throw new ProblemError('malformed_request', 400)
      return commands.map(({ id }) => receipt(id))
    },
  })
  await syncRound(db, transport)
  expect((await db.commands.get(bad))?.state).toBe('refused')
  expect(await db.commands.get(good)).toBeUndefined()
})

test('a session that ended keeps everything', async () => {
  await step('started')
  const transport = { ...aServer().transport, deliver: () => Promise.reject(signedOut) }
  const signedOut = new ProblemError('not_signed_in', 401)
  expect((await syncRound(db, transport)).kind).toBe('signed-out')
  expect(await nextBatch(db)).toHaveLength(1)
})

const aPhoto = (id: string) => ({
  photo: {
    ...{ id, assignmentId: ASSIGNMENT, type: 'image/jpeg', size: 10, sha256: '0', sent: 0 },
    ...{ uploadUrl: null, state: 'waiting' as const, problem: null },
  },
  blob: 'bytes' as never,
})
const takePhoto = (id: string) =>
  enqueue(db, {
    assignmentId: ASSIGNMENT,
    what: {
      ...{ kind: 'photo', photoId: id, type: 'image/jpeg', size: 10, sha256: '0', caption: '' },
      ...{ width: 1, height: 1, takenAt: at, position: null, moment: 'during' },
    },
    picture: aPhoto(id),
  })

test('a picture is deleted here only once it has arrived; one that is broken twice waits for a person', async () => {
  await takePhoto('a')
  await takePhoto('b')
  const ends: UploadEnd[] = [{ kind: 'later' }]
  const { transport } = aServer({ sendPhoto: () => ends.shift() ?? { kind: 'arrived' } })
  expect((await syncRound(db, transport)).kind).toBe('later')
  expect(await db.blobs.count()).toBe(2)
  ends.push({ kind: 'again' }, { kind: 'again' })
  await syncRound(db, transport)
  expect(await db.photos.toArray()).toMatchObject([
    { id: 'a', state: 'refused', problem: 'checksum' },
  ])
  expect((await db.blobs.toArray()).map(({ id }) => id)).toEqual(['a'])
})

test('what waits shows on the stop at once, and goes over into what the server says', async () => {
  await enqueue(db, { assignmentId: ASSIGNMENT, what: { kind: 'accept', startsAt: at } })
  expect(overlay(stop, await db.commands.toArray(), ana).state).toBe('accepted')
  const id = await step('started')
  const shown = overlay(stop, await db.commands.toArray(), ana)
  expect([shown.state, shown.unsent.has(id), shown.work.steps.length]).toEqual(['started', true, 1])
  await db.commands.update(id, { state: 'refused' })
  expect(overlay(stop, await db.commands.toArray(), ana).state).toBe('accepted')
})

test('a visit that is taken away stays in sight if work was done on it, else it goes', async () => {
  await keepSnapshot(db, aSnapshot({ assignments: [stop] }), true)
  await step('started')
  await keepSnapshot(db, aSnapshot({ goneIds: [ASSIGNMENT] }), false)
  expect((await db.stops.get(ASSIGNMENT))?.goneAt).toBe(at)
  await db.commands.clear()
  await keepSnapshot(db, aSnapshot({ goneIds: [ASSIGNMENT] }), false)
  expect(await db.stops.count()).toBe(0)
})

test('what the office decides about stays until its author has read so, and so does its visit', async () => {
  await keepSnapshot(db, aSnapshot({ assignments: [stop] }), true)
  const id = await step('started')
  const { transport } = aServer({
    deliver: () => [receipt(id, { outcome: 'aside', why: 'reassigned' })],
    pull: () => aSnapshot({ goneIds: [ASSIGNMENT] }),
  })
  await syncRound(db, transport)
  await syncRound(db, aServer().transport)
  expect(await db.commands.toArray()).toMatchObject([{ id, aside: 'reassigned' }])
  expect((await db.stops.get(ASSIGNMENT))?.goneAt).toBe(at)
  // Read, and a day later: nothing of it is kept any more.
  await db.commands.delete(id)
  await keepSnapshot(db, aSnapshot({ serverAt: '2026-11-25T08:00:00.000Z' }), false)
  expect(await db.stops.count()).toBe(0)
})

test('what changed since the last look is named; one’s own doing is no change', async () => {
  const seen = lookAt(stop)
  const entry = { id: 'e', standing: 'counted', what: { kind: 'note' } }
  const now = {
    ...(stop as FieldAssignment),
    startsAt: '2026-11-23T14:00:00.000Z',
    instructions: 'Sonner',
    entries: [{ ...entry, mine: true }],
  } as never
  expect(changedSince(seen, now)).toEqual(['hours', 'instructions'])
  expect(changedSince(undefined, now)).toEqual([])
  const noted = { ...(now as FieldAssignment), entries: [{ ...entry, mine: false }] } as never
  expect(changedSince(lookAt(now), noted)).toEqual(['notes'])
})

test('a phone whose clock is two days fast shows the true time of what waits', async () => {
  const aheadMs = 2 * 86_400_000
  vi.useFakeTimers({ now: Date.parse(at) + aheadMs, toFake: ['Date'] })
  await keepSnapshot(db, aSnapshot({ assignments: [stop] }), true)
  expect((await db.meta.get('snapshot'))?.aheadMs).toBe(aheadMs)
  await step('started')
  vi.useRealTimers()
  const { work } = overlay(stop, await db.commands.toArray(), { name: 'Ana', aheadMs })
  expect(Date.parse(work.steps[0]?.at ?? '') - Date.parse(at)).toBeLessThan(1000)
})

test('an update of the app keeps what the former version had not sent', async () => {
  db.close()
  const old = new Dexie('phone', options)
  old.version(1).stores({
    ...{ stops: 'id', history: 'siteId', commands: 'id', photos: 'id', blobs: 'id', meta: 'key' },
  })
  const command = {
    id: 'a',
    deviceAt: at,
    assignmentId: ASSIGNMENT,
    what: { kind: 'step', step: 'started' },
  }
  await old.table('commands').add({
    ...{
      id: 'a',
      assignmentId: ASSIGNMENT,
      command,
      state: 'waiting',
      after: [],
      problem: null,
      aside: null,
    },
  })
  await old.table('blobs').add({ id: 'p', blob: 'bytes' })
  old.close()
  db = new PhoneDatabase('phone', options)
  expect(await nextBatch(db)).toMatchObject([{ id: 'a', command }])
  expect(await db.commands.where('assignmentId').equals(ASSIGNMENT).count()).toBe(1)
  expect(await db.blobs.count()).toBe(1)
  expect(await db.looks.count()).toBe(0)
})

test('a full disk keeps nothing of what was asked, and everything from before', async () => {
  await step('en_route')
  const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
  db.blobs.hook('creating', () => {
    throw full
  })
  await expect(takePhoto('a')).rejects.toThrow('full')
  expect(await db.commands.count()).toBe(1)
  expect(await db.photos.count()).toBe(0)
})

test('what was merely taken along makes room for what is done', async () => {
  await db.files.put({ id: 'plan', kind: 'document', blob: 'bytes' as never })
  let isFull = true
  db.blobs.hook('creating', () => {
    if (!isFull) return
    isFull = false
    throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
  })
  await takePhoto('a')
  expect([await db.photos.count(), await db.files.count()]).toEqual([1, 0])
})

test('a phone too full to note the week still sends its pictures', async () => {
  await takePhoto('a')
  db.meta.hook('creating', () => {
    throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
  })
  expect(await syncRound(db, aServer().transport)).toEqual({ kind: 'full' })
  expect(await db.blobs.count()).toBe(0)
})

test('call sheets are kept, read without network, and go when their production is over', async () => {
  const projectId = 'p'
  const own = { projectId, number: 2, since: 2, readAt: null, acknowledgedAt: null } as never
  await keepSnapshot(db, aSnapshot({ callSheets: [own] }), true)
  await enqueue(db, {
    assignmentId: null,
    what: { kind: 'call_sheet', projectId, number: 2, isConfirmed: true },
  })
  const [kept] = await db.sheets.toArray()
  const queued = await db.commands.toArray()
  expect(kept && overlaySheet(kept, queued)).toMatchObject({
    ...{ readAt: expect.any(String), acknowledgedAt: expect.any(String) },
  })
  // What was confirmed of an older version says nothing of this one.
  const newer = { ...(kept as object), number: 3, since: 3 } as never
  expect(overlaySheet(newer, queued)).toMatchObject({ readAt: null, acknowledgedAt: null })
  await keepSnapshot(db, aSnapshot({ goneIds: [projectId] }), false)
  expect(await db.sheets.count()).toBe(0)
})
