// How people come to belong: the first set-up, and invitations.
import type { Session, Setup } from '@regie/contract/identity'
import { program } from '../platform/actor.ts'
import { newId } from '../platform/clock.ts'
import { fail, invalid } from '../platform/errors.ts'
import type { Exchange } from '../platform/http/bind.ts'
import { languageOf } from '../platform/http/problems.ts'
import type { Services } from '../platform/services.ts'
import { authOf } from './auth.ts'
import { acceptInvitation, validInvitation } from './commands/invitations.ts'
import { foundFirstOrganization } from './commands/organizations.ts'
import { enterAs } from './entrance.ts'
import { type InvitationLink, readInvitationToken } from './model.ts'
import { hasOrganization } from './store/crossing.ts'
import { findOrganization } from './store/organizations.ts'
import { countAttempt, perAddress } from './throttle.ts'
import { dropUser, findOrCreateUser, findUser, setPassword } from './users.ts'

/** Makes the first organisation and its owner. Of many who try at once one succeeds; the others change nothing. */
export async function setUpFirst(setup: Setup, exchange: Exchange): Promise<Session> {
  const { services, request } = exchange
  if (await hasOrganization(services.database)) throw fail('already_set_up')
  const { name, email, password } = setup.owner
  const user = await findOrCreateUser(services, { name, email, password })
  const actor = program(newId(services.clock()), name, setup.organization.timeZone)
  const founding = { draft: setup.organization, owner: { userId: user.userId, name, email } }
  try {
    await services.work.act(actor, foundFirstOrganization, founding, { id: request.id })
  } catch (error) {
    await dropUser(services, user)
    throw error
  }
  // Left over from an attempt that did not get so far: the owner is who finished.
  if (!user.isNew) await setPassword(services, user.userId, password)
  return await enterAs(user.userId, actor.organizationId, exchange, 'setup')
}

function linkOf(services: Services, token: string): InvitationLink {
  const link = readInvitationToken(services.secret, token)
  if (!link) throw fail('link_expired')
  return link
}

export async function lookAtInvitation(
  { token }: { token: string },
  { request, services }: Exchange,
) {
  await countAttempt(authOf(services).pool, [perAddress('link', request.ip)])
  const { organizationId, invitationId, version } = linkOf(services, token)
  const actor = program(organizationId, 'invitation')
  const { invitation, organization } = await services.work.read(actor, null, async (tx) => ({
    invitation: await validInvitation(tx, invitationId, version),
    organization: await findOrganization(tx),
  }))
  const { email, name, role, invitedBy } = invitation
  const hasAccount = (await findUser(services, email)) !== undefined
  return { organization: organization?.name ?? '', email, name, role, invitedBy, hasAccount }
}

const choose = {
  fr: 'Choisissez un mot de passe de 12 à 128 caractères.',
  en: 'Choose a password of 12 to 128 characters.',
} as const

type Acceptance = { token: string; name: string; password?: string | undefined }

/** Whoever holds the link holds the mailbox; those without an account choose a password with it. */
export async function joinByInvitation(
  { token, name, password }: Acceptance,
  exchange: Exchange,
): Promise<Session> {
  const { services, request } = exchange
  await countAttempt(authOf(services).pool, [perAddress('link', request.ip)])
  const { organizationId, invitationId, version } = linkOf(services, token)
  const actor = program(organizationId, name)
  const { email } = await services.work.read(actor, null, (tx) =>
    validInvitation(tx, invitationId, version),
  )
  if (!password && !(await findUser(services, email)))
    throw invalid([{ path: 'password', expected: choose[languageOf(request)], got: 'null' }])
  const user = await findOrCreateUser(services, { email, name, password })
  const answer = { invitationId, version, userId: user.userId, name }
  try {
    await services.work.act(actor, acceptInvitation, answer, { id: request.id })
  } catch (error) {
    await dropUser(services, user)
    throw error
  }
  return await enterAs(user.userId, organizationId, exchange, 'invitation')
}
