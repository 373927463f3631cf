// The tours of one day as lines on a map: from home, stop after stop, and home again.
import type { Bar, BoardTechnician } from '@regie/contract/planning'

export type Point = readonly [latitude: number, longitude: number]

export type Stop = { readonly bar: Bar; readonly at: Point; readonly rank: number }

export type Tour = {
  readonly technician: BoardTechnician
  readonly home: Point | null
  readonly stops: readonly Stop[]
  readonly line: readonly Point[]
  /** Visits whose site has no position. */
  readonly nowhere: number
}

const pointOf = (position: Bar['position']): Point | null =>
  position && [position.latitude, position.longitude]

/** Who has anything to do that day, in the order of the rows. */
export const toursOf = (
  technicians: readonly BoardTechnician[],
  bars: readonly Bar[],
  day: { readonly from: number; readonly until: number },
): Tour[] => {
  const own = Map.groupBy(
    bars.filter(({ startsAt }) => {
      const start = Date.parse(startsAt)
      return start >= day.from && start < day.until
    }),
    ({ technicianId }) => technicianId,
  )
  return technicians.flatMap((technician): Tour[] => {
    const visits = (own.get(technician.id) ?? []).toSorted(
      (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
    )
    if (visits.length === 0) return []
    const stops = visits.flatMap((bar, rank): Stop[] => {
      const at = pointOf(bar.position)
      return at ? [{ bar, at, rank: rank + 1 }] : []
    })
    const home = pointOf(technician.home)
    const ends = home && stops.length > 0 ? [home] : []
    const line = [...ends, ...stops.map(({ at }) => at), ...ends]
    return [{ technician, home, stops, line, nowhere: visits.length - stops.length }]
  })
}

/** The middle of all sites of a city: a name on the map where no map of names is. */
export const citiesOf = (
  places: readonly { readonly city: string; readonly at: Point }[],
  most: number,
): { readonly name: string; readonly at: Point }[] => {
  const cities = new Map<string, { count: number; latitude: number; longitude: number }>()
  for (const { city, at } of places) {
    if (!city) continue
    const sum = cities.get(city) ?? { count: 0, latitude: 0, longitude: 0 }
    sum.count += 1
    sum.latitude += at[0]
    sum.longitude += at[1]
    cities.set(city, sum)
  }
  return [...cities]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, most)
    .map(([name, { count, latitude, longitude }]) => ({
      name,
      at: [latitude / count, longitude / count],
    }))
}
