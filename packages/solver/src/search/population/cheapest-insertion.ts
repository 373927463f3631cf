import type { PenalisedTours } from './penalised-tours.ts'

/** Puts a visit where arcs and penalties together grow least. */
export const insertCheapest = (tours: PenalisedTours, visit: number): void => {
  const { next, load, penalty, penalties, model } = tours
  const { width, arc, place, demand } = model
  let [best, at, into] = [Number.POSITIVE_INFINITY, -1, -1]
  let opened = false
  for (let tour = 0; tour < model.tours; tour++) {
    if (tours.size[tour] === 0) {
      // Empty tours are all alike.
      if (opened) continue
      opened = true
    }
    const more =
      tours.price((load[tour] as number) + (demand[visit] as number), 0) - (penalty[tour] as number)
    const end = tours.end(tour)
    for (let p = tours.start(tour); p !== end; p = next[p] as number) {
      const s = next[p] as number
      const row = (place[p] as number) * width
      const to = place[s] as number
      let cost =
        more +
        (arc[row + visit] as number) +
        (arc[visit * width + to] as number) -
        (arc[row + to] as number)
      if (cost >= best) continue
      tours.open(p)
      tours.pass(visit)
      cost += tours.close(s) * penalties.warp
      if (cost >= best) continue
      best = cost
      at = p
      into = tour
    }
  }
  tours.join(visit, next[at] as number)
  tours.join(at, visit)
  tours.refresh(into)
}
