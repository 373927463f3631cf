// The visible range of the board taken away as a file: for Excel, for another program, for a calendar.
import { z } from 'zod'
import { boardFilters, boardGrouping } from './board-filters.ts'
import { endpoint, instant } from './kernel.ts'

/** A file, sent as it is with its own content type and name. */
const file = z
  .instanceof(Uint8Array)
  .meta({ type: 'string', format: 'binary', description: 'The file as it is' })

const asked = boardFilters.extend({
  from: instant,
  until: instant,
  /** Whose rows come first; within a row by time. */
  rows: boardGrouping.default('technician'),
})
export type ExportQuestion = z.infer<typeof asked>

const tag = 'Board exports'

export const exportCsv = endpoint({
  method: 'GET',
  path: '/api/planning/exports/board.csv',
  tag,
  summary: 'The visits of a range as CSV for Excel: UTF-8 with BOM, `;`, times of the organisation',
  query: asked,
  returns: file,
})
export const exportXlsx = endpoint({
  method: 'GET',
  path: '/api/planning/exports/board.xlsx',
  tag,
  summary: 'The visits of a range and the load of each technician as an Excel workbook',
  query: asked,
  returns: file,
})
export const exportIcs = endpoint({
  method: 'GET',
  path: '/api/planning/exports/board.ics',
  tag,
  summary: 'The visits of a range as a calendar file; a snapshot that follows nothing',
  query: asked,
  returns: file,
})
