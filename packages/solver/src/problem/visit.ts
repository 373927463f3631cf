import type { Inspector } from './faults.ts'
import { MAX_TIME } from './faults.ts'
import type { Policy } from './policy.ts'
import type { Interval, Link, Visit, WorkOrder } from './problem.ts'
import { readCounts, readDimensions, readSkills, readTexts } from './technician.ts'

type Raw = Readonly<Record<string, unknown>>

/** The ids a work order may refer to. */
export interface VisitContext {
  readonly locations: ReadonlyMap<string, number>
  readonly technicians: ReadonlyMap<string, number>
  readonly resources: ReadonlyMap<string, number>
  readonly policy: Policy
  readonly dimensions: number
}

/** What the seats of a work order share. */
interface Frame {
  readonly raw: Raw
  readonly at: string
  readonly workOrder: number
  readonly location: number
  readonly series: number
}

const ANY_TIME: readonly Interval[] = [{ start: -MAX_TIME, end: MAX_TIME }]

const readWindows = (
  inspector: Inspector,
  frame: Frame,
  serviceSeconds: number,
): readonly Interval[] => {
  const { raw, at } = frame
  const cut = inspector.flag(`${at}.endWithinWindow`, raw.endWithinWindow, false)
    ? serviceSeconds
    : 0
  const items = inspector.list(`${at}.windows`, raw.windows)
  const windows: Interval[] = []
  for (const [where, item] of items) {
    const { start, end } = inspector.interval(where, item)
    if (end - cut < start)
      inspector.fault(where, `a window of at least the service (${cut} s)`, end - start)
    else windows.push({ start, end: end - cut })
  }
  windows.sort((a, b) => a.start - b.start)
  const merged: Interval[] = []
  for (const window of windows) {
    const last = merged.at(-1)
    if (last !== undefined && window.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, window.end) }
    } else merged.push(window)
  }
  return merged.length > 0 ? merged : ANY_TIME
}

const readTechnicianSet = (
  inspector: Inspector,
  path: string,
  value: unknown,
  technicians: ReadonlyMap<string, number>,
): ReadonlySet<number> =>
  new Set(
    inspector
      .list(path, value)
      .map(([at, id]) => inspector.reference(at, id, technicians, 'technician')),
  )

const readPromises = (
  inspector: Inspector,
  at: string,
  pick: (key: string) => readonly [string, unknown],
  context: VisitContext,
): Pick<Visit, 'locked' | 'published'> => {
  const [lockPath, lock] = pick('locked')
  const [toldPath, told] = pick('published')
  const locked = lock === undefined ? undefined : inspector.record(lockPath, lock)
  const published = told === undefined ? undefined : inspector.record(toldPath, told)
  const prices = context.policy.objectives.stability
  const confirmed =
    published !== undefined && inspector.flag(`${toldPath}.confirmed`, published.confirmed, false)
  return {
    locked: locked && {
      technician: inspector.reference(
        `${lockPath}.technician`,
        locked.technician,
        context.technicians,
        'technician',
      ),
      start:
        locked.start === undefined
          ? undefined
          : inspector.number(`${lockPath}.start`, locked.start),
    },
    published: published && {
      technician: inspector.reference(
        `${toldPath}.technician`,
        published.technician,
        context.technicians,
        'technician',
      ),
      start: inspector.number(`${toldPath}.start`, published.start),
      confirmed,
      changePrice: inspector.numberOr(
        `${at}.published.changePrice`,
        published.changePrice,
        { min: 0, integer: false },
        confirmed ? prices.confirmed : prices.published,
      ),
    },
  }
}

const readPricing = (
  inspector: Inspector,
  at: string,
  pick: (key: string) => readonly [string, unknown],
  policy: Policy,
): Pick<Visit, 'priority' | 'unassignedPrice' | 'dueAt' | 'latenessPrice'> => {
  const { unassigned, lateness } = policy.objectives
  const points = { min: 0, integer: false }
  const priority = inspector.numberOr(...pick('priority'), points, 0)
  return {
    priority,
    unassignedPrice: inspector.numberOr(
      ...pick('unassignedPrice'),
      points,
      unassigned.base + unassigned.perPriority * priority,
    ),
    dueAt: inspector.numberOr(`${at}.dueAt`, pick('dueAt')[1], {}, Infinity),
    latenessPrice: inspector.numberOr(...pick('latenessPrice'), points, lateness.perSecond),
  }
}

