// Server state of what one member is told: the inbox, preferences, and this browser.
import {
  getPreferences,
  listInbox,
  readInbox,
  savePreferences,
} from '@regie/contract/notifications'
import { subscribePush, unsubscribePush } from '@regie/contract/push'
import { useAct, usePages, useRead } from '../lib/server-state.tsx'

export const useInbox = () => usePages(listInbox, { query: {} })
export const useReadInbox = () => useAct(readInbox, { invalidates: [listInbox] })

export const useOwnPreferences = () => useRead(getPreferences, {})
export const useSavePreferences = () => useAct(savePreferences, { invalidates: [getPreferences] })
export const useSubscribePush = () => useAct(subscribePush, { invalidates: [getPreferences] })
export const useUnsubscribePush = () => useAct(unsubscribePush, { invalidates: [getPreferences] })
