// The map beside the board: where its ground comes from, and the points of what waits.
import { z } from 'zod'
import { endpoint, id } from './kernel.ts'

/** Null `tilesUrl`: the base that ships with the program, and no request to anybody. */
export const mapSettings = z.object({
  /** `https://tiles.example/{z}/{x}/{y}.png`, as the administrator set it. */
  tilesUrl: z.string().nullable(),
  attribution: z.string(),
})
export type MapSettings = z.infer<typeof mapSettings>

export const backlogPoint = z.object({
  workOrderId: id,
  siteId: id,
  siteName: z.string(),
  title: z.string(),
  city: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  colour: z.string(),
})
export type BacklogPoint = z.infer<typeof backlogPoint>

const tag = 'Board map'

export const getMapSettings = endpoint({
  method: 'GET',
  path: '/api/planning/map',
  tag,
  summary: 'Where the ground of the map comes from',
  returns: mapSettings,
})
export const listBacklogPoints = endpoint({
  method: 'GET',
  path: '/api/planning/backlog/points',
  tag,
  summary:
    'Where what waits is, the most urgent first; at most 10,000, without those whose position is unknown',
  returns: z.object({ items: z.array(backlogPoint) }),
})
