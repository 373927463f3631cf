// What the screen in sight offers to the palette: asked for when somebody opens it, so that a screen pays nothing before.
import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'

export type PaletteEntry = {
  readonly id: string
  readonly label: string
  readonly detail?: string
  /** What kind of thing it is: « Client », « Aller à ». */
  readonly kind: string
  readonly icon: LucideIcon
  /** The keys that do the same. */
  readonly keys?: string
  readonly run: () => void
}

/** Entries for what is typed so far, in the order they are shown; the screen itself finds what fits. */
export type Offer = (typed: string) => readonly PaletteEntry[]

let offers: readonly Offer[] = []
const watchers = new Set<() => void>()

const set = (next: readonly Offer[]) => {
  offers = next
  for (const watcher of watchers) watcher()
}

/** While the component is on screen its entries stand in the palette. */
export const useOffer = (offer: Offer): void => {
  // Asked while the palette renders, for what the screen showed last.
  const latest = useRef(offer)
  latest.current = offer
  useEffect(() => {
    const own: Offer = (typed) => latest.current(typed)
    set([...offers, own])
    return () => set(offers.filter((one) => one !== own))
  }, [])
  // What the screen can do changed while the palette is open, or may have.
  useEffect(() => {
    if (watchers.size > 0) set([...offers])
  })
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

export const useOffers = (): readonly Offer[] => useSyncExternalStore(watch, () => offers)
