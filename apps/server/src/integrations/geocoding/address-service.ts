// The French address service (Géoplateforme, formerly BAN) and whoever speaks like it: GeoJSON from `/search`.
import { setTimeout as wait } from 'node:timers/promises'
import type { Address, Position } from '@regie/contract/kernel'
import { z } from 'zod'

/** `unsure`: the service offers something, but not this very address. */
export type Geocoded =
  | {
      readonly outcome: 'found'
      readonly position: Position
      readonly label: string
      readonly score: number
    }
  | { readonly outcome: 'unsure'; readonly label: string; readonly score: number }
  | { readonly outcome: 'missing' }

export type AddressService = {
  /** Throws when the service stays unreachable or answers nonsense. */
  locate(address: Address, signal: AbortSignal): Promise<Geocoded>
}

export type AddressServiceOptions = {
  /** Base address, e.g. `https://data.geopf.fr/geocodage`. */
  readonly url: string
  /** The public service allows 50 a second and shuts out who asks more for 5 s. */
  readonly perSecond?: number
  readonly timeoutMs?: number
  readonly tries?: number
}

/** Below this score the service itself is guessing. */
const SURE = 0.5

const answer = z.object({
  features: z.array(
    z.object({
      geometry: z.object({
        coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
      }),
      properties: z.object({
        label: z.string().default(''),
        score: z.number().default(0),
        type: z.string().default(''),
      }),
    }),
  ),
})

export function createAddressService(options: AddressServiceOptions): AddressService {
  const { url, perSecond = 40, timeoutMs = 8_000, tries = 4 } = options
  const base = url.replace(/\/(search\/?)?$/, '')
  const turn = pace(perSecond)
  return {
    async locate(address, signal) {
      const query = new URLSearchParams({ q: questionOf(address), limit: '1', autocomplete: '0' })
      if (/^\d{5}$/.test(address.postcode)) query.set('postcode', address.postcode)
      for (let attempt = 1; ; attempt++) {
        await turn(signal)
        const reply = await ask(`${base}/search?${query}`, timeoutMs, signal)
        if (reply.kind === 'answer') return judge(reply.body, address)
        if (attempt >= tries) throw new Error(`address service: ${reply.reason}`)
        await wait(reply.afterMs ?? 500 * 2 ** attempt, undefined, { signal })
      }
    },
  }
}

const questionOf = ({ line, postcode, city }: Address): string =>
  [line, postcode, city].filter(Boolean).join(' ').replace(/\s+/g, ' ').slice(0, 200)

/** Lets callers through one by one, evenly. */
function pace(perSecond: number): (signal: AbortSignal) => Promise<void> {
  let next = 0
  return async (signal) => {
    const now = performance.now()
    const mine = Math.max(now, next)
    next = mine + 1_000 / perSecond
    if (mine > now) await wait(mine - now, undefined, { signal })
  }
}

type Reply = { kind: 'answer'; body: unknown } | { kind: 'later'; reason: string; afterMs?: number }

async function ask(url: string, timeoutMs: number, signal: AbortSignal): Promise<Reply> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    if (response.status === 429 || response.status === 503) {
      await response.body?.cancel()
      return { kind: 'later', reason: `${response.status}`, afterMs: retryAfter(response) }
    }
    // What it cannot understand it will not understand later either: an address without a position.
    if (response.status === 400 || response.status === 404) {
      await response.body?.cancel()
      return { kind: 'answer', body: { features: [] } }
    }
    if (!response.ok) return { kind: 'later', reason: `${response.status}` }
    return { kind: 'answer', body: await response.json() }
  } catch (error) {
    signal.throwIfAborted()
    return { kind: 'later', reason: (error as Error).message }
  }
}

/** Seconds or a date, as RFC 9110 has it; at most a minute. */
function retryAfter(response: Response): number {
  const header = response.headers.get('retry-after') ?? ''
  const seconds = /^\d+(\.\d+)?$/.test(header)
    ? Number(header)
    : (Date.parse(header) - Date.now()) / 1_000
  return Math.min(60_000, Math.max(200, (Number.isFinite(seconds) ? seconds : 5) * 1_000))
}

function judge(body: unknown, address: Address): Geocoded {
  const parsed = answer.safeParse(body)
  if (!parsed.success) throw new Error('address service: not a GeoJSON feature collection')
  const [best] = parsed.data.features
  if (!best) return { outcome: 'missing' }
  const { label, score, type } = best.properties
  // The middle of a town is no answer to the question where a street is.
  const vague = Boolean(address.line) && type === 'municipality'
  if (score < SURE || vague) return { outcome: 'unsure', label, score }
  const [longitude, latitude] = best.geometry.coordinates
  return { outcome: 'found', position: { latitude, longitude }, label, score }
}
