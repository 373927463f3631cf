// Bringing in files: an upload is read, mapped, checked line by line, and imported wholly or not at all.
import { z } from 'zod'
import { endpoint, id, instant, page, pageQuery } from './kernel.ts'

/** What a file may bring in: clients with their sites and assets, technicians, or work orders. */
export const importKind = z.enum(['sites', 'technicians', 'work-orders'])
export type ImportKind = z.infer<typeof importKind>

/** How the file's bytes are text. `macintosh` is what old spreadsheets on a Mac write. */
export const fileEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'])
export type FileEncoding = z.infer<typeof fileEncoding>

export const separator = z.enum([';', ',', '\t', '|'])
export type Separator = z.infer<typeof separator>

/** A sentence in both languages. */
export const bilingual = z.object({ fr: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof bilingual>

/** One thing a line can tell. Several columns may feed it when `many`: they are joined with a dash. */
export const importField = z.object({
  key: z.string(),
  label: bilingual,
  group: bilingual,
  /** What is accepted, e.g. “48,86 or 48.86”. */
  hint: bilingual,
  required: z.boolean(),
  many: z.boolean(),
})
export type ImportField = z.infer<typeof importField>

/** From the key of a field to the indexes of the columns that feed it, from 0. */
export const mapping = z.record(z.string().max(60), z.array(z.int().min(0).max(999)).max(40))
export type Mapping = z.infer<typeof mapping>

/** `index` from 0; `header` is what the file calls it, or `Col. C`; `filled` counts lines that have a value. */
export const importColumn = z.object({
  index: z.int(),
  header: z.string(),
  samples: z.array(z.string()),
  filled: z.int(),
})
export type ImportColumn = z.infer<typeof importColumn>

/** How many of one noun were (or would be) made, changed, or found as they are. */
export const tally = z.object({ created: z.int(), updated: z.int(), unchanged: z.int() })
export type Tally = z.infer<typeof tally>

/** By noun: `clients`, `sites`, `assets`, `technicians`, `skills`, `work-orders`. */
export const tallies = z.record(z.string(), tally)
export type Tallies = z.infer<typeof tallies>

/** `geocoding`: sites whose position is being looked up; `withoutPosition`: those left with the mark. */
export const importResult = z.object({
  tallies,
  skippedLines: z.int(),
  withoutPosition: z.int(),
  geocoding: z.int(),
})
export type ImportResult = z.infer<typeof importResult>

/** Choices beside the mapping. `createMissing`: skills the organisation does not know yet are added. */
export const importChoices = z.object({ createMissing: z.boolean().default(false) })
export type ImportChoices = z.infer<typeof importChoices>

/** A file that was brought here and waits to be mapped and imported; its bytes are dropped afterwards. */
export const importDraft = z.object({
  id,
  kind: importKind,
  fileName: z.string(),
  bytes: z.int(),
  encoding: fileEncoding,
  separator,
  hasHeader: z.boolean(),
  lineCount: z.int(),
  columns: z.array(importColumn),
  fields: z.array(importField),
  mapping,
  /** The mapping is the one used last for files with these headers. */
  remembered: z.boolean(),
  choices: importChoices,
  state: z.enum(['open', 'done']),
  result: importResult.nullable(),
  createdAt: instant,
  createdBy: z.string(),
})
export type ImportDraft = z.infer<typeof importDraft>

/** One fault: `line` as an editor counts them, from 1; `column` as the file calls it, '' for the whole line. */
export const importFault = z.object({
  line: z.int(),
  column: z.string(),
  field: z.string(),
  expected: bilingual,
  got: z.string(),
})
export type ImportFault = z.infer<typeof importFault>

export const lineOutcome = z.enum(['create', 'update', 'keep', 'faulty'])
export type LineOutcome = z.infer<typeof lineOutcome>

/** One line as it will be read: values by key of field. */
export const previewLine = z.object({
  line: z.int(),
  outcome: lineOutcome,
  values: z.record(z.string(), z.string()),
})
export type PreviewLine = z.infer<typeof previewLine>

/** A dry run. `faults` lists at most 10,000 of `faultCount`; `faultyLines` would be skipped. */
export const importCheck = z.object({
  lines: z.int(),
  faultyLines: z.int(),
  faultCount: z.int(),
  faults: z.array(importFault),
  tallies,
  preview: z.array(previewLine),
})
export type ImportCheck = z.infer<typeof importCheck>

/** A line of the list of imports. */
export const importSummary = importDraft.pick({
  id: true,
  kind: true,
  fileName: true,
  bytes: true,
  state: true,
  result: true,
  createdAt: true,
  createdBy: true,
})
export type ImportSummary = z.infer<typeof importSummary>

const tag = 'Imports'
const params = z.object({ importId: id })

/** The bytes of a file, sent as they are with `content-type: text/csv` (or application/octet-stream). */
export const fileBytes = z
  .instanceof(Uint8Array)
  .meta({ type: 'string', format: 'binary', description: 'The file as it is' })

export const openImport = endpoint({
  method: 'POST',
  path: '/api/imports',
  tag,
  summary: 'Bring a CSV file; answers how it was read. Nothing is imported yet',
  query: z.object({
    fileName: z.string().trim().min(1).max(300),
    kind: importKind.optional(),
  }),
  body: fileBytes,
  returns: importDraft,
  status: 201,
})
export const listImports = endpoint({
  method: 'GET',
  path: '/api/imports',
  tag,
  summary: 'Files brought in, latest first',
  query: pageQuery,
  returns: page(importSummary),
})
export const getImport = endpoint({
  method: 'GET',
  path: '/api/imports/:importId',
  tag,
  summary: 'One import with its columns and mapping',
  params,
  returns: importDraft,
})
export const changeImport = endpoint({
  method: 'PATCH',
  path: '/api/imports/:importId',
  tag,
  summary: 'Read the file otherwise, or map its columns otherwise',
  params,
  body: z.object({
    kind: importKind.optional(),
    encoding: fileEncoding.optional(),
    separator: separator.optional(),
    hasHeader: z.boolean().optional(),
    mapping: mapping.optional(),
    choices: importChoices.optional(),
  }),
  returns: importDraft,
})
export const checkImport = endpoint({
  method: 'GET',
  path: '/api/imports/:importId/check',
  tag,
  summary: 'Dry run: every fault, what would be made and changed, the first lines as read',
  params,
  returns: importCheck,
})
export const runImport = endpoint({
  method: 'POST',
  path: '/api/imports/:importId/run',
  tag,
  summary: 'Import, wholly or not at all; faulty lines stop it unless they are skipped',
  params,
  body: z.object({ skipFaulty: z.boolean().default(false) }),
  returns: importDraft,
})
export const discardImport = endpoint({
  method: 'DELETE',
  path: '/api/imports/:importId',
  tag,
  summary: 'Drop a file that is not to be imported',
  params,
  returns: z.undefined(),
  status: 204,
})

/** What happened here, as told on the live stream. */
export const integrationEvents = {
  import_finished: z.object({ importId: id, kind: importKind, fileName: z.string(), tallies }),
  sites_geocoded: z.object({ found: z.int(), missing: z.int() }),
}
