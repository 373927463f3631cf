import type { Assignment, Bar, Board } from '@regie/contract/planning'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../lib/problem.ts'
import { History } from './history.ts'
import { putRows } from './patch-board.ts'
import { Planner } from './planner.ts'
import { planningWords } from './words.ts'

const bar = (id: string, changes: Partial<Bar> = {}): Bar => ({
  id,
  version: 1,
  workOrderId: `work-${id}`,
  positionId: `seat-${id}`,
  technicianId: 'ana',
  technicianName: 'Ana',
  startsAt: '2026-11-18T08:00:00.000Z',
  endsAt: '2026-11-18T09:00:00.000Z',
  state: 'offered',
  locked: false,
  publishedAt: null,
  declinedReason: null,
  override: null,
  clientConfirmed: false,
  unseen: null,
  reference: id,
  title: 'Visite',
  positionName: '',
  clientId: 'client',
  clientName: 'Ville',
  siteId: 'site',
  siteName: `Piscine ${id}`,
  city: 'Paris',
  territory: '75',
  position: null,
  priorityId: null,
  priorityName: '',
  priorityRank: 1,
  colour: '#2563eb',
  icon: 'flag',
  category: 'recurrent',
  projectId: null,
  projectName: '',
  seats: 1,
  seatsFilled: 1,
  attachments: 0,
  travelSecondsBefore: 600,
  travelMetresBefore: 4000,
  travelSecondsAfter: null,
  ...changes,
})

const technician = (id: string, name: string): Board['technicians'][number] => ({
  id,
  name,
  kind: 'employee',
  archived: false,
  team: '',
  skills: [],
  home: null,
  shifts: [],
  absences: [],
  pending: [],
  days: [],
})

type Call = { readonly path: string; readonly body: Record<string, unknown>; readonly key: string }

/** A planner over a board in memory; `answer` is the server. */
const setUp = (answer: (call: Call) => Assignment | Error, why: string | null = null) => {
  let board: Board = {
    from: '2026-11-18T00:00:00.000Z',
    until: '2026-11-19T00:00:00.000Z',
    timeZone: 'Europe/Paris',
    technicians: [technician('ana', 'Ana'), technician('ben', 'Ben')],
    bars: [bar('a')],
    openSeats: [],
    pace: { bufferMinutes: 15, breaks: [] },
    travel: { source: 'haversine', fallback: false },
  }
  const calls: Call[] = []
  const done: string[] = []
  const history = new History()
  const planner = new Planner({
    history,
    read: () => board,
    write: (change) => {
      board = change(board)
    },
    words: () => planningWords.fr,
    askWhy: async () => why,
    done: (label) => done.push(label),
    send: (async (
      endpoint: { path: string },
      input: { body: Call['body'] },
      options: { key: string },
    ) => {
      const call = { path: endpoint.path, body: input.body, key: options.key }
      calls.push(call)
      const given = answer(call)
      if (given instanceof Error) throw given
      return given
    }) as never,
  })
  return { planner, history, calls, done, bars: () => board.bars }
}

const at = (time: string) => Date.parse(`2026-11-18T${time}:00.000Z`)
const toBen = { rowId: 'ben', from: at('10:00'), until: at('11:00') }
const moved = (version: number, changes: Partial<Bar> = {}) =>
  bar('a', {
    version,
    technicianId: 'ben',
    technicianName: 'Ben',
    startsAt: '2026-11-18T10:00:00.000Z',
    endsAt: '2026-11-18T11:00:00.000Z',
    ...changes,
  })

