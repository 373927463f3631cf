// A page of another site must not write in the name of who is signed in here.
import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { fail } from '../errors.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses unsafe requests that a browser sends for another site. Browsers name the site in `Origin`, newer ones also
 * in `Sec-Fetch-Site`; programs name none and carry no cookie that was not given to them.
 */
export function refuseForeignWrites(
  request: FastifyRequest,
  config: Pick<Config, 'publicUrl'>,
): void {
  if (SAFE.has(request.method)) return
  const { origin } = request.headers
  const own =
    origin === undefined
      ? request.headers['sec-fetch-site'] !== 'cross-site'
      : isOwn(origin, request, config)
  if (!own) throw fail('foreign_origin', { origin: origin ?? 'another site' })
}

function isOwn(
  origin: string,
  request: FastifyRequest,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): boolean {
  if (publicUrl && origin === new URL(publicUrl).origin) return true
  return URL.canParse(origin) && new URL(origin).host === request.host
}
