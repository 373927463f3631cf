// What a routing service has told already: in memory, and in planning.travel_legs behind it.
import type { Position } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { estimateLeg } from './haversine.ts'
import type { Leg, TravelSource, TravelTable } from './table.ts'

const GRID = 10_000
const MAX_REMEMBERED = 1_000_000

const grid = ({ latitude, longitude }: Position) => ({
  latitude: Math.round(latitude * GRID),
  longitude: Math.round(longitude * GRID),
})
type Cell = ReturnType<typeof grid>

const keyOf = (source: TravelSource, from: Cell, to: Cell): string =>
  `${source} ${from.latitude} ${from.longitude} ${to.latitude} ${to.longitude}`

const remembered = new Map<string, Leg>()

function remember(key: string, leg: Leg): void {
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  remembered.set(key, leg)
}

type Row = {
  from_latitude: number
  from_longitude: number
  to_latitude: number
  to_longitude: number
  seconds: number | null
  metres: number | null
}

/** Brings to mind what the database knows of the ways between these places. */
async function recall(tx: Tx, source: TravelSource, places: readonly Cell[]): Promise<void> {
  const json = JSON.stringify(places)
  const rows = await tx.rows(sql<Row>`
    with place as (select distinct latitude, longitude from jsonb_to_recordset(${json}::jsonb) as p(latitude int, longitude int))
    select leg.from_latitude, leg.from_longitude, leg.to_latitude, leg.to_longitude, leg.seconds, leg.metres
    from place as origin
    cross join place as destination
    join planning.travel_legs as leg on leg.organization_id = ${tx.actor.organizationId} and leg.source = ${source}
      and leg.from_latitude = origin.latitude and leg.from_longitude = origin.longitude
      and leg.to_latitude = destination.latitude and leg.to_longitude = destination.longitude`)
  for (const row of rows)
    remember(
      keyOf(
        source,
        { latitude: row.from_latitude, longitude: row.from_longitude },
        { latitude: row.to_latitude, longitude: row.to_longitude },
      ),
      { seconds: row.seconds, metres: row.metres },
    )
}

/** The ways of `pairs` that nobody has asked the service for yet. */
function unknown(
  source: TravelSource,
  cells: readonly Cell[],
  pairs: Iterable<readonly [number, number]>,
): (readonly [number, number])[] {
  const missing: (readonly [number, number])[] = []
  for (const [from, to] of pairs) {
    const a = cells[from] as Cell
    const b = cells[to] as Cell
    const same = a.latitude === b.latitude && a.longitude === b.longitude
    if (!same && !remembered.has(keyOf(source, a, b))) missing.push([from, to])
  }
  return missing
}

function* allPairs(count: number): Iterable<readonly [number, number]> {
  for (let from = 0; from < count; from++)
    for (let to = 0; to < count; to++) if (from !== to) yield [from, to]
}

/** Ranks of places with a way between them that the service was not asked for; empty without a service. */
export async function placesToAsk(tx: Tx, places: readonly Position[]): Promise<number[]> {
  const source = tx.config.travel.kind
  if (source === 'haversine') return []
  const cells = places.map(grid)
  if (unknown(source, cells, allPairs(cells.length)).length > 0) await recall(tx, source, cells)
  return [...new Set(unknown(source, cells, allPairs(cells.length)).flat())].sort((a, b) => a - b)
}

/** Ways between pairs of places (ranks); what the service has not told is estimated, and marked. */
export async function legsBetween(
  tx: Tx,
  places: readonly Position[],
  pairs: readonly (readonly [number, number])[],
): Promise<{ legs: Leg[]; source: TravelSource; fallback: boolean }> {
  const { kind: source } = tx.config.travel
  const estimate = ([from, to]: readonly [number, number]) =>
    estimateLeg(places[from] as Position, places[to] as Position, tx.config.travel)
  if (source === 'haversine') return { legs: pairs.map(estimate), source, fallback: false }
  const cells = places.map(grid)
  if (unknown(source, cells, pairs).length > 0) await recall(tx, source, cells)
  let fallback = false
  const legs = pairs.map((pair): Leg => {
    const [a, b] = [cells[pair[0]] as Cell, cells[pair[1]] as Cell]
    if (a.latitude === b.latitude && a.longitude === b.longitude) return { seconds: 0, metres: 0 }
    const known = remembered.get(keyOf(source, a, b))
    fallback ||= known === undefined
    return known ?? estimate(pair)
  })
  return { legs, source, fallback }
}

/** The whole table between some places. Without a service nothing is kept: estimating is quicker than reading. */
export async function travelTable(tx: Tx, places: readonly Position[]): Promise<TravelTable> {
  const pairs: (readonly [number, number])[] = []
  for (let from = 0; from < places.length; from++)
    for (let to = 0; to < places.length; to++) pairs.push([from, to])
  const { legs, source, fallback } = await legsBetween(tx, places, pairs)
  return {
    source,
    fallback,
    seconds: legs.map(({ seconds }) => seconds),
    metres: legs.map(({ metres }) => metres),
  }
}

const CHUNK = 5_000

export type ToldLeg = { readonly from: Position; readonly to: Position; readonly leg: Leg }

/** Keeps what the service told. */
export async function keepLegs(
  tx: Tx,
  source: TravelSource,
  told: readonly ToldLeg[],
): Promise<void> {
  for (let start = 0; start < told.length; start += CHUNK) {
    const rows = told.slice(start, start + CHUNK).map(({ from, to, leg }) => {
      const [a, b] = [grid(from), grid(to)]
      remember(keyOf(source, a, b), leg)
      return {
        from_latitude: a.latitude,
        from_longitude: a.longitude,
        to_latitude: b.latitude,
        to_longitude: b.longitude,
        ...leg,
      }
    })
    await tx.run(sql`
      insert into planning.travel_legs (organization_id, source, from_latitude, from_longitude, to_latitude, to_longitude,
        seconds, metres, fetched_at)
      select distinct on (from_latitude, from_longitude, to_latitude, to_longitude) ${tx.actor.organizationId}::uuid, ${source},
        from_latitude, from_longitude, to_latitude, to_longitude, seconds, metres, ${tx.now()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as leg(from_latitude int, from_longitude int, to_latitude int, to_longitude int, seconds int, metres int)
      on conflict (organization_id, source, from_latitude, from_longitude, to_latitude, to_longitude)
        do update set seconds = excluded.seconds, metres = excluded.metres, fetched_at = excluded.fetched_at`)
  }
}

/** Forgets what is in memory, as another process starts; for tests. */
export const forgetLegs = (): void => remembered.clear()
