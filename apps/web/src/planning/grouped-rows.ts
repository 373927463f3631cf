// The rows of the board by what they are grouped by: people under headings, or the work itself.
import type { BoardGrouping } from '@regie/contract/board-filters'
import type { Bar, BoardTechnician, OpenSeat } from '@regie/contract/planning'
import type { BoardBar, BoardRow } from './engine/model.ts'
import { headingRow, repeatedRow, SEATS_ROW, workRow } from './engine/row-id.ts'
import { barsOf, loadOf, rowOf } from './from-contract.ts'
import { type OpenBar, openSeatBars, openWorks } from './open-bars.ts'

/** What stands at the left of a row. */
export type RowHead =
  | { readonly kind: 'technician'; readonly technician: BoardTechnician }
  | {
      readonly kind: 'heading'
      readonly key: string
      readonly name: string
      readonly people: number
      readonly planned: number
      readonly capacity: number
      readonly isOpen: boolean
    }
  | {
      readonly kind: 'work'
      readonly name: string
      readonly detail: string
      readonly visits: number
      readonly minutes: number
      /** Seats that nobody has. */
      readonly open: number
    }
  /** What nobody has, over the rows of people. */
  | { readonly kind: 'seats'; readonly open: number; readonly works: number }

/** What a row is called; `none`: work that belongs to nothing. */
export const nameOfHead = (head: RowHead, none: string, seats: string): string =>
  head.kind === 'technician'
    ? head.technician.name
    : head.kind === 'seats'
      ? seats
      : head.name || none

export type GroupedRows = {
  readonly rows: readonly BoardRow[]
  readonly bars: readonly BoardBar[]
  /** Those of the bars that are seats nobody has, by id. */
  readonly open: ReadonlyMap<string, OpenBar>
  readonly heads: ReadonlyMap<string, RowHead>
  /** The row a bar stands in; of several the first. */
  readonly rowOfBar: (bar: Bar) => string
}

export type Sources = {
  readonly technicians: readonly BoardTechnician[]
  readonly bars: readonly Bar[]
  /** Seats that nobody has, of work that several do. */
  readonly openSeats: readonly OpenSeat[]
  readonly grouping: BoardGrouping
  /** Headings whose people are folded away. */
  readonly folded: ReadonlySet<string>
}

type Heading = { readonly key: string; readonly name: string; readonly people: BoardTechnician[] }

const headingsOf = (technician: BoardTechnician, grouping: BoardGrouping) =>
  grouping === 'team'
    ? [{ key: technician.team, name: technician.team }]
    : technician.skills.length > 0
      ? technician.skills.map(({ id, name }) => ({ key: id, name }))
      : [{ key: '', name: '' }]

/** By name; what has none comes last. */
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  Number(a.name === '') - Number(b.name === '') || a.name.localeCompare(b.name)

const makeHeadings = ({ technicians, grouping }: Sources): Heading[] => {
  const headings = new Map<string, Heading>()
  for (const technician of technicians)
    for (const { key, name } of headingsOf(technician, grouping)) {
      const heading = headings.get(key) ?? { key, name, people: [] }
      heading.people.push(technician)
      headings.set(key, heading)
    }
  return [...headings.values()].sort(byName)
}

const repeated = new WeakMap<BoardRow, Map<string, BoardRow>>()

const rowAs = (row: BoardRow, id: string): BoardRow => {
  if (row.id === id) return row
  const known = repeated.get(row) ?? new Map<string, BoardRow>()
  repeated.set(row, known)
  const made = known.get(id) ?? { ...row, id }
  known.set(id, made)
  return made
}

const moved = new WeakMap<BoardBar, Map<string, BoardBar>>()

/** The bar in another row than its technician's; the same bar and row give the very same object. */
const barAs = (bar: BoardBar, rowId: string, who: string | null): BoardBar => {
  if (bar.rowId === rowId) return bar
  const known = moved.get(bar) ?? new Map<string, BoardBar>()
  moved.set(bar, known)
  const named = who === null ? {} : { title: who, detail: `${bar.title} · ${bar.detail}` }
  const made = known.get(rowId) ?? { ...bar, rowId, ...named }
  known.set(rowId, made)
  return made
}

const sumOf = (people: readonly BoardTechnician[]) =>
  people.map(loadOf).reduce(
    (sum, one) => ({
      planned: sum.planned + one.planned,
      capacity: sum.capacity + one.capacity,
    }),
    { planned: 0, capacity: 0 },
  )

const headingRows = new Map<string, BoardRow>()

const rowOfHeading = (id: string, name: string): BoardRow => {
  const known = headingRows.get(id)
  if (known?.name === name) return known
  const made: BoardRow = { id, name, work: [], absences: [], heading: true }
  headingRows.set(id, made)
  return made
}

/** Work may be done at any hour: nothing in such a row is grey. */
const ALWAYS = [{ from: -8.64e15, until: 8.64e15 }]
const NO_OPEN: ReadonlyMap<string, OpenBar> = new Map()
const byId = (open: readonly OpenBar[]) => new Map(open.map((one) => [one.bar.id, one]))
const seatsRow: BoardRow = {
  id: SEATS_ROW,
  name: '',
  work: ALWAYS,
  absences: [],
}

