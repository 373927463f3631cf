// Where things lie on a plan: shares of its width and height, and labels that keep out of each other's way. Pure.
import type { PlanPlace } from '@regie/contract/production-stage-plans'

type Box = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
export type Size = { readonly width: number; readonly height: number }

const within = (share: number): number => Math.min(1, Math.max(0, share))
/** A tenth of a thousandth: finer than anybody can see or press. */
const rounded = (share: number): number => Math.round(within(share) * 10_000) / 10_000

export const placeAt = (x: number, y: number): PlanPlace => ({ x: rounded(x), y: rounded(y) })

/** The place under a pointer, for a plan that lies at `box` of the same window. */
export const placeOfPoint = (box: Box, clientX: number, clientY: number): PlanPlace =>
  placeAt((clientX - box.left) / box.width, (clientY - box.top) / box.height)

export const isInside = (box: Box, clientX: number, clientY: number): boolean =>
  clientX >= box.left &&
  clientX <= box.left + box.width &&
  clientY >= box.top &&
  clientY <= box.top + box.height

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const STEP = 0.005
const LARGE_STEP = 0.05

/** As far down as across, whatever the plan's proportions; null for a key that moves nothing. */
export function nudged(
  { x, y }: PlanPlace,
  key: string,
  isLarge: boolean,
  plan: Size,
): PlanPlace | null {
  const [dx, dy] = directions[key] ?? [0, 0]
  if (dx === 0 && dy === 0) return null
  const step = isLarge ? LARGE_STEP : STEP
  return placeAt(x + dx * step, y + (dy * step * plan.width) / plan.height)
}

const CROWDED = 0.03
/** A place in the middle that nothing lies on yet, found in rings around it. */
export function freePlace(taken: readonly PlanPlace[]): PlanPlace {
  const isFree = (place: PlanPlace) =>
    taken.every(({ x, y }) => Math.hypot(x - place.x, y - place.y) > CROWDED)
  for (let ring = 0; ring < 12; ring++)
    for (let turn = 0; turn < 8; turn++) {
      const angle = (turn * Math.PI) / 4
      const place = placeAt(
        0.5 + ring * 0.04 * Math.cos(angle),
        0.5 + ring * 0.04 * Math.sin(angle),
      )
      if (isFree(place)) return place
    }
  return placeAt(0.5, 0.5)
}

export type Side = 'right' | 'left' | 'below' | 'above'
const sides: readonly Side[] = ['right', 'left', 'below', 'above']

/** Where a label of this size lies beside the dot at `x`, `y` (pixels). */
function boxBeside(side: Side, x: number, y: number, label: Size, dot: number): Box {
  const gap = dot / 2 + 2
  switch (side) {
    case 'right':
      return { left: x + gap, top: y - label.height / 2, ...label }
    case 'left':
      return { left: x - gap - label.width, top: y - label.height / 2, ...label }
    case 'below':
      return { left: x - label.width / 2, top: y + gap, ...label }
    case 'above':
      return { left: x - label.width / 2, top: y - gap - label.height, ...label }
    default:
      return side satisfies never
  }
}

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top))

const outside = (box: Box, frame: Size): number =>
  box.width * box.height - shared(box, { left: 0, top: 0, ...frame })

type Dot = PlanPlace & { readonly key: string; readonly label: Size }

/**
 * On which side of its dot each label covers least of the others, of the dots and of what lies outside of the plan. One
 * after the other from the top left, so that a small move changes little.
 */
export function labelSides(dots: readonly Dot[], frame: Size, dot: number): Map<string, Side> {
  const points = dots.map(({ x, y }) => ({ x: x * frame.width, y: y * frame.height }))
  const spots = points.map(
    ({ x, y }): Box => ({ left: x - dot / 2, top: y - dot / 2, width: dot, height: dot }),
  )
  const laid: Box[] = []
  const chosen = new Map<string, Side>()
  const order = dots.map((_, index) => index)
  order.sort(
    (a, b) => (dots[a]?.y ?? 0) - (dots[b]?.y ?? 0) || (dots[a]?.x ?? 0) - (dots[b]?.x ?? 0),
  )
  for (const index of order) {
    const [one, point] = [dots[index], points[index]]
    if (!one || !point) continue
    const costs = sides.map((side) => {
      const box = boxBeside(side, point.x, point.y, one.label, dot)
      const covered = (others: readonly Box[]) =>
        others.reduce((sum, other) => sum + shared(box, other), 0)
      // A dot says where: nothing may lie on it.
      const cost = covered(laid) + 4 * covered(spots) + 3 * outside(box, frame)
      return { side, box, cost }
    })
    const best = costs.reduce((least, next) => (next.cost < least.cost ? next : least))
    laid.push(best.box)
    chosen.set(one.key, best.side)
  }
  return chosen
}
