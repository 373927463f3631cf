// What every exported file is made of: the visits of the range that pass the filters of the screen, in its order.

import type { ExportQuestion } from '@regie/contract/board-exports'
import { type BoardGrouping, showsTechnician, showsWork } from '@regie/contract/board-filters'
import type { Bar, BoardTechnician } from '@regie/contract/planning'
import type { Tx } from '../../platform/work.ts'
import { isLive } from '../model.ts'
import { getBoard } from '../queries/board.ts'

export type ExportedVisit = { readonly bar: Bar; readonly technician: BoardTechnician }

export type Exported = {
  readonly visits: readonly ExportedVisit[]
  /** Who has a row, with or without visits. */
  readonly technicians: readonly BoardTechnician[]
}

/** The heading a visit stands under on screen; rows by skill repeat people, a file does not. */
const headingOf = ({ bar, technician }: ExportedVisit, rows: BoardGrouping): string => {
  switch (rows) {
    case 'team':
      return technician.team || '\uffff'
    case 'project':
      return bar.projectName || '\uffff'
    case 'client':
      return bar.clientName
    case 'site':
      return bar.siteName
    case 'technician':
    case 'skill':
      return ''
    default:
      return rows satisfies never
  }
}

export async function readVisits(tx: Tx, question: ExportQuestion): Promise<Exported> {
  const { from, until, rows, ...filters } = question
  const board = await getBoard(tx, { from, until })
  const now = Date.parse(tx.now())
  const technicians = board.technicians.filter((one) => showsTechnician(filters, one))
  const byId = new Map(technicians.map((one) => [one.id, one]))
  const visits = board.bars.flatMap((bar): ExportedVisit[] => {
    const technician = byId.get(bar.technicianId)
    return technician && isLive(bar.state) && showsWork(filters, bar, now)
      ? [{ bar, technician }]
      : []
  })
  const sortedBy = (visit: ExportedVisit) => [
    headingOf(visit, rows),
    ...(rows === 'project' || rows === 'client' || rows === 'site' ? [] : [visit.technician.name]),
    visit.bar.startsAt,
  ]
  const keys = new Map(visits.map((visit) => [visit, sortedBy(visit)]))
  const compare = (a: ExportedVisit, b: ExportedVisit): number => {
    const [left = [], right = []] = [keys.get(a), keys.get(b)]
    for (const [rank, key] of left.entries()) {
      const order = key.localeCompare(right[rank] ?? '', 'fr')
      if (order !== 0) return order
    }
    return a.bar.id < b.bar.id ? -1 : 1
  }
  return { visits: visits.toSorted(compare), technicians }
}