describe('a move', () => {
  it('is shown before the server has answered, with the road unknown', () => {
    const { planner, bars } = setUp(() => moved(2))
    void planner.move('a', toBen)
    expect(bars()).toMatchObject([{ technicianId: 'ben', travelSecondsBefore: null }])
  })

  it('goes back, and takes the colleague’s version when one won', async () => {
    const current = bar('a', {
      version: 5,
      startsAt: '2026-11-18T13:00:00.000Z',
      endsAt: '2026-11-18T14:00:00.000Z',
    })
    const refused = new ProblemError('stale_version', 412, { current } as never)
    const { planner, bars, history } = setUp(() => refused)
    await expect(planner.move('a', toBen)).rejects.toBe(refused)
    expect(bars()).toMatchObject([{ technicianId: 'ana', version: 5, startsAt: current.startsAt }])
    expect(history.get().past).toHaveLength(0)
  })

  it('goes back to where it was when a rule refuses it', async () => {
    const { planner, bars } = setUp(() => new ProblemError('rule_broken', 422))
    await planner.move('a', toBen).catch(() => undefined)
    expect(bars()).toEqual([bar('a')])
  })

  it('made twice in a row is sent in order, the second upon the version of the first', async () => {
    let version = 1
    const { planner, calls } = setUp(({ body }) => {
      version += 1
      return moved(version, { startsAt: String(body.startsAt), endsAt: String(body.endsAt) })
    })
    const later = { ...toBen, from: at('12:00'), until: at('13:00') }
    await Promise.all([planner.move('a', toBen), planner.move('a', later)])
    expect(calls.map(({ body }) => body.version)).toEqual([1, 2])
  })

  it('is tried again with the same key when the line was cut', async () => {
    let tries = 0
    const { planner, calls } = setUp(() => {
      tries += 1
      return tries < 3 ? new ProblemError('unreachable', 0) : moved(2)
    })
    await planner.move('a', toBen)
    expect(calls).toHaveLength(3)
    expect(new Set(calls.map(({ key }) => key)).size).toBe(1)
  })
})

describe('a rule that warns', () => {
  const asked = () => new ProblemError('override_needed', 422, { reasons: [] } as never)
  const kept = { reason: 'Pressé', by: 'Claire', memberId: null, at: '', reasons: [] }

  it('is passed over with the reason given, which undo and redo give again', async () => {
    let version = 1
    const { planner, history, calls } = setUp(({ body }) => {
      if (body.technicianId === 'ben' && !body.overrideReason) return asked()
      version += 1
      return moved(version, {
        technicianId: String(body.technicianId),
        startsAt: String(body.startsAt),
        endsAt: String(body.endsAt),
        override: body.overrideReason ? kept : null,
      })
    }, 'Pressé')
    await planner.move('a', toBen)
    await history.undo()
    await history.redo()
    expect(calls.map(({ body }) => body.overrideReason ?? null)).toEqual([
      null,
      'Pressé',
      null,
      'Pressé',
    ])
  })

  it('leaves all as it was when the planner thinks better of it', async () => {
    const { planner, bars, history } = setUp(asked, null)
    await expect(planner.move('a', toBen)).rejects.toThrow()
    expect(bars()).toEqual([bar('a')])
    expect(history.get().past).toEqual([])
  })
})

describe('undo and redo', () => {
  it('move back and forth, each upon the latest version', async () => {
    let version = 1
    const { planner, history, calls, done } = setUp(({ body }) => {
      version += 1
      return bar('a', {
        version,
        technicianId: String(body.technicianId),
        startsAt: String(body.startsAt),
        endsAt: String(body.endsAt),
      })
    })
    await planner.move('a', toBen)
    expect(done).toEqual(['Piscine a confiée à Ben'])
    await history.undo()
    await history.redo()
    expect(calls.map(({ body }) => [body.version, body.technicianId])).toEqual([
      [1, 'ben'],
      [2, 'ana'],
      [3, 'ben'],
    ])
  })

  it('find an assignment again that was taken away and put back under a new id', async () => {
    const { planner, history, calls, bars } = setUp(({ path, body }) => {
      if (path.endsWith('/unassign')) return bar('a', { version: 3, state: 'withdrawn' })
      if (path.endsWith('/move')) {
        return bar('new', {
          version: 2,
          technicianId: String(body.technicianId),
          startsAt: String(body.startsAt),
          endsAt: String(body.endsAt),
        })
      }
      return bar('new', { positionId: 'seat-a' })
    })
    await planner
      .move('a', { rowId: 'ana', from: at('09:00'), until: at('10:00') })
      .catch(() => undefined)
    await planner.unassign('new').catch(() => undefined)
    await history.undo()
    expect(bars().map(({ id }) => id)).toContain('new')
    expect(calls.at(-1)?.path).toBe('/api/planning/assignments')
  })

  it('say why when they are no longer possible, and forget the deed', async () => {
    const answers: (Assignment | Error)[] = [moved(2), new ProblemError('slot_taken', 409)]
    const { planner, history } = setUp(() => answers.shift() ?? new Error('unexpected'))
    await planner.move('a', toBen)
    await expect(history.undo()).rejects.toMatchObject({ code: 'slot_taken' })
    expect(history.get()).toMatchObject({ past: [], future: [], busy: false })
  })
})

