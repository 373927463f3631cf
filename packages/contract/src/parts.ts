// Parts and products of the organisation's own catalogue, with what they cost the client.
import { z } from 'zod'
import { endpoint, id, instant, text, version } from './kernel.ts'

/** `priceCents`: before tax, for one `unit`; null: not told. */
export const catalogPartDraft = z.object({
  name: text(200),
  reference: z.string().trim().max(80).default(''),
  unit: z.string().trim().max(20).default(''),
  priceCents: z.int().min(0).max(100_000_000).nullable().default(null),
})
export type CatalogPartDraft = z.infer<typeof catalogPartDraft>
export const catalogPart = catalogPartDraft.extend({ id, version, archivedAt: instant.nullable() })
export type CatalogPart = z.infer<typeof catalogPart>

const tag = 'Catalogue'
const params = z.object({ partId: id })

export const listParts = endpoint({
  method: 'GET',
  path: '/api/parts',
  tag,
  summary: 'Parts and products by name',
  query: z.object({ archived: z.stringbool().default(false) }),
  returns: z.array(catalogPart),
})
export const createPart = endpoint({
  method: 'POST',
  path: '/api/parts',
  tag,
  summary: 'Add a part',
  body: catalogPartDraft,
  returns: catalogPart,
  status: 201,
})
export const updatePart = endpoint({
  method: 'PATCH',
  path: '/api/parts/:partId',
  tag,
  summary: 'Change a part',
  params,
  body: catalogPartDraft.extend({ version }),
  returns: catalogPart,
})
export const archivePart = endpoint({
  method: 'POST',
  path: '/api/parts/:partId/archive',
  tag,
  summary: 'Archive a part, or bring it back',
  params,
  body: z.object({ version, archived: z.boolean().default(true) }),
  returns: catalogPart,
})

export const partEvents = { part_changed: z.object({ partId: id, name: z.string() }) }
