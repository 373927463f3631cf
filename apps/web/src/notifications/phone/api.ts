// Server state of one's own preferences; apart from the office's, whose reads the phone never makes.
import { getPreferences, savePreferences } from '@regie/contract/notifications'
import { useAct, useRead } from '../../lib/server-state.tsx'

export const usePreferences = () => useRead(getPreferences)
export const useSavePreferences = () => useAct(savePreferences, { invalidates: [getPreferences] })
