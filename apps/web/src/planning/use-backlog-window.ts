// The board's end of the line to a backlog in another window: it takes what is picked there, and cards dragged over.
import { type RefObject, useEffect, useEffectEvent } from 'react'
import { useWords } from '../lib/language.tsx'
import { CARD_TYPE, type ChannelMessage, useBacklogChannel } from './backlog-channel.ts'
import { backlogWords } from './backlog-words.ts'
import { useBoard } from './board-context.tsx'
import { useHoldSeat } from './use-hold-seat.ts'

export const useBacklogWindow = (): void => {
  const words = useWords(backlogWords)
  const { range, view, select, surface, say } = useBoard()
  const hold = useHoldSeat()
  const tell = useBacklogChannel((message: ChannelMessage) => {
    if (message.kind === 'hello') tellBoard()
    if (message.kind === 'select')
      select({ kind: 'item', workOrderId: message.item.workOrderId, item: message.item })
    if (message.kind === 'pick') {
      hold.pick(message.item, message.by)
      say(words.held(message.item.siteName))
    }
    if (message.kind === 'let-go' && surface.current?.drag.get().kind === 'held')
      surface.current.drag.cancel()
  })
  const tellBoard = useEffectEvent(() => tell({ kind: 'board', range, category: view.category }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew when the days or the category change
  useEffect(() => tellBoard(), [range, view.category])
  useEffect(() => {
    const gone = () => tell({ kind: 'board-gone' })
    addEventListener('pagehide', gone)
    return () => {
      removeEventListener('pagehide', gone)
      gone()
    }
  }, [tell])
}

/** Cards dragged by the browser from the other window: the ghost follows them, and the drop is ours. */
export const useForeignDrag = (scroller: RefObject<HTMLElement | null>): void => {
  const { surface } = useBoard()
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const isOurs = (event: DragEvent) => event.dataTransfer?.types.includes(CARD_TYPE) ?? false
    const over = (event: DragEvent) => {
      if (!isOurs(event)) return
      event.preventDefault()
      surface.current?.drag.pointAt(event.clientX, event.clientY)
    }
    const drop = (event: DragEvent) => {
      if (!isOurs(event)) return
      event.preventDefault()
      surface.current?.drag.dropAt(event.clientX, event.clientY)
    }
    element.addEventListener('dragover', over)
    element.addEventListener('drop', drop)
    return () => {
      element.removeEventListener('dragover', over)
      element.removeEventListener('drop', drop)
    }
  }, [scroller, surface])
}