const readSeat = (
  inspector: Inspector,
  path: string,
  seat: Raw,
  from: { readonly frame: Frame; readonly context: VisitContext; readonly id: string },
): Omit<Visit, 'index'> => {
  const { frame, context } = from
  /** A field of the seat, else of its work order, with its path. */
  const pick = (key: string): readonly [string, unknown] =>
    seat[key] === undefined ? [`${frame.at}.${key}`, frame.raw[key]] : [`${path}.${key}`, seat[key]]
  const [servicePath, service] = pick('serviceSeconds')
  const serviceSeconds = inspector.number(servicePath, service, { min: 0 })
  const [byPath, by] = pick('serviceSecondsByTechnician')
  const technicians = context.technicians
  return {
    id:
      seat.id === undefined || seat === frame.raw ? from.id : inspector.text(`${path}.id`, seat.id),
    workOrder: frame.workOrder,
    location: frame.location,
    windows: readWindows(inspector, frame, serviceSeconds),
    serviceSeconds,
    serviceByTechnician: new Map(
      Object.entries(inspector.recordOr(byPath, by)).map(([id, seconds]) => [
        inspector.reference(`${byPath}.${id}`, id, technicians, 'technician'),
        inspector.number(`${byPath}.${id}`, seconds, { min: 0 }),
      ]),
    ),
    skills: readSkills(inspector, ...pick('skills')),
    certifications: readTexts(inspector, ...pick('certifications')),
    allowed:
      pick('allowed')[1] === undefined
        ? undefined
        : readTechnicianSet(inspector, ...pick('allowed'), technicians),
    forbidden: readTechnicianSet(inspector, ...pick('forbidden'), technicians),
    preferred: readTechnicianSet(inspector, ...pick('preferred'), technicians),
    optional: inspector.flag(`${path}.optional`, seat.optional, false),
    ...readPricing(inspector, frame.at, pick, context.policy),
    ...readPromises(inspector, path, (key) => [`${path}.${key}`, seat[key]], context),
    series: frame.series,
    demand: readDimensions(inspector, `${frame.at}.demand`, frame.raw.demand, {
      dimensions: context.dimensions,
      absent: 0,
    }),
    resources: inspector.list(`${frame.at}.resources`, frame.raw.resources).map(([at, item]) => {
      const need = inspector.record(at, item)
      return {
        resource: inspector.reference(`${at}.id`, need.id, context.resources, 'resource'),
        count: inspector.numberOr(`${at}.count`, need.count, { min: 1 }, 1),
      }
    }),
    tools: readTexts(inspector, `${frame.at}.tools`, frame.raw.tools),
    parts: readCounts(inspector, `${frame.at}.parts`, frame.raw.parts),
  }
}

const readSynchronisation = (
  inspector: Inspector,
  frame: Frame,
  visits: readonly number[],
): { readonly kind: WorkOrder['synchronisation']; readonly links: readonly Link[] } => {
  const at = `${frame.at}.synchronisation`
  const value = frame.raw.synchronisation
  if (visits.length < 2) return { kind: 'none', links: [] }
  const raw = inspector.recordOr(at, value)
  const kind = value === undefined ? 'simultaneous' : raw.kind
  if (kind !== 'simultaneous' && kind !== 'sequential') {
    inspector.fault(`${at}.kind`, "'simultaneous' or 'sequential'", kind)
    return { kind: 'none', links: [] }
  }
  const together = kind === 'simultaneous'
  const minSeconds = together ? 0 : inspector.number(`${at}.minSeconds`, raw.minSeconds, { min: 0 })
  const maxSeconds = together ? 0 : inspector.number(`${at}.maxSeconds`, raw.maxSeconds, { min: 0 })
  if (maxSeconds < minSeconds)
    inspector.fault(`${at}.maxSeconds`, `at least minSeconds (${minSeconds})`, maxSeconds)
  const links = visits.slice(1).map(
    (to, k): Link => ({
      kind: 'synchronisation',
      from: visits[k] ?? to,
      to,
      measuredFrom: 'start',
      minSeconds,
      maxSeconds,
    }),
  )
  return { kind, links }
}

/** Reads the work orders into visits (one per seat), with the links between seats. */
export const readWorkOrders = (
  inspector: Inspector,
  value: unknown,
  context: VisitContext,
): {
  readonly workOrders: readonly WorkOrder[]
  readonly visits: readonly Visit[]
  readonly links: readonly Link[]
  readonly series: readonly string[]
  readonly workOrderIndex: ReadonlyMap<string, number>
  readonly visitIndex: ReadonlyMap<string, number>
} => {
  const workOrderIndex = new Map<string, number>()
  const visitIndex = new Map<string, number>()
  const seriesIndex = new Map<string, number>()
  const workOrders: WorkOrder[] = []
  const visits: Visit[] = []
  const links: Link[] = []
  for (const [at, item] of inspector.list('workOrders', value)) {
    const raw = inspector.record(at, item)
    const id = inspector.text(`${at}.id`, raw.id)
    inspector.enter(`${at}.id`, id, workOrderIndex)
    const series = raw.series === undefined ? undefined : inspector.text(`${at}.series`, raw.series)
    if (series !== undefined && !seriesIndex.has(series)) seriesIndex.set(series, seriesIndex.size)
    const frame: Frame = {
      raw,
      at,
      workOrder: workOrders.length,
      location:
        raw.location === undefined
          ? context.locations.size
          : inspector.reference(`${at}.location`, raw.location, context.locations, 'location'),
      series: series === undefined ? -1 : (seriesIndex.get(series) ?? -1),
    }
    const given = inspector.list(`${at}.positions`, raw.positions)
    const seats = given.length > 0 ? given : ([[at, raw]] as const)
    const own: number[] = []
    seats.forEach(([path, seat], k) => {
      const seatId = seats.length === 1 ? id : `${id}/${k + 1}`
      const visit = readSeat(inspector, path, inspector.record(path, seat), {
        frame,
        context,
        id: seatId,
      })
      inspector.enter(`${path}.id`, visit.id, visitIndex)
      own.push(visits.length)
      visits.push(Object.freeze({ ...visit, index: visits.length }))
    })
    const synchronisation = readSynchronisation(inspector, frame, own)
    links.push(...synchronisation.links)
    workOrders.push({
      index: workOrders.length,
      id,
      visits: own,
      synchronisation: synchronisation.kind,
    })
  }
  return { workOrders, visits, links, series: [...seriesIndex.keys()], workOrderIndex, visitIndex }
}
