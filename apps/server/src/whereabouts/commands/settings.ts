import type { SharingSettings, ShownSharingSettings } from '@regie/contract/whereabouts'
import { expectCurrent } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { showSettings } from '../queries.ts'
import { forgetAllPositions } from '../store/positions.ts'
import { writeSettings } from '../store/settings.ts'

/** Off means off: what was kept is deleted in the same moment. */
export const saveSettings = command(
  'whereabouts.save-settings',
  { permission: 'whereabouts.configure' },
  async (tx, next: SharingSettings): Promise<ShownSharingSettings> => {
    const before = await showSettings(tx)
    expectCurrent(before.version === next.version && (await writeSettings(tx, next)), before)
    if (!next.enabled) await forgetAllPositions(tx)
    tx.emit(happened.sharing_settings_changed({ enabled: next.enabled }))
    return await showSettings(tx)
  },
)
