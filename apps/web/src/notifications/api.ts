// Server state of notifications.
import {
  answerOffer,
  answerPollByLink,
  getAnswerPage,
  giveAnswer,
  markSheetByLink,
  savePreferencesByLink,
} from '@regie/contract/answer-links'
import type { MessageChannel, MessageKind } from '@regie/contract/messages'
import {
  getNotificationSettings,
  listMessages,
  listTemplates,
  type MessageState,
  notificationEvents,
  resetTemplate,
  retryMessage,
  saveNotificationSettings,
  saveTemplate,
} from '@regie/contract/notifications'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useCached, usePages, useRead } from '../lib/server-state.tsx'

refreshOn(Object.keys(notificationEvents), [listMessages])

type Filters = {
  search?: string | undefined
  kind?: MessageKind | undefined
  channel?: MessageChannel | undefined
  state?: MessageState | undefined
  workOrderId?: string | undefined
}
export const useMessages = (query: Filters) => usePages(listMessages, { query })
export const useRetryMessage = () => useAct(retryMessage, { invalidates: [listMessages] })

export const useNotificationSettings = () => useRead(getNotificationSettings, {})
export const useSaveNotificationSettings = () =>
  useAct(saveNotificationSettings, { invalidates: [getNotificationSettings] })

export const useTemplates = () => useRead(listTemplates, {})
export const useSaveTemplate = () => useAct(saveTemplate, { invalidates: [listTemplates] })
export const useResetTemplate = () => useAct(resetTemplate, { invalidates: [listTemplates] })

export const useAnswerPage = (token: string) => useRead(getAnswerPage, { params: { token } })
export const useGiveAnswer = (token: string) => {
  const cached = useCached()
  return useAct(giveAnswer, {
    onDone: (page) => cached.set(getAnswerPage, { params: { token } }, () => page),
  })
}
export const useAnswerPoll = (token: string) => {
  const cached = useCached()
  return useAct(answerPollByLink, {
    onDone: (page) => cached.set(getAnswerPage, { params: { token } }, () => page),
  })
}
export const useSaveLinkedPreferences = (token: string) => {
  const cached = useCached()
  return useAct(savePreferencesByLink, {
    onDone: (page) => cached.set(getAnswerPage, { params: { token } }, () => page),
  })
}
export const useMarkSheet = (token: string) => {
  const cached = useCached()
  return useAct(markSheetByLink, {
    onDone: (page) => cached.set(getAnswerPage, { params: { token } }, () => page),
  })
}
export const useAnswerOffer = (token: string) => {
  const cached = useCached()
  return useAct(answerOffer, {
    onDone: (page) => cached.set(getAnswerPage, { params: { token } }, () => page),
  })
}
