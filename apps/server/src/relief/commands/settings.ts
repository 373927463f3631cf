import type { ReliefSettings } from '@regie/contract/relief-settings'
import { expectCurrent } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { readSettings, writeSettings } from '../store/settings.ts'

export const saveSettings = command(
  'relief.save-settings',
  { permission: 'relief.configure' },
  async (tx, next: ReliefSettings): Promise<ReliefSettings> => {
    const before = await readSettings(tx)
    expectCurrent(before.version === next.version && (await writeSettings(tx, next)), before)
    return await readSettings(tx)
  },
)
