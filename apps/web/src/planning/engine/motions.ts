// Bars that colleagues moved glide to their new place, so that the eye can follow.
import type { Target } from './drag.ts'

type Motion = { readonly from: Target | null; readonly at: number }

const GLIDE_MS = 260
const GLOW_MS = 1_400

const isStill = (): boolean =>
  globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false

/** Eases out: quick at first, resting softly. */
const ease = (share: number): number => 1 - (1 - share) ** 3

export class Motions {
  readonly #motions = new Map<string, Motion>()

  /** `from`: where it stood; null: it was not on the board. */
  begin(id: string, from: Target | null, now: number): void {
    this.#motions.set(id, { from, at: now })
  }

  /** True while anything moves or glows. */
  isAlive(now: number): boolean {
    for (const [id, { at }] of this.#motions) if (now - at > GLOW_MS) this.#motions.delete(id)
    return this.#motions.size > 0
  }

  /** Where it came from and how much of the way is left, 1 to 0; null when it stands. */
  glide(id: string, now: number): { readonly from: Target; readonly left: number } | null {
    const motion = this.#motions.get(id)
    if (!motion?.from || isStill()) return null
    const share = (now - motion.at) / GLIDE_MS
    return share < 1 ? { from: motion.from, left: 1 - ease(share) } : null
  }

  /** How brightly its outline still glows, 1 to 0. */
  glow(id: string, now: number): number {
    const motion = this.#motions.get(id)
    return motion ? Math.max(0, 1 - (now - motion.at) / GLOW_MS) : 0
  }
}
