// What is shown over the plan without being of it: best slots, a proposal, colleagues, what is picked together.
import type { Target } from './drag.ts'

/** A good place for what is selected; `warmth` 1 is the best, 0 the last that suits. */
export type HeatSlot = Target & { readonly warmth: number }

/** One change of a proposal. */
export type GhostMove = {
  readonly id: string
  readonly barId: string | null
  readonly from: Target | null
  readonly to: Target | null
  readonly title: string
  /** False: the plan has moved on, and it could no longer be taken over. */
  readonly holds: boolean
}

/** A colleague on the same days. */
export type Colleague = {
  readonly id: string
  readonly name: string
  /** `#rrggbb` */
  readonly colour: string
  readonly pointer: { readonly rowId: string; readonly at: number } | null
  /** The bar in their hand. */
  readonly held: string | null
}

export type Overlays = {
  readonly picked: ReadonlySet<string>
  readonly heat: readonly HeatSlot[]
  readonly moves: readonly GhostMove[]
  readonly colleagues: readonly Colleague[]
}

export const NO_OVERLAYS: Overlays = { picked: new Set(), heat: [], moves: [], colleagues: [] }

/** Bars in colleagues' hands, and who holds each. */
export const heldBy = ({
  colleagues,
}: Pick<Overlays, 'colleagues'>): ReadonlyMap<string, Colleague> =>
  new Map(colleagues.flatMap((one) => (one.held ? [[one.held, one] as const] : [])))

/** What a frame asks of the overlays for every bar, worked out once. */
export const readOverlays = (overlays: Overlays) => ({
  held: heldBy(overlays),
  leaving: new Set(overlays.moves.flatMap(({ barId }) => barId ?? [])),
})
