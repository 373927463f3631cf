// How much of something is taken at once. Pure.
import type { Instant } from '@regie/contract/kernel'

/** So many of one thing, from one moment to another. */
export type Hold = {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly quantity: number
}

/** A stretch in which more is held than there is; `holds`: those that hold then. */
export type Excess<H extends Hold> = {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly used: number
  readonly holds: readonly H[]
}

/**
 * Stretches in which these hold more than `count`, in order; those that touch and are of the same holds are one. Who
 * gives back at the moment another takes is in nobody's way.
 */
export function excesses<H extends Hold>(holds: readonly H[], count: number): Excess<H>[] {
  const moments = [
    ...new Set(holds.flatMap(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)])),
  ].sort((a, b) => a - b)
  const found: Excess<H>[] = []
  for (const [index, from] of moments.slice(0, -1).entries()) {
    const until = moments[index + 1] ?? from
    const now = holds.filter(
      ({ startsAt, endsAt }) => Date.parse(startsAt) <= from && Date.parse(endsAt) >= until,
    )
    const used = now.reduce((sum, { quantity }) => sum + quantity, 0)
    if (used <= count) continue
    const startsAt = new Date(from).toISOString()
    const endsAt = new Date(until).toISOString()
    const last = found.at(-1)
    const goesOn =
      last?.endsAt === startsAt &&
      last.holds.length === now.length &&
      last.holds.every((one) => now.includes(one))
    if (last && goesOn) found[found.length - 1] = { ...last, endsAt }
    else found.push({ startsAt, endsAt, used, holds: now })
  }
  return found
}