/** Over the people what nobody has, one bar a crew; nothing when every seat is taken. */
const withSeatsRow = (made: GroupedRows, { bars, openSeats }: Sources): GroupedRows => {
  if (openSeats.length === 0) return made
  const open = openWorks(bars, openSeats)
  const head: RowHead = { kind: 'seats', open: openSeats.length, works: open.length }
  return {
    ...made,
    rows: [seatsRow, ...made.rows],
    bars: [...made.bars, ...open.map(({ bar }) => bar)],
    open: byId(open),
    heads: new Map([...made.heads, [SEATS_ROW, head]]),
  }
}

/** People under headings. Under a skill somebody stands as often as they have skills shown. */
const peopleRows = (sources: Sources): GroupedRows => {
  const { grouping, folded } = sources
  const rows: BoardRow[] = []
  const bars: BoardBar[] = []
  const heads = new Map<string, RowHead>()
  const firstRow = new Map<string, string>()
  const own = Map.groupBy(barsOf(sources.bars, sources.openSeats), ({ rowId }) => rowId)
  for (const { key, name, people } of makeHeadings(sources)) {
    const headId = headingRow(key)
    const isOpen = !folded.has(key)
    rows.push(rowOfHeading(headId, name))
    heads.set(headId, {
      kind: 'heading',
      key,
      name,
      people: people.length,
      isOpen,
      ...sumOf(people),
    })
    for (const technician of isOpen ? people : []) {
      const id = grouping === 'team' ? technician.id : repeatedRow(key, technician.id)
      rows.push(rowAs(rowOf(technician), id))
      heads.set(id, { kind: 'technician', technician })
      if (!firstRow.has(technician.id)) firstRow.set(technician.id, id)
      for (const bar of own.get(technician.id) ?? []) bars.push(barAs(bar, id, null))
    }
  }
  const rowOfBar = (bar: Bar) => firstRow.get(bar.technicianId) ?? bar.technicianId
  return withSeatsRow({ rows, bars, open: NO_OPEN, heads, rowOfBar }, sources)
}

type WorkLabel = Pick<
  Bar,
  'projectId' | 'projectName' | 'clientId' | 'clientName' | 'siteId' | 'siteName' | 'city'
>

const workOf = (
  bar: WorkLabel,
  grouping: BoardGrouping,
): { readonly key: string; readonly name: string; readonly detail: string } => {
  if (grouping === 'project')
    return { key: bar.projectId ?? '', name: bar.projectName, detail: bar.clientName }
  if (grouping === 'client') return { key: bar.clientId, name: bar.clientName, detail: '' }
  return {
    key: bar.siteId,
    name: bar.siteName,
    detail: [bar.city, bar.clientName].filter(Boolean).join(' · '),
  }
}

type WorkGroup = {
  readonly id: string
  readonly name: string
  readonly detail: string
  readonly bars: { readonly bar: Bar; readonly made: BoardBar }[]
  open: number
}

/** One row a project, client or site; its bars name who goes there. Only people shown count. */
const workRows = ({ technicians, bars: all, openSeats, grouping }: Sources): GroupedRows => {
  const shown = new Set(technicians.map(({ id }) => id))
  const groups = new Map<string, WorkGroup>()
  const groupOf = (work: WorkLabel): WorkGroup => {
    const { key, name, detail } = workOf(work, grouping)
    const group = groups.get(key) ?? { id: workRow(key), name, detail, bars: [], open: 0 }
    groups.set(key, group)
    return group
  }
  const drawn = barsOf(all, openSeats)
  for (const [rank, bar] of all.entries()) {
    if (!shown.has(bar.technicianId)) continue
    groupOf(bar).bars.push({ bar, made: drawn[rank] as BoardBar })
  }
  for (const seat of openSeats) groupOf(seat).open++
  const bars: BoardBar[] = []
  const heads = new Map<string, RowHead>()
  const sorted = [...groups.values()].sort(byName)
  for (const { id, name, detail, bars: own, open } of sorted) {
    const minutes = own.reduce((sum, { made }) => sum + (made.until - made.from) / 60_000, 0)
    heads.set(id, { kind: 'work', name, detail, visits: own.length, minutes, open })
    for (const { bar, made } of own) bars.push(barAs(made, id, bar.technicianName))
  }
  const rows = sorted.map(({ id, name }) => rowOfWork(id, name))
  const workRowOf = (work: WorkLabel) => workRow(workOf(work, grouping).key)
  const open = openSeatBars(all, openSeats, workRowOf)
  for (const { bar } of open) bars.push(bar)
  return { rows, bars, open: byId(open), heads, rowOfBar: workRowOf }
}

const madeWorkRows = new Map<string, BoardRow>()

const rowOfWork = (id: string, name: string): BoardRow => {
  const known = madeWorkRows.get(id)
  if (known?.name === name) return known
  const made: BoardRow = { id, name, work: ALWAYS, absences: [] }
  madeWorkRows.set(id, made)
  return made
}

/** Rows, bars and what stands before them; what did not change keeps its identity. */
export const groupRows = (sources: Sources): GroupedRows => {
  switch (sources.grouping) {
    case 'technician': {
      const { technicians, bars, openSeats } = sources
      const made: GroupedRows = {
        rows: technicians.map(rowOf),
        bars: barsOf(bars, openSeats),
        open: NO_OPEN,
        heads: new Map(
          technicians.map((technician) => [technician.id, { kind: 'technician', technician }]),
        ),
        rowOfBar: ({ technicianId }) => technicianId,
      }
      return withSeatsRow(made, sources)
    }
    case 'team':
    case 'skill':
      return peopleRows(sources)
    case 'project':
    case 'client':
    case 'site':
      return workRows(sources)
    default:
      return sources.grouping satisfies never
  }
}
