import type { Kernel } from '../solution/kernel.ts'

/** Finds the cheapest place of a visit over all tours. */
export interface Inserter {
  /** The tour of the place found, −1 for none; with its cost and the node before. */
  readonly tour: number
  readonly cost: number
  readonly after: number
  /** @param nextBlink draws how many places to take until one is overlooked */
  find(visit: number, nextBlink: () => number): void
}

/** Shifts by class of those that are alike while empty. */
export const emptyClasses = ({ emptyClass }: Kernel): readonly Int32Array[] => {
  const classes = new Map<number, number[]>()
  emptyClass.forEach((alike, r) => {
    classes.set(alike, [...(classes.get(alike) ?? []), r])
  })
  return [...classes.values()].map((alike) => Int32Array.from(alike))
}
