// What a card of the backlog does: in the board's own window it is taken in hand, from another window it is passed on.
import type { BacklogItem } from '@regie/contract/planning-backlog'
import { createContext, type DragEvent, type PointerEvent, useContext } from 'react'

export type BacklogHands = {
  readonly mayPlan: boolean
  readonly select: (item: BacklogItem) => void
  readonly press: (item: BacklogItem, event: PointerEvent) => void
  readonly pick: (item: BacklogItem, by: 'keys' | 'click') => void
  /** Set where the browser itself drags, from one window to the other. */
  readonly drag?: {
    readonly start: (item: BacklogItem, event: DragEvent) => void
    readonly end: () => void
  }
}

export const BacklogHandsContext = createContext<BacklogHands | null>(null)

export const useBacklogHands = (): BacklogHands => {
  const hands = useContext(BacklogHandsContext)
  if (!hands) throw new Error('useBacklogHands stands outside its context')
  return hands
}
