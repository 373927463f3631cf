// The line between the board and its backlog in another window of the same browser.
import type { Category } from '@regie/contract/catalog'
import type { BacklogItem } from '@regie/contract/planning-backlog'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { useSession } from '../lib/session.tsx'
import type { Range } from './api.ts'

/** What a dragged card is marked with, so that only ours are taken. */
export const CARD_TYPE = 'application/x-regie-work-order'

export type ChannelMessage =
  /** The backlog's window asks whether a board is there. */
  | { readonly kind: 'hello' }
  /** The board tells which days it shows; again whenever they change. */
  | { readonly kind: 'board'; readonly range: Range; readonly category: Category | undefined }
  /** The board's window was closed, or shows something else. */
  | { readonly kind: 'board-gone' }
  | { readonly kind: 'select'; readonly item: BacklogItem }
  | { readonly kind: 'pick'; readonly item: BacklogItem; readonly by: 'keys' | 'click' }
  /** A drag ended: what was not dropped is no longer held. */
  | { readonly kind: 'let-go' }

/** Hears what the other windows say; `tell` reaches all of them. Members of other organisations hear nothing. */
export const useBacklogChannel = (onMessage: (message: ChannelMessage) => void) => {
  const { organization, member } = useSession()
  const name = `regie.backlog.${organization.id}.${member.id}`
  const hear = useEffectEvent(onMessage)
  const channel = useMemo(() => new BroadcastChannel(name), [name])
  useEffect(() => {
    const listen = ({ data }: MessageEvent<ChannelMessage>) => hear(data)
    channel.addEventListener('message', listen)
    return () => channel.removeEventListener('message', listen)
  }, [channel])
  return useMemo(() => (message: ChannelMessage) => channel.postMessage(message), [channel])
}
