// The exported files as the browser saves them.
import type { ExportQuestion } from '@regie/contract/board-exports'
import type { Download } from '../../platform/http/bind.ts'
import type { Tx } from '../../platform/work.ts'
import { dateAt } from '../local-days.ts'
import { columnsFor } from './columns.ts'
import { writeCsv } from './csv.ts'
import { writeIcs } from './ics.ts'
import { readLines } from './visits.ts'
import { exportWords } from './words.ts'
import { writeXlsx } from './xlsx.ts'

/** `Planning 2026-11-23 – 2026-11-29.csv` */
const nameOf = (tx: Tx, { from, until }: ExportQuestion, ending: string): string => {
  const { timeZone, language } = tx.actor
  const first = dateAt(Date.parse(from), timeZone)
  const last = dateAt(Date.parse(until) - 1, timeZone)
  const days = first === last ? first : `${first} - ${last}`
  return `${exportWords[language].calendar} ${days}.${ending}`
}

export async function csvFile(tx: Tx, question: ExportQuestion): Promise<Download> {
  const { lines } = await readLines(tx, question)
  const { language, timeZone } = tx.actor
  return {
    name: nameOf(tx, question, 'csv'),
    type: 'text/csv; charset=utf-8',
    content: writeCsv(columnsFor(language, timeZone), lines, language),
  }
}

export async function xlsxFile(tx: Tx, question: ExportQuestion): Promise<Download> {
  return {
    name: nameOf(tx, question, 'xlsx'),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await writeXlsx(await readLines(tx, question), tx.actor),
  }
}

export async function icsFile(tx: Tx, question: ExportQuestion): Promise<Download> {
  const { lines } = await readLines(tx, question)
  return {
    name: nameOf(tx, question, 'ics'),
    type: 'text/calendar; charset=utf-8',
    content: writeIcs(lines, { ...tx.actor, now: tx.now() }),
  }
}
