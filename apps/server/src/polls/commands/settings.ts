import type { PollSettings } from '@regie/contract/polls'
import { expectCurrent } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { readSettings, writeSettings } from '../store/settings.ts'

export const saveSettings = command(
  'polls.save-settings',
  { permission: 'polls.configure' },
  async (tx, next: PollSettings): Promise<PollSettings> => {
    const { savedAt: _before, ...before } = await readSettings(tx)
    expectCurrent(before.version === next.version && (await writeSettings(tx, next)), before)
    tx.emit(happened.poll_settings_changed({ enabled: next.enabled }))
    const { savedAt: _, ...saved } = await readSettings(tx)
    return saved
  },
)
