// The real facilities of Paris, brought in by the very import everybody uses.
import { readFileSync } from 'node:fs'
import type { Id } from '@regie/contract/kernel'
import { changeImport, openImport, readTable, runImport } from '../../integrations/index.ts'
import type { Tx } from '../../platform/work.ts'
import { siteIds } from '../store.ts'

export type Facility = {
  readonly code: string
  readonly siteId: Id
  readonly kind: 'pool' | 'hall' | 'court' | 'pitch'
}

const kinds: Readonly<Record<string, Facility['kind']>> = {
  'Bassin de natation': 'pool',
  'Salle multisports': 'hall',
  'Court de tennis': 'court',
  'Terrain de grands jeux': 'pitch',
}

export async function bringFacilities(tx: Tx): Promise<Facility[]> {
  const bytes = readFileSync(new URL('../data/facilities.csv', import.meta.url))
  const draft = await openImport.run(tx, { fileName: 'facilities.csv', kind: 'sites', bytes })
  const columns = draft.columns.map(({ header }) => header)
  const at = (...names: string[]) => names.map((name) => columns.indexOf(name))
  await changeImport.run(tx, {
    importId: draft.id,
    mapping: {
      'client.name': at('installation'),
      'site.name': at('installation', 'equipment'),
      'site.externalId': at('facility_id'),
      latitude: at('latitude'),
      longitude: at('longitude'),
      'asset.name': at('equipment'),
      'asset.kind': at('equipment_type'),
      'asset.attributes': at('surface', 'basin_length_m', 'operator', 'updated_on'),
    },
  })
  await runImport.run(tx, { importId: draft.id, skipFaulty: false })
  const ids = await siteIds(tx)
  const [codeAt = 0, kindAt = 0] = at('facility_id', 'equipment_type')
  return readTable(bytes).rows.flatMap(({ cells }) => {
    const code = cells[codeAt] ?? ''
    const siteId = ids.get(code)
    const kind = kinds[cells[kindAt] ?? '']
    return siteId && kind ? [{ code, siteId, kind }] : []
  })
}
