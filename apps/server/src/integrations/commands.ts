// What people do with files: bring one, say how it is read, import it, or drop it.
import type {
  FileEncoding,
  ImportChoices,
  ImportDraft,
  ImportKind,
  ImportResult,
  Mapping,
  Separator,
} from '@regie/contract/integrations'
import type { Id } from '@regie/contract/kernel'
import { fail } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import { command, type Tx } from '../platform/work.ts'
import { readTable, type Table } from './csv/read-table.ts'
import { draftOf, dryRun, tableOf } from './dry-run.ts'
import { happened } from './events.ts'
import { intakeOf, likeliestKind } from './kinds.ts'
import { fitMapping, guessMapping, signatureOf } from './mapping.ts'
import { geocodingTicket } from './model.ts'
import {
  deleteOpenBefore,
  deleteUpload,
  findUpload,
  finishUpload,
  insertUpload,
  lockImports,
  rememberedMapping,
  rememberMapping,
  saveUpload,
  type Upload,
} from './store.ts'

const mayImport = { permission: 'integrations.import' } as const
const WEEK_MS = 7 * 86_400_000

type Brought = { fileName: string; kind?: ImportKind | undefined; bytes: Uint8Array }

export const openImport = command(
  'integrations.open-import',
  mayImport,
  async (tx, { fileName, kind, bytes }: Brought): Promise<ImportDraft> => {
    await deleteOpenBefore(tx, new Date(Date.parse(tx.now()) - WEEK_MS).toISOString())
    const table = readTable(bytes)
    const upload: Upload = {
      id: tx.newId(),
      fileName,
      bytes: bytes.length,
      content: bytes,
      encoding: table.encoding,
      separator: table.separator,
      hasHeader: table.hasHeader,
      ...(await mappingFor(tx, table, kind)),
      state: 'open',
      result: null,
      createdAt: tx.now(),
      createdBy: tx.actor.name,
    }
    await insertUpload(tx, upload)
    return draftOf(upload)
  },
)

/** The remembered mapping of files like this one, else a guess. */
async function mappingFor(
  tx: Tx,
  table: Table,
  kind: ImportKind | undefined,
): Promise<Pick<Upload, 'kind' | 'mapping' | 'choices' | 'remembered'>> {
  const known = await rememberedMapping(tx, signatureOf(table), kind)
  if (known) {
    const mapping = fitMapping(known.mapping, intakeOf(known.kind), table)
    return { ...known, mapping, remembered: true }
  }
  const likely = kind ?? likeliestKind(table)
  return {
    kind: likely,
    mapping: guessMapping(intakeOf(likely), table),
    choices: { createMissing: false },
    remembered: false,
  }
}

type Change = {
  importId: Id
  kind?: ImportKind | undefined
  encoding?: FileEncoding | undefined
  separator?: Separator | undefined
  hasHeader?: boolean | undefined
  mapping?: Mapping | undefined
  choices?: ImportChoices | undefined
}

export const changeImport = command(
  'integrations.change-import',
  mayImport,
  async (tx, { importId, ...change }: Change): Promise<ImportDraft> => {
    const before = found(await findUpload(tx, importId), 'import')
    const read = {
      ...before,
      encoding: change.encoding ?? before.encoding,
      separator: change.separator ?? before.separator,
      hasHeader: change.hasHeader ?? before.hasHeader,
    }
    const table = tableOf(read)
    const kind = change.kind ?? before.kind
    const otherwise =
      kind !== before.kind ||
      read.separator !== before.separator ||
      read.hasHeader !== before.hasHeader
    const mapped = otherwise
      ? await mappingFor(tx, table, kind)
      : { kind, mapping: before.mapping, choices: before.choices, remembered: before.remembered }
    const upload: Upload = {
      ...read,
      ...mapped,
      ...(change.mapping
        ? { mapping: fitMapping(change.mapping, intakeOf(kind), table), remembered: false }
        : {}),
      choices: change.choices ?? mapped.choices,
    }
    await saveUpload(tx, upload)
    return draftOf(upload)
  },
)

export const runImport = command(
  'integrations.run-import',
  mayImport,
  async (tx, { importId, skipFaulty }: { importId: Id; skipFaulty: boolean }) => {
    await lockImports(tx)
    const upload = found(await findUpload(tx, importId), 'import')
    const intake = intakeOf(upload.kind)
    if (!tx.may(intake.permission)) throw fail('forbidden', { permission: intake.permission })
    const table = tableOf(upload)
    const { faults, faulty, plan } = await dryRun(tx, intake, table, upload)
    if (faults.length > faultsOf(faults, faulty) || (faulty.size > 0 && !skipFaulty))
      throw fail('import_has_faults', { count: Math.max(faulty.size, 1) })
    await plan.apply()
    const result: ImportResult = {
      tallies: plan.tallies,
      skippedLines: faulty.size,
      withoutPosition: plan.withoutPosition.length,
      geocoding: plan.withoutPosition.filter(({ hasAddress }) => hasAddress).length,
    }
    if (!(await finishUpload(tx, importId, result)))
      throw fail('wrong_state', { state: upload.state })
    await rememberMapping(tx, signatureOf(table), upload)
    if (result.geocoding > 0)
      await tx.enqueue(geocodingTicket, {}, { key: tx.actor.organizationId })
    const { kind, fileName } = upload
    tx.emit(happened.import_finished({ importId, kind, fileName, tallies: result.tallies }))
    return draftOf(found(await findUpload(tx, importId), 'import'))
  },
)

/** Faults that belong to lines; those of the file itself (a missing column) cannot be skipped. */
const faultsOf = (faults: readonly { line: number }[], faulty: ReadonlySet<number>): number =>
  faults.filter(({ line }) => faulty.has(line)).length

export const discardImport = command(
  'integrations.discard-import',
  mayImport,
  async (tx, { importId }: { importId: Id }): Promise<undefined> => {
    found((await deleteUpload(tx, importId)) === 1 ? true : undefined, 'import')
  },
)
