import type { Random } from '../random/random.ts'
import type { UniformModel } from '../search/population/uniform-model.ts'

/** A small random model of a uniform fleet, for tests: random plans break it, a tour for each visit does not. */
export const randomModel = (
  random: Random,
  size: { readonly visits: number; readonly tours: number; readonly symmetric: boolean },
): UniformModel => {
  const { visits, tours, symmetric } = size
  const width = visits + 2
  const nodes = visits + 2 * tours
  const seconds = new Int32Array(width * width)
  const arc = new Int32Array(width * width)
  const horizon = 600
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) {
      const back = symmetric && j < i && i < visits
      seconds[i * width + j] = back ? (seconds[j * width + i] as number) : random.below(60)
      arc[i * width + j] = back ? (arc[j * width + i] as number) : random.below(100)
    }
  }
  arc[visits * width + visits + 1] = 0
  const opens = new Int32Array(nodes)
  const closes = new Int32Array(nodes).fill(horizon)
  for (let u = 0; u < visits; u++) {
    opens[u] = 60 + random.below(250)
    closes[u] = (opens[u] as number) + random.below(150)
  }
  const own = (node: number): boolean => node < visits
  return {
    visits,
    tours,
    width,
    seconds,
    arc,
    unit: 1,
    place: Int32Array.from({ length: nodes }, (_, node) => {
      if (own(node)) return node
      return node < visits + tours ? visits : visits + 1
    }),
    opens,
    closes,
    service: Int32Array.from({ length: nodes }, (_, node) => (own(node) ? random.below(20) : 0)),
    demand: Int32Array.from({ length: nodes }, (_, node) => (own(node) ? 1 + random.below(9) : 0)),
    capacity: 18,
  }
}
