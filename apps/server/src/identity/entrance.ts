// Coming in and going out: by password, by the link of a letter, by proof of an invitation.
import type { Session } from '@regie/contract/identity'
import type { Id } from '@regie/contract/kernel'
import { fail, invalid } from '../platform/errors.ts'
import type { Exchange } from '../platform/http/bind.ts'
import { languageOf } from '../platform/http/problems.ts'
import { authOf } from './auth.ts'
import { recordSignIn } from './commands/members.ts'
import { asking, headersOf, passCookies, requireSession, sessionOf } from './sessions.ts'
import { moveSession } from './store/crossing.ts'
import { countAttempt, forgetAttempts, perAccount, perAddress, returnAttempt } from './throttle.ts'

type Proof = 'password' | 'link' | 'invitation' | 'setup'

/** The session that has just begun, told to the organisation; without a place to work there is none. */
async function welcome(
  { request, reply, services }: Exchange,
  { headers, response }: { headers: Headers; response: { token: string } },
  proof: Proof,
): Promise<Session> {
  const signedIn = await sessionOf(services, response.token)
  if (!signedIn) {
    await (await authOf(services).context).internalAdapter.deleteSession(response.token)
    throw fail('no_organization')
  }
  await services.work.act(signedIn.actor, recordSignIn, proof, { id: request.id })
  passCookies(headers, reply)
  return signedIn.session
}

export async function enterByPassword(
  body: { email: string; password: string },
  exchange: Exchange,
): Promise<Session> {
  const { api, pool } = authOf(exchange.services)
  const account = perAccount('password', body.email)
  const address = perAddress('password', exchange.request.ip)
  await countAttempt(pool, [address, account])
  const headers = headersOf(exchange.request)
  const entered = await asking(api.signInEmail({ body, headers, returnHeaders: true }), () =>
    fail('wrong_credentials'),
  )
  await Promise.all([forgetAttempts(pool, account), returnAttempt(pool, address)])
  return await welcome(exchange, entered, 'password')
}

export async function askForLink(
  { email }: { email: string },
  { request, services }: Exchange,
): Promise<undefined> {
  const { api, pool } = authOf(services)
  await countAttempt(pool, [perAddress('letter', request.ip), perAccount('letter', email, 5)])
  await asking(api.signInMagicLink({ body: { email }, headers: headersOf(request) }))
}

export async function enterByLink(
  { token }: { token: string },
  exchange: Exchange,
): Promise<Session> {
  const { api, pool } = authOf(exchange.services)
  await countAttempt(pool, [perAddress('link', exchange.request.ip)])
  const verified = api.magicLinkVerify({
    query: { token },
    headers: headersOf(exchange.request),
    returnHeaders: true,
  })
  return await welcome(exchange, await asking(verified, () => fail('link_expired')), 'link')
}

/** Signs in a user who has shown another proof; `organizationId` is where the session begins. */
export async function enterAs(
  userId: Id,
  organizationId: Id,
  exchange: Exchange,
  proof: Proof,
): Promise<Session> {
  const { api } = authOf(exchange.services)
  const headers = headersOf(exchange.request)
  const entered = await asking(api.signInUser({ body: { userId }, headers, returnHeaders: true }))
  await moveSession(exchange.services.database, entered.response.token, organizationId)
  return await welcome(exchange, entered, proof)
}

export async function leave({ request, reply, services }: Exchange): Promise<undefined> {
  const { api } = authOf(services)
  const leaving = api.signOut({ headers: headersOf(request), returnHeaders: true })
  const { headers } = await asking(leaving)
  passCookies(headers, reply)
}

/** The session; reading it now and then is what keeps it from running out. */
export async function present({ request, reply, services }: Exchange): Promise<Session> {
  const { session } = await requireSession(services, request)
  const { api } = authOf(services)
  const renewing = api.getSession({ headers: headersOf(request), returnHeaders: true })
  const { headers } = await asking(renewing)
  passCookies(headers, reply)
  return session
}

export async function goTo(
  { organizationId }: { organizationId: Id },
  { request, services }: Exchange,
): Promise<Session> {
  const { token } = await requireSession(services, request)
  if (!(await moveSession(services.database, token, organizationId)))
    throw fail('not_found', { what: 'organization' })
  const moved = await sessionOf(services, token)
  if (!moved) throw fail('not_signed_in')
  return moved.session
}

const theirPassword = {
  fr: 'Votre mot de passe actuel est attendu.',
  en: 'Your present password is expected.',
} as const

export async function changeOwnPassword(
  body: { currentPassword: string; newPassword: string },
  { request, reply, services }: Exchange,
): Promise<undefined> {
  const { actor, userId } = await requireSession(services, request)
  const { api, pool } = authOf(services)
  const account = perAccount('password-change', userId)
  await countAttempt(pool, [account])
  const changing = api.changePassword({
    body: { ...body, revokeOtherSessions: true },
    headers: headersOf(request),
    returnHeaders: true,
  })
  const { headers, response } = await asking(changing, () =>
    invalid([{ path: 'currentPassword', expected: theirPassword[languageOf(request)], got: '…' }]),
  )
  await forgetAttempts(pool, account)
  if (response.token) await moveSession(services.database, response.token, actor.organizationId)
  passCookies(headers, reply)
}

export async function askForNewPassword(
  { email }: { email: string },
  { request, services }: Exchange,
): Promise<undefined> {
  const { api, pool } = authOf(services)
  await countAttempt(pool, [perAddress('letter', request.ip), perAccount('letter', email, 5)])
  const headers = headersOf(request)
  // The request is made up: better-auth hands it to the letter, which reads the language from it.
  const letter = new Request('http://127.0.0.1/', { method: 'POST', headers })
  await asking(api.requestPasswordReset({ body: { email }, headers, request: letter }))
}

export async function setNewPassword(
  body: { token: string; newPassword: string },
  { request, services }: Exchange,
): Promise<undefined> {
  const { api, pool } = authOf(services)
  await countAttempt(pool, [perAddress('link', request.ip)])
  await asking(api.resetPassword({ body }), () => fail('link_expired'))
}
