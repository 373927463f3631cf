// A finger that rests on something takes it; one that moves on scrolls, wherever it began.
import { type PointerEvent as ReactPointerEvent, useCallback, useRef } from 'react'

const REST_MS = 350
/** A finger at rest still trembles. */
const TREMBLE_PIXELS = 8

type Resting = {
  readonly timer: ReturnType<typeof setTimeout>
  readonly x: number
  readonly y: number
}

export const useFingerHold = () => {
  const resting = useRef<Resting | null>(null)
  const isHeld = useRef(false)
  const stop = () => {
    clearTimeout(resting.current?.timer)
    resting.current = null
  }
  return {
    isHeld: () => isHeld.current,
    isBusy: () => isHeld.current || resting.current !== null,
    /** The finger is down: `take` runs once it has rested, at once where it is already in hand. */
    begin: (event: ReactPointerEvent<HTMLElement>, isInHand: boolean, take: () => void) => {
      stop()
      const { clientX: x, clientY: y } = event
      const hold = () => {
        resting.current = null
        isHeld.current = true
        navigator.vibrate?.(15)
        take()
      }
      if (isInHand) hold()
      else resting.current = { timer: setTimeout(hold, REST_MS), x, y }
    },
    stray: ({ clientX, clientY }: ReactPointerEvent) => {
      const { x, y } = resting.current ?? { x: clientX, y: clientY }
      if (Math.hypot(clientX - x, clientY - y) > TREMBLE_PIXELS) stop()
    },
    /** The finger is up, or the page scrolls with it: returns whether something was in hand. */
    end: (): boolean => {
      stop()
      const was = isHeld.current
      isHeld.current = false
      return was
    },
    /** On what scrolls: while something is in hand it does not. React listens passively, so this is asked of the browser. */
    scrollerRef: useCallback((scroller: HTMLElement | null) => {
      const keepStill = (event: TouchEvent) => isHeld.current && event.preventDefault()
      scroller?.addEventListener('touchmove', keepStill, { passive: false })
      return () => scroller?.removeEventListener('touchmove', keepStill)
    }, []),
  }
}
