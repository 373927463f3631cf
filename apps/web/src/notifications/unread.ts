// How much is unread. The shells start with it, so its endpoint comes without its schema: zod would weigh on every start.
import type { listInbox as contracted } from '@regie/contract/notifications'
import { refreshOn } from '../lib/live.tsx'
import { useRead } from '../lib/server-state.tsx'

const listInbox = {
  method: 'GET',
  path: '/api/notifications/inbox',
  status: 200,
} as unknown as typeof contracted

refreshOn(['inbox_changed'], [listInbox])

/** For the bell; undefined until it is known. */
export const useUnread = (): number | undefined =>
  useRead(listInbox, { query: { limit: 1 } }).data?.unread
