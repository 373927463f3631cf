// The plan of a stage, drawn for the demo, and where on it everybody works.
import { readFileSync } from 'node:fs'
import type { Id } from '@regie/contract/kernel'
import type { FileStore } from '../../platform/files.ts'
import type { Tx } from '../../platform/work.ts'
import { givePlan, placeSpot } from '../../productions/index.ts'

/** Label, which of its seats, and shares of the plan's width and height. */
const spots: readonly (readonly [string, number, number, number])[] = [
  ['Chef puissance', 1, 0.06, 0.1],
  ['Électricien', 1, 0.105, 0.15],
  ['Astreinte puissance', 1, 0.15, 0.1],
  ['Chef rigger', 1, 0.5, 0.3],
  ['Rigger', 1, 0.722, 0.3],
  ['Astreinte rigging', 1, 0.79, 0.24],
  ['Plateau', 1, 0.215, 0.28],
  ['Plateau', 2, 0.785, 0.4],
  ['Système son', 1, 0.245, 0.53],
  ['Technicien son', 1, 0.755, 0.53],
  ['Chef lumière', 1, 0.42, 0.48],
  ['Technicien lumière', 1, 0.6, 0.48],
  ['Technicien vidéo', 1, 0.5, 0.222],
  ['Son façade', 1, 0.425, 0.8],
  ['Pupitre lumière', 1, 0.5, 0.8],
  ['Régie vidéo', 1, 0.574, 0.8],
  ['Son retours', 1, 0.215, 0.42],
  ['Poursuite', 1, 0.733, 0.86],
]

type Place = { readonly projectId: Id; readonly stageId: Id; readonly stage: string }

export async function planStage(tx: Tx, files: FileStore, { stage, ...at }: Place): Promise<void> {
  const drawing = readFileSync(new URL('../data/stage.svg', import.meta.url), 'utf8')
  const content = Buffer.from(drawing.replaceAll('STAGE', stage))
  await givePlan(tx, files, { ...at, name: `${stage}.svg`, type: 'image/svg+xml', content })
  for (const [label, number, x, y] of spots)
    await placeSpot.run(tx, { ...at, spot: { label, number, x, y } })
}
