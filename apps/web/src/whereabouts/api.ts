// Server state of whereabouts.
import * as contract from '@regie/contract/whereabouts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useCached, useRead } from '../lib/server-state.tsx'

refreshOn(
  ['sharing_settings_changed', 'sharing_agreed', 'sharing_ended'],
  [contract.getSharingSettings, contract.getOwnSharing],
)

const EVERY_MS = 10 * 60_000

/** Hours go by and settings change: asked again now and then. */
export const useOwnSharing = () => useRead(contract.getOwnSharing, {}, { refetchEveryMs: EVERY_MS })

export const useAgree = () => {
  const cached = useCached()
  return useAct(contract.agreeToSharing, {
    onDone: (sharing) => cached.set(contract.getOwnSharing, {}, () => sharing),
  })
}

export const useSharingSettings = () => useRead(contract.getSharingSettings, {})
export const useSaveSharingSettings = () =>
  useAct(contract.saveSharingSettings, { invalidates: [contract.getSharingSettings] })
