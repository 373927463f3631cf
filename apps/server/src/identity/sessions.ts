// From a request to the person at work, and what their screens need to know of it.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Session } from '@regie/contract/identity'
import { isAPIError } from 'better-auth/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Permission } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import { languageOf } from '../platform/http/problems.ts'
import type { Authenticate } from '../platform/http/server.ts'
import type { Services } from '../platform/services.ts'
import { authOf, CLIENT_ADDRESS, CLIENT_LANGUAGE } from './auth.ts'
import { type FoundActor, findActor, placesOf } from './store/crossing.ts'

/** Who asks: one statement from the session's token to the member, so that a session ended or a member shut out is refused at once. */
export const createAuthenticate =
  (services: Services): Authenticate =>
  async (request) => {
    const token = await tokenOf(services, request)
    const found = token ? await findActor(services.database, token) : undefined
    return found && toActor(found)
  }

const toActor = (found: FoundActor): Actor => ({
  organizationId: found.organization_id,
  memberId: found.member_id,
  name: found.member_name,
  role: found.role,
  technicianId: found.technician_id,
  language: found.member_language ?? found.organization_language,
  timeZone: found.time_zone,
})

/** The session's token from its signed cookie; undefined when there is none, or none that we signed. */
export async function tokenOf(
  services: Services,
  request: FastifyRequest,
): Promise<string | undefined> {
  const { authCookies } = await authOf(services).context
  const value = request.cookies[authCookies.sessionToken.name]
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return undefined
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', services.secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}

export type SignedIn = { readonly actor: Actor; readonly session: Session; readonly userId: string }

/** What the session of this token stands for; undefined when it ended or its member was shut out. */
export async function sessionOf(services: Services, token: string): Promise<SignedIn | undefined> {
  const found = await findActor(services.database, token)
  if (!found) return undefined
  const actor = toActor(found)
  const { work, database } = services
  const held = (Object.keys(work.permissions) as Permission[]).filter((one) => work.may(actor, one))
  const places = await placesOf(database, found.user_id)
  const session: Session = {
    user: {
      id: found.user_id,
      name: found.member_name,
      email: found.member_email,
      language: found.member_language,
    },
    member: {
      id: found.member_id,
      version: found.member_version,
      role: found.role,
      technicianId: found.technician_id,
    },
    organization: {
      id: found.organization_id,
      name: found.organization_name,
      timeZone: found.time_zone,
      language: found.organization_language,
    },
    permissions: held.sort(),
    organizations: places
      .map(({ organization_id, name, role }) => ({ id: organization_id, name, role }))
      .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
  }
  return { actor, session, userId: found.user_id }
}

export async function requireSession(
  services: Services,
  request: FastifyRequest,
): Promise<SignedIn & { token: string }> {
  const token = await tokenOf(services, request)
  const signedIn = token ? await sessionOf(services, token) : undefined
  if (!token || !signedIn) throw fail('not_signed_in')
  return { ...signedIn, token }
}

/** What better-auth is told of a request: its cookies, where it comes from, the reader's language. Nothing else. */
export function headersOf(request: FastifyRequest): Headers {
  const { cookie, 'user-agent': agent } = request.headers
  const headers = new Headers({
    [CLIENT_ADDRESS]: request.ip,
    [CLIENT_LANGUAGE]: languageOf(request),
  })
  if (cookie) headers.set('cookie', cookie)
  if (agent) headers.set('user-agent', agent.slice(0, 300))
  return headers
}

export function passCookies(headers: Headers, reply: FastifyReply): void {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie)
}

const unforeseen = (code: string): Error => new Error(`better-auth refused: ${code}`)

/** Asks better-auth. Its refusals become ours by `refuse`; faults of the database stay what they are. */
export async function asking<R>(
  question: Promise<R>,
  refuse: (code: string) => Error = unforeseen,
): Promise<R> {
  try {
    return await question
  } catch (error) {
    if (!isAPIError(error)) throw error
    if (error.statusCode < 500) throw refuse(String(error.body?.code ?? error.status))
    throw error.cause ?? error
  }
}
