// For whoever tells people: when those who were asked hear of it only later, the others wait with them.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Tx } from '../platform/work.ts'
import { postponeWave } from './store/requests.ts'
import { readSettings } from './store/settings.ts'

export async function holdWaves(tx: Tx, askId: Id, toldAt: Instant): Promise<void> {
  await postponeWave(tx, askId, toldAt, (await readSettings(tx)).waveMinutes)
}
