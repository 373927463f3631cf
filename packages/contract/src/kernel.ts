// What every capability of the contract is made of: ids, instants, pages, endpoints, events.
import { z } from 'zod'
import { pattern } from './fault-sentence.ts'

/** UUIDv7 of a row; made by the program, ordered by time of creation. */
export const id = z.uuid()
export type Id = string

/** An instant in UTC, ISO 8601 with `Z` or an offset, e.g. `2026-03-29T01:30:00.000Z`. */
export const instant = z.iso.datetime({ offset: true })
export type Instant = string

/** A civil date in the organisation's zone, `YYYY-MM-DD`; dates that do not exist are refused. */
export const localDate = z.iso.date()
export type LocalDate = string

/** A wall-clock time of day in the organisation's zone, `HH:MM`, 00:00 to 23:59. */
export const localTime = pattern(
  /^([01]\d|2[0-3]):[0-5]\d$/,
  'Une heure de 00:00 à 23:59 est attendue.',
  'A time from 00:00 to 23:59 is expected.',
)
export type LocalTime = string

/** WGS 84 degrees: latitude −90..90, longitude −180..180. */
export const position = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})
export type Position = z.infer<typeof position>

/** `#rrggbb` */
export const colour = pattern(
  /^#[0-9a-f]{6}$/i,
  'Une couleur est attendue, par exemple #1f6feb.',
  'A colour is expected, for example #1f6feb.',
)
export type Colour = string

/** A text people type: trimmed, 1 to `max` characters. */
export const text = (max: number) => z.string().trim().min(1).max(max)

/** Version of a row, from 1; an update names the one it was based on (412 `stale_version` else). */
export const version = z.int().min(1)

/** An address as people write it; the position is apart because it may be unknown. */
export const address = z.object({
  line: z.string().trim().max(300).default(''),
  postcode: z.string().trim().max(20).default(''),
  city: z.string().trim().max(120).default(''),
  country: z.string().trim().length(2).default('FR'),
})
export type Address = z.infer<typeof address>

/** Keyset pagination: pass `nextCursor` back as `cursor`; null on the last page. `limit` 1..200. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  search: z.string().trim().max(200).optional(),
})
export type PageQuery = z.infer<typeof pageQuery>

export type Page<T> = { items: T[]; nextCursor: string | null; total: number }

/** One page of `item` with the number of rows that match in all. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int() })

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One route of the API, shared by the server (which binds it) and every client (which calls it).
 * `path` starts with `/api/` and names parameters as `:siteId`. Unsafe methods take an
 * `Idempotency-Key` header. `status` is that of success: 200, 201 (made), 202 (queued), 204 (nothing to say).
 */
export type Endpoint<P, Q, B, R> = {
  readonly method: Method
  readonly path: `/api/${string}`
  readonly summary: string
  readonly tag: string
  readonly params?: z.ZodType<P>
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  readonly returns: z.ZodType<R>
  /** Makes of an answer that tells some things once what readers work with; without it they are the same. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the readers of this endpoint work with
  readonly unfold?: (told: R) => any
  readonly status: 200 | 201 | 202 | 204
}

// biome-ignore lint/suspicious/noExplicitAny: an endpoint of whatever shapes
export type AnyEndpoint = Endpoint<any, any, any, any>

type Declaration = Omit<AnyEndpoint, 'status'> & { readonly status?: 200 | 201 | 202 | 204 }

/**
 * Declares one route. The very schemas stay in the type, so that a client's input (before defaults)
 * and the server's parsed values (after them) are both known; a part left out is absent, not unknown.
 */
export const endpoint = <E extends Declaration>(
  route: E,
): E & { readonly status: 200 | 201 | 202 | 204 } => ({ ...route, status: route.status ?? 200 })

type OutputOf<E, K extends 'params' | 'query' | 'body'> =
  E extends Record<K, z.ZodType<infer T>> ? T : undefined

/** What a handler receives once the input is parsed; `undefined` where the route declares no such part. */
export type ParamsOf<E> = OutputOf<E, 'params'>
export type QueryOf<E> = OutputOf<E, 'query'>
export type BodyOf<E> = OutputOf<E, 'body'>
/** What readers of the answer work with: what is returned, unfolded where the route says how. */
export type ReturnOf<E> = E extends { unfold: (told: never) => infer U }
  ? U
  : E extends { returns: z.ZodType<infer R> }
    ? R
    : never

/** What a client sends (before defaults are filled in), e.g. `limit` may be left out. */
export type InputOf<E> = {
  [K in 'params' | 'query' | 'body' as E extends Record<K, z.ZodType>
    ? K
    : never]: E extends Record<K, infer S> ? (S extends z.ZodType ? z.input<S> : never) : never
}

/** A fact in the past tense as it travels on the live stream and in webhooks. */
export type LiveEvent = {
  readonly id: string
  readonly name: string
  readonly at: Instant
  readonly by: { readonly memberId: Id | null; readonly name: string }
  readonly payload: Readonly<Record<string, unknown>>
}
