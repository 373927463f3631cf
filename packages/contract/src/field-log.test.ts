// What technicians tell converges: any order, any repetition, on any number of phones.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntryBody, FieldEntry } from './field-entries.ts'
import { foldWork, secondsOf, trueTime } from './field-log.ts'
import { foldDraft } from './report-draft.ts'

const RUNS = 1_200
const START = Date.parse('2026-10-24T06:00:00Z')
const instant = (ms: number) => new Date(ms).toISOString()

let counter = 0
const entry = (what: EntryBody, atMs: number, more: Partial<FieldEntry> = {}): FieldEntry => ({
  id: `01900000-0000-7000-8000-${String(++counter).padStart(12, '0')}`,
  ...{ assignmentId: 'a', by: 'Ana', mine: true, standing: 'counted', why: null, what },
  ...{ at: instant(atMs), deviceAt: instant(atMs), serverAt: instant(atMs) },
  ...more,
})
const step = (one: 'en_route' | 'started' | 'paused' | 'resumed' | 'finished', atMs: number) =>
  entry({ kind: 'step', step: one }, atMs)

type File = Extract<EntryBody, { kind: 'file' }>
const ids = ['n1', 'n2', 'n3']
const bodies = (stepIds: readonly string[]): fc.Arbitrary<EntryBody> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('step' as const),
      step: fc.constantFrom('en_route', 'started', 'paused', 'resumed', 'finished'),
    }),
    fc.record({
      kind: fc.constant('note' as const),
      noteId: fc.constantFrom(...ids),
      text: fc.constantFrom('', 'un', 'deux', 'trois'),
    }),
    fc.record({
      kind: fc.constant('part' as const),
      partId: fc.constantFrom(...ids),
      label: fc.constantFrom('Chlore', 'Joint'),
      quantity: fc.nat(3),
      unit: fc.constant('kg'),
    }),
    fc.record({
      kind: fc.constant('reading' as const),
      label: fc.constant('pH'),
      value: fc.nat(14),
      unit: fc.constant(''),
    }),
    fc.record({
      kind: fc.constant('photo' as const),
      photoId: fc.oneof(fc.uuid(), fc.constantFrom('p1', 'p2')),
      ...{
        type: fc.constant('image/jpeg' as const),
        size: fc.constant(1),
        sha256: fc.constant(''),
      },
      ...{ width: fc.constant(1), height: fc.constant(1), takenAt: fc.constant(instant(START)) },
      ...{ position: fc.constant(null), moment: fc.constant('during' as const) },
      caption: fc.constantFrom('', 'Avant', 'Après'),
    }),
    fc.record({
      kind: fc.constant('file' as const),
      fileId: fc.uuid(),
      ...{ name: fc.constant('a.pdf'), type: fc.constant('application/pdf' as const) },
      ...{ size: fc.constant(1), sha256: fc.constant('') },
    }),
    fc.record({
      kind: fc.constant('answers' as const),
      ...{ formId: fc.constantFrom('f1', 'f2'), number: fc.constantFrom(1, 2) },
      assetId: fc.constantFrom(null, 'a1'),
      answers: fc.dictionary(fc.constantFrom('ph', 'chlore'), fc.nat(14)),
    }),
    fc.record({
      kind: fc.constant('paper' as const),
      texts: fc.dictionary(fc.constantFrom('workDone', 'remarks'), fc.constantFrom('un', 'deux')),
      outcome: fc.constantFrom(undefined, {
        ...{ kind: 'to_continue' as const, reason: 'Pièce', followUp: '' },
      }),
    }),
    fc.record({
      kind: fc.constant('correction' as const),
      entryId: fc.constantFrom(...stepIds),
      at: fc.nat(86_400_000).map((ms) => instant(START + ms)),
      reason: fc.constant('x'),
    }),
  )

/** What a phone told: its clock is off by `skewMs`, and it is sent whenever. */
type Phone = { readonly skewMs: number; readonly told: readonly (readonly [EntryBody, number])[] }
const phone: fc.Arbitrary<Phone> = fc.record({
  skewMs: fc.constantFrom(0, 30_000, -45_000, 2 * 86_400_000, -2 * 86_400_000, 3_600_000),
  told: fc.array(fc.tuple(bodies(['s0-0', 's1-0', 's2-1']), fc.nat(36_000_000)), { maxLength: 12 }),
})

/** The server's log: a set by id, as the table is; each entry's time is put right when it first arrives. */
class Log {
  readonly entries = new Map<string, FieldEntry>()
  take(
    sent: { id: string; body: EntryBody; tappedMs: number; skewMs: number },
    nowMs: number,
  ): void {
    if (this.entries.has(sent.id)) return
    const deviceAt = instant(sent.tappedMs + sent.skewMs)
    const at = trueTime(deviceAt, instant(nowMs + sent.skewMs), instant(nowMs))
    const fresh = entry(sent.body, 0, { id: sent.id, at, deviceAt, serverAt: instant(nowMs) })
    this.entries.set(sent.id, fresh)
  }
}

