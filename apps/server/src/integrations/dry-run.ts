// Reads a file under its mapping and plans it, without writing: every fault, and what would be done.
import type {
  ImportCheck,
  ImportChoices,
  ImportDraft,
  ImportFault,
  Mapping,
} from '@regie/contract/integrations'
import { fail } from '../platform/errors.ts'
import type { Tx } from '../platform/work.ts'
import { readTable, type Table } from './csv/read-table.ts'
import {
  type Intake,
  type IntakePlan,
  type Line,
  readLines,
  tellRepeats,
  unmapped,
} from './intake.ts'
import { intakeOf } from './kinds.ts'
import type { Upload } from './store.ts'

const MAX_FAULTS = 10_000
const PREVIEW = 20

export type DryRun = {
  readonly faults: readonly ImportFault[]
  readonly lines: readonly Line[]
  readonly faulty: ReadonlySet<number>
  /** What is left when the faulty lines are passed over. */
  readonly plan: IntakePlan
}

/** The file as it is to be read; refuses when its content is gone. */
export function tableOf(upload: Upload): Table {
  if (!upload.content) throw fail('wrong_state', { state: upload.state })
  return readTable(upload.content, upload)
}

/** `table`, `mapping` and the organisation's data give the faults; lines with faults are left out and the rest planned again. */
export async function dryRun(
  tx: Tx,
  intake: Intake,
  table: Table,
  { mapping, choices }: { mapping: Mapping; choices: ImportChoices },
): Promise<DryRun> {
  const missing = unmapped(intake.fields, mapping, table.columns)
  const faults: ImportFault[] = [...missing]
  const faulty = new Set<number>()
  const first = readLines(table, intake.fields, mapping)
  let lines = missing.length ? [] : first
  for (;;) {
    // A line that lacks a value is read all the same, so that everything wrong with it is told at once.
    const plan = await intake.plan(
      tx,
      lines.filter((line) => !line.faults.some(({ field }) => field === '')),
      choices,
    )
    tellRepeats(lines, intake.identity(mapping))
    const bad = lines.filter((line) => line.faults.length > 0)
    if (bad.length === 0) return { faults: faults.sort(byPlace), lines: first, faulty, plan }
    for (const line of bad) {
      faulty.add(line.number)
      faults.push(...line.faults)
    }
    const rows = table.rows.filter((row) => !faulty.has(row.line))
    lines = readLines({ ...table, rows }, intake.fields, mapping)
  }
}

const byPlace = (a: ImportFault, b: ImportFault): number => a.line - b.line

/** What a person reads before importing. */
export async function checkImport(tx: Tx, upload: Upload): Promise<ImportCheck> {
  const intake = intakeOf(upload.kind)
  const table = tableOf(upload)
  const { faults, lines, faulty, plan } = await dryRun(tx, intake, table, upload)
  const outcomes = new Map([...plan.outcomes].map(([line, outcome]) => [line.number, outcome]))
  return {
    lines: table.rows.length,
    faultyLines: faulty.size,
    faultCount: faults.length,
    faults: faults.slice(0, MAX_FAULTS),
    tallies: plan.tallies,
    preview: lines.slice(0, PREVIEW).map((line) => ({
      line: line.number,
      outcome: outcomes.get(line.number) ?? 'faulty',
      values: Object.fromEntries(
        Object.keys(upload.mapping).map((key) => [key, line.shown[key] ?? line.text(key)]),
      ),
    })),
  }
}

/** An upload as screens see it. */
export function draftOf(upload: Upload): ImportDraft {
  const { content, ...known } = upload
  const table = content && tableOf(upload)
  return {
    ...known,
    lineCount: table?.rows.length ?? 0,
    columns: [...(table?.columns ?? [])],
    fields: intakeOf(upload.kind).fields.map(
      ({ synonyms: _, join: __, looksLike: ___, ...seen }) => seen,
    ),
  }
}
