import type { UniformModel } from './uniform-model.ts'

/** What a second of waiting and a second of lateness count against a second of travel. */
const WAIT_WEIGHT = 0.2
const LATE_WEIGHT = 1
/** Farther than anything. */
const NEVER = 1e11

/**
 * The visits that may well stand beside each visit, nearest first (granular neighbourhoods, Toth
 * & Vigo 2003): near in travel, and without much waiting or lateness between them (Vidal et al.
 * 2013).
 *
 * @param count how many for each visit
 */
export const nearVisits = (model: UniformModel, count: number): readonly Int32Array[] => {
  const { visits, width, seconds, arc, opens, closes, service } = model
  let [sumArcs, sumSeconds] = [1, 1]
  for (let i = 0; i < visits; i++) {
    for (let j = 0; j < visits; j++) {
      sumArcs += arc[i * width + j] as number
      sumSeconds += seconds[i * width + j] as number
    }
  }
  const perSecond = sumArcs / sumSeconds
  const after = (i: number, j: number): number => {
    const way = seconds[i * width + j] as number
    const wait = (opens[j] as number) - way - (service[i] as number) - (closes[i] as number)
    const late = (opens[i] as number) + (service[i] as number) + way - (closes[j] as number)
    return (
      (arc[i * width + j] as number) +
      perSecond * (WAIT_WEIGHT * Math.max(0, wait) + LATE_WEIGHT * Math.max(0, late))
    )
  }
  const keys = new Float64Array(visits)
  return Array.from({ length: visits }, (_, i) => {
    for (let j = 0; j < visits; j++) {
      const far = j === i ? NEVER : Math.min(after(i, j), after(j, i))
      // The rank of the visit rides in the digits below the distance.
      keys[j] = Math.min(NEVER, Math.floor(far)) * visits + j
    }
    keys.sort()
    return Int32Array.from(
      { length: Math.min(count, visits - 1) },
      (_, k) => (keys[k] as number) % visits,
    )
  })
}
