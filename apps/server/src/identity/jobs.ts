// Letters of invitation, the audit trail, and forgetting what is over.
import { z } from 'zod'
import { program } from '../platform/actor.ts'
import { job } from '../platform/jobs.ts'
import type { Reaction } from '../platform/reactions.ts'
import type { Services } from '../platform/services.ts'
import { authOf } from './auth.ts'
import { invitationLetter, sendInvitation } from './letters.ts'
import { INVITATION_DAYS, makeInvitationToken } from './model.ts'
import { insertEntries } from './store/audit.ts'
import { findInvitation } from './store/invitations.ts'
import { findOrganization } from './store/organizations.ts'

/** Sends the letter, unless the invitation was answered, taken back or sent again meanwhile. */
const sendInvitationLetter = job(
  sendInvitation.name,
  { payload: sendInvitation.payload, retryLimit: 8 },
  async (services: Services, { invitationId, version }, { organizationId }) => {
    if (!organizationId) return
    const { invitation, organization } = await services.work.read(
      program(organizationId, sendInvitation.name),
      null,
      async (tx) => ({
        invitation: await findInvitation(tx, invitationId),
        organization: await findOrganization(tx),
      }),
    )
    if (!organization || invitation?.state !== 'pending' || invitation.version !== version) return
    const token = makeInvitationToken(services.secret, { organizationId, invitationId, version })
    await services.mailer.send(
      invitationLetter(organization.language, {
        to: invitation.email,
        name: invitation.name,
        organization: organization.name,
        invitedBy: invitation.invitedBy,
        role: invitation.role,
        days: INVITATION_DAYS,
        link: `${services.publicUrl()}/invitation?token=${token}`,
      }),
    )
  },
)

/** Ended sessions, used links and old attempts are nobody's business any more. */
const forgetEnded = job(
  'identity.forget-ended',
  { payload: z.object({}), schedule: '17 3 * * *' },
  async (services: Services) => {
    const { pool } = authOf(services)
    await pool.query('delete from auth.sessions where expires_at < now()')
    await pool.query('delete from auth.verifications where expires_at < now()')
    await pool.query(`delete from auth.attempts where since < now() - interval '1 day'`)
  },
)

export const jobs = [sendInvitationLetter, forgetEnded]

/** Every event of every module, copied for good: the outbox is pruned, the trail stays. */
export const reactions: readonly Reaction[] = [
  { name: 'identity.write-audit', events: '*', run: (rows, events) => insertEntries(rows, events) },
]
