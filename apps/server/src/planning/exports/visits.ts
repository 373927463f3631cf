// What every exported file is made of: the visits of the range that pass the filters of the screen, in its order, the
// seats that nobody has, and the breaks between.

import type { ExportQuestion } from '@regie/contract/board-exports'
import {
  type BoardGrouping,
  showsOpenSeat,
  showsTechnician,
  showsWork,
} from '@regie/contract/board-filters'
import type { Bar, Board, BoardTechnician, OpenSeat } from '@regie/contract/planning'
import type { Tx } from '../../platform/work.ts'
import { isLive } from '../model.ts'
import { getBoard } from '../queries/board.ts'
import { type DayBreak, makeBreaks } from './breaks.ts'

/** One line: a visit, or a seat that nobody has. */
export type ExportedLine = {
  readonly work: OpenSeat
  readonly bar: Bar | null
  readonly technician: BoardTechnician | null
  /** The break that the day's work calls for right before it. */
  readonly pause: DayBreak | null
  /** Who is on the work order, seat by seat, where several are; the seats that nobody has come last. */
  readonly crew: readonly string[]
}

export type Exported = {
  readonly lines: readonly ExportedLine[]
  readonly breaks: readonly DayBreak[]
  /** Who has a row, with or without visits. */
  readonly technicians: readonly BoardTechnician[]
}

/** What has no heading comes last. */
const LAST = '\uffff'

/** The heading a visit stands under on screen; rows by skill repeat people, a file does not. */
const headingOf = ({ work, technician }: ExportedLine, rows: BoardGrouping): string => {
  switch (rows) {
    case 'team':
      // What nobody has stands over all of them.
      return technician ? technician.team || LAST : ''
    case 'project':
      return work.projectName || LAST
    case 'client':
      return work.clientName
    case 'site':
      return work.siteName
    case 'technician':
    case 'skill':
      return ''
    default:
      return rows satisfies never
  }
}

const isWork = (rows: BoardGrouping): boolean =>
  rows === 'project' || rows === 'client' || rows === 'site'

const sorted = (lines: readonly ExportedLine[], rows: BoardGrouping): ExportedLine[] => {
  const keysOf = (line: ExportedLine) => [
    headingOf(line, rows),
    ...(isWork(rows) ? [] : [line.technician?.name ?? '']),
    line.work.startsAt,
    line.work.workOrderId,
  ]
  const keys = new Map(lines.map((line) => [line, keysOf(line)]))
  const idOf = ({ bar, work }: ExportedLine) => bar?.id ?? work.positionId
  return lines.toSorted((a, b) => {
    const [left = [], right = []] = [keys.get(a), keys.get(b)]
    for (const [rank, key] of left.entries()) {
      const order = key.localeCompare(right[rank] ?? '', 'fr')
      if (order !== 0) return order
    }
    return idOf(a) < idOf(b) ? -1 : 1
  })
}

/** Names of a crew with their seats, by work order. */
const crewsOf = ({ bars, openSeats }: Board): ReadonlyMap<string, readonly string[]> => {
  const several = bars.filter(({ seats, state }) => seats > 1 && isLive(state))
  const seatOf = ({ positionName }: OpenSeat, who: string) =>
    positionName ? `${who} (${positionName})` : who
  const crews = Map.groupBy(several, ({ workOrderId }) => workOrderId)
  const holes = Map.groupBy(openSeats, ({ workOrderId }) => workOrderId)
  return new Map(
    [...new Set([...crews.keys(), ...holes.keys()])].map((id) => [
      id,
      [
        ...(crews.get(id) ?? []).map((bar) => seatOf(bar, bar.technicianName)),
        ...(holes.get(id) ?? []).map((seat) => seatOf(seat, '–')),
      ],
    ]),
  )
}

export async function readLines(tx: Tx, question: ExportQuestion): Promise<Exported> {
  const { from, until, rows, ...filters } = question
  const board = await getBoard(tx, { from, until })
  const now = Date.parse(tx.now())
  const technicians = board.technicians.filter((one) => showsTechnician(filters, one))
  const byId = new Map(technicians.map((one) => [one.id, one]))
  const { breaks, before } = makeBreaks(board, technicians)
  const crews = crewsOf(board)
  const crewOf = ({ workOrderId }: OpenSeat) => crews.get(workOrderId) ?? []
  const visits = board.bars.flatMap((bar): ExportedLine[] => {
    const technician = byId.get(bar.technicianId)
    if (!technician || !isLive(bar.state) || !showsWork(filters, bar, now)) return []
    return [{ work: bar, bar, technician, pause: before.get(bar.id) ?? null, crew: crewOf(bar) }]
  })
  const open = board.openSeats
    .filter((seat) => showsOpenSeat(filters, seat))
    .map((work) => ({ work, bar: null, technician: null, pause: null, crew: crewOf(work) }))
  return { lines: sorted([...open, ...visits], rows), breaks, technicians }
}