describe('what a colleague changed since', () => {
  it('is not undone: the deed is forgotten, and who changed it is named', async () => {
    const { planner, history, calls, bars } = setUp(() => moved(2))
    await planner.move('a', toBen)
    const later = '2026-11-18T15:00:00.000Z'
    planner.writer.hear(moved(3, { startsAt: later }), 'Claire')
    await expect(history.undo()).rejects.toMatchObject({
      code: 'stale_version',
      details: { by: 'Claire', current: { version: 3 } },
    })
    expect(calls).toHaveLength(1)
    expect(bars()).toMatchObject([{ version: 3, startsAt: later }])
    expect(history.get().past).toEqual([])
  })

  it('is undone all the same when the product pinned it, for the plan is signed: freed first', async () => {
    const answers = [moved(2), moved(4), bar('a', { version: 5 })]
    const { planner, history, calls, bars } = setUp(
      () => answers.shift() ?? new Error('unexpected'),
    )
    await planner.move('a', toBen)
    planner.writer.hear(moved(3, { locked: true }), 'Régie', true)
    await history.undo()
    expect(calls.map(({ body: { version, locked } }) => [version, locked])).toEqual([
      [1, undefined],
      [3, false],
      [4, undefined],
    ])
    expect(bars()).toMatchObject([{ technicianId: 'ana', locked: false }])
  })

  it('or took away, disappears instead of going back', async () => {
    const gone = new ProblemError('not_found', 404, { by: 'Claire' } as never)
    const { planner, bars } = setUp(() => gone)
    await expect(planner.move('a', toBen)).rejects.toBe(gone)
    expect(bars()).toEqual([])
  })
})

describe('a colleague’s change', () => {
  it('appears at once, and an older one never overwrites a newer', () => {
    const { planner, bars } = setUp(() => moved(2))
    planner.writer.hear(moved(3), 'Claire')
    planner.writer.hear(moved(2, { technicianId: 'ana' }), 'Claire')
    expect(bars()).toMatchObject([{ technicianId: 'ben', version: 3 }])
    expect(planner.writer.winner('a')).toBe('Claire')
  })

  it('that takes the technician off makes the bar disappear', () => {
    const { planner, bars } = setUp(() => moved(2))
    planner.writer.hear(moved(2, { state: 'declined' }), 'Ana')
    expect(bars()).toEqual([])
  })
})

describe('rows read anew', () => {
  const boardOf = (bars: Bar[]): Board => ({
    from: '2026-11-18T00:00:00.000Z',
    until: '2026-11-19T00:00:00.000Z',
    timeZone: 'Europe/Paris',
    technicians: [technician('ana', 'Ana'), technician('ben', 'Ben')],
    bars,
    openSeats: [],
    pace: { bufferMinutes: 15, breaks: [] },
    travel: { source: 'haversine', fallback: false },
  })

  it('take the place of those asked for; what is newer here or on its way stays', () => {
    const shown = boardOf([
      bar('gone'),
      bar('held', { version: 2 }),
      bar('newer', { version: 5 }),
      bar('same'),
      bar('new:1'),
      bar('other', { technicianId: 'ben' }),
    ])
    const fresh = { ...technician('ana', 'Ana'), kind: 'freelance' }
    const answer = {
      ...boardOf([
        bar('held', { version: 2, title: 'older' }),
        bar('newer', { version: 4 }),
        bar('same', { travelSecondsBefore: 900 }),
        bar('came'),
      ]),
      technicians: [fresh],
    }
    const after = putRows(shown, answer, new Set(['ana']), (id) => id === 'held')
    expect(after.bars.map(({ id }) => id).toSorted()).toEqual([
      ...['came', 'held', 'new:1', 'newer', 'other', 'same'],
    ])
    const of = (id: string) => after.bars.find((one) => one.id === id)
    expect([of('held')?.title, of('newer')?.version, of('same')?.travelSecondsBefore]).toEqual([
      ...['Visite', 5, 900],
    ])
    expect(after.technicians).toEqual([fresh, technician('ben', 'Ben')])
    expect(of('other')).toBe(shown.bars[5])
  })
})