/** What everybody sees, the report too; when the server learnt of it is its own affair. */
const seen = (log: Log) => {
  const entries = [...log.entries.values()]
  const strip = JSON.stringify([foldWork(entries), foldDraft(entries)], (key, value: unknown) =>
    key === 'serverAt' ? undefined : value,
  )
  return JSON.parse(strip) as unknown
}

test(`${RUNS} runs of several phones: drops, repeats and any order end in the same work, no picture lost`, () => {
  fc.assert(
    fc.property(
      fc.array(phone, { minLength: 1, maxLength: 3 }),
      fc.infiniteStream(fc.nat(1_000_000)),
      (phones, random) => {
        const sent = phones.flatMap(({ skewMs, told }, device) =>
          told.map(([body, offset], index) => ({
            id: `s${device}-${index}`,
            ...{ body, tappedMs: START + offset, skewMs },
          })),
        )
        const inOrder = new Log()
        const later = START + 48 * 3_600_000
        for (const one of sent) inOrder.take(one, later)
        const chaotic = new Log()
        const queue = sent.map((one) => ({ one, left: 1 }))
        let nowMs = later
        while (queue.length) {
          const pick = (random.next().value as number) % queue.length
          const [next] = queue.splice(pick, 1)
          if (!next) break
          nowMs += ((random.next().value as number) % 30) * 1000
          const luck = (random.next().value as number) % 10
          // Lost on the way, or its answer was: the phone sends it again.
          if (luck >= 3) chaotic.take(next.one, nowMs)
          if (luck < 3 || luck === 9) if (next.left-- > -3) queue.push(next)
        }
        for (const one of sent) chaotic.take(one, nowMs)
        expect(seen(chaotic)).toEqual(seen(inOrder))
        const told = foldWork([...chaotic.entries.values()])
        const ids = (kept: readonly { id: string }[]) => kept.map(({ id }) => id).toSorted()
        const of = (kind: 'photo' | 'file') =>
          sent.flatMap(({ body }) =>
            body.kind !== kind
              ? []
              : [body.kind === 'photo' ? body.photoId : (body as File).fileId],
          )
        expect(ids(told.photos)).toEqual([...new Set(of('photo'))].toSorted())
        expect(ids(told.files)).toEqual(of('file').toSorted())
      },
    ),
    { numRuns: RUNS, seed: 20_261_122 },
  )
})

test('what is aside, undecided or dismissed changes nothing', () => {
  const told = [step('started', START), step('finished', START + 1)]
  for (const standing of ['aside', 'to_decide', 'dismissed'] as const)
    expect(foldWork([...told, { ...step('resumed', START + 2), standing }]).state).toBe('finished')
})

test('hours are true over midnight and the night the clock goes back', () => {
  // 24 October 2026, 22:00 in Paris to 06:00 the next morning: nine hours, for 03:00 comes twice.
  const from = Date.parse('2026-10-24T22:00:00+02:00')
  const until = Date.parse('2026-10-25T06:00:00+01:00')
  const { stretches } = foldWork([step('started', from), step('finished', until)])
  expect(secondsOf(stretches, 'work', instant(until))).toBe(9 * 3600)
  const midnight = '2026-10-25T00:00:00+02:00'
  const day = { from: midnight, until: '2026-10-26T00:00:00+01:00' }
  expect(secondsOf(stretches, 'work', instant(until), day)).toBe(7 * 3600)
})

test('several sessions, pauses and travel apart; a stop and a start in the same moment', () => {
  const minute = 60_000
  const told = [
    step('en_route', START),
    step('started', START + 20 * minute),
    step('paused', START + 50 * minute),
    step('resumed', START + 50 * minute),
    step('finished', START + 80 * minute),
    // The next day, the rest of it.
    step('resumed', START + 1500 * minute),
    step('finished', START + 1530 * minute),
  ]
  const { stretches, state } = foldWork(told)
  const now = instant(START + 2000 * minute)
  const minutes = (activity: 'travel' | 'work' | 'pause') =>
    secondsOf(stretches, activity, now) / 60
  expect([state, minutes('travel'), minutes('work'), minutes('pause')]).toEqual([
    'finished',
    20,
    90,
    0,
  ])
})

test('a correction moves the time, not the order; put before what it follows it ends at once', () => {
  const [a, b] = [step('started', START), step('finished', START + 3_600_000)]
  const right = entry(
    { kind: 'correction', entryId: b.id, at: instant(START - 1), reason: 'x' },
    START + 4_000_000,
  )
  const { stretches, state } = foldWork([right, b, a])
  expect(state).toBe('finished')
  expect(secondsOf(stretches, 'work', instant(START))).toBe(0)
})
