// An import in one go, as the command line asks for it: the same steps as on the screen.
import type {
  FileEncoding,
  ImportCheck,
  ImportDraft,
  ImportKind,
  ImportResult,
  Mapping,
  Separator,
} from '@regie/contract/integrations'
import type { Actor } from '../platform/actor.ts'
import { invalid } from '../platform/errors.ts'
import type { Work } from '../platform/work.ts'
import { changeImport, discardImport, openImport, runImport } from './commands.ts'
import { checkImport } from './dry-run.ts'
import { fold } from './reading.ts'
import { findUpload } from './store.ts'

export type FileToImport = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly kind: ImportKind
  readonly encoding?: FileEncoding | undefined
  readonly separator?: Separator | undefined
  /** By key of field: headers of the columns that feed it. The guessed or remembered mapping else. */
  readonly columns: Readonly<Record<string, readonly string[]>>
  readonly createMissing: boolean
  readonly skipFaulty: boolean
  readonly dryRun: boolean
}

export type FileImported = {
  readonly draft: ImportDraft
  readonly check: ImportCheck
  /** Null when nothing was imported: a dry run, or faults. */
  readonly result: ImportResult | null
}

export async function importFile(
  work: Work,
  actor: Actor,
  { fileName, bytes, kind, skipFaulty, dryRun, ...wishes }: FileToImport,
): Promise<FileImported> {
  const opened = await work.act(actor, openImport, { fileName, bytes, kind })
  const importId = opened.id
  try {
    const { encoding, separator } = wishes
    const read = await work.act(actor, changeImport, { importId, encoding, separator })
    const draft = await work.act(actor, changeImport, {
      importId,
      mapping: { ...read.mapping, ...mappingOf(read, wishes.columns) },
      choices: { createMissing: wishes.createMissing },
    })
    const check = await work.read(actor, null, async (tx) => {
      const upload = await findUpload(tx, importId)
      if (!upload) throw new Error('the import is gone')
      return await checkImport(tx, upload)
    })
    const mayRun = !dryRun && (check.faultCount === 0 || (skipFaulty && check.faultyLines > 0))
    const done = mayRun ? await work.act(actor, runImport, { importId, skipFaulty }) : undefined
    if (!done) await work.act(actor, discardImport, { importId })
    return { draft, check, result: done?.result ?? null }
  } catch (error) {
    await work.act(actor, discardImport, { importId }).catch(() => undefined)
    throw error
  }
}

/** Refuses fields and columns that are not there, all at once. */
function mappingOf(draft: ImportDraft, columns: FileToImport['columns']): Mapping {
  const keys = draft.fields.map(({ key }) => key)
  const byHeader = new Map(draft.columns.map(({ header, index }) => [fold(header), index]))
  const unknownFields = Object.keys(columns).filter((key) => !keys.includes(key))
  const unknownColumns = Object.values(columns)
    .flat()
    .filter((header) => !byHeader.has(fold(header)))
  const faults = [
    ...unknownFields.map((got) => ({ path: 'map', expected: `one of ${keys.join(', ')}`, got })),
    ...unknownColumns.map((got) => ({
      path: 'map',
      expected: `one of ${draft.columns.map(({ header }) => header).join(', ')}`,
      got,
    })),
  ]
  if (faults.length) throw invalid(faults)
  return Object.fromEntries(
    Object.entries(columns).map(([key, headers]) => [
      key,
      headers.map((header) => byHeader.get(fold(header)) ?? 0),
    ]),
  )
}
