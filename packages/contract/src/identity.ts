// Who is at work: organisations, members, invitations, sign-in, permissions and the audit trail.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'
import { endpoint, id, instant, localTime, page, pageQuery, text, version } from './kernel.ts'
import { newPassword } from './passwords.ts'
import { language, role } from './roles.ts'

/** An e-mail address: trimmed, in lower case, so that one person is one account. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** An IANA zone that this machine knows, e.g. `Europe/Paris`. */
export const timeZone = z
  .string()
  .max(64)
  .refine(
    isTimeZone,
    expected(
      'Un fuseau horaire est attendu, par exemple Europe/Paris.',
      'A time zone is expected, for example Europe/Paris.',
    ),
  )

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return value.includes('/') || value === 'UTC'
  } catch {
    return false
  }
}

/** How one organisation works. Times are wall-clock times in its zone; the buffer stands between two visits. */
export const organizationDraft = z.object({
  name: text(120),
  timeZone: timeZone.default('Europe/Paris'),
  language: language.default('fr'),
  dayStartsAt: localTime.default('08:00'),
  dayEndsAt: localTime.default('20:00'),
  bufferMinutes: z.int().min(0).max(60).default(15),
  breakMinutes: z.int().min(0).max(120).default(15),
  breakAfterMinutes: z.int().min(60).max(720).default(240),
})
export type OrganizationDraft = z.infer<typeof organizationDraft>
export const organization = organizationDraft.extend({ id, version })
export type Organization = z.infer<typeof organization>

export const member = z.object({
  id,
  version,
  name: z.string(),
  email: z.string(),
  role,
  /** Null: the organisation's language. */
  language: language.nullable(),
  technicianId: id.nullable(),
  disabledAt: instant.nullable(),
  joinedAt: instant,
})
export type Member = z.infer<typeof member>

/** `expired` is derived: a pending invitation whose time is over. */
export const invitationState = z.enum(['pending', 'expired', 'accepted', 'revoked'])
export const invitationDraft = z.object({
  email,
  role,
  name: z.string().trim().max(120).default(''),
})
export type InvitationDraft = z.infer<typeof invitationDraft>
export const invitation = invitationDraft.extend({
  id,
  version,
  state: invitationState,
  technicianId: id.nullable(),
  invitedBy: z.string(),
  sentAt: instant,
  expiresAt: instant,
})
export type Invitation = z.infer<typeof invitation>

/** Who is signed in, where, and what they may do. `user.language` null: not chosen, follow the organisation. */
export const session = z.object({
  user: z.object({ id, name: z.string(), email: z.string(), language: language.nullable() }),
  member: z.object({ id, version, role, technicianId: id.nullable() }),
  organization: z.object({ id, name: z.string(), timeZone: z.string(), language }),
  permissions: z.array(z.string()),
  organizations: z.array(z.object({ id, name: z.string(), role })),
})
export type Session = z.infer<typeof session>

export const permissionRow = z.object({
  permission: z.string(),
  roles: z.array(role),
  fr: z.string(),
  en: z.string(),
})
export type PermissionRow = z.infer<typeof permissionRow>

/** One fact of the audit trail: the event as it was told, and by whom. `by.memberId` null: the program itself. */
export const auditEntry = z.object({
  id,
  at: instant,
  name: z.string(),
  by: z.object({ memberId: id.nullable(), name: z.string() }),
  payload: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof auditEntry>

const tag = 'Identity'
const nothing = { returns: z.undefined(), status: 204 } as const
const memberParams = z.object({ memberId: id })
const invitationParams = z.object({ invitationId: id })
const linkToken = z.object({ token: z.string().min(1).max(300) })
const someone = z.object({ email, password: z.string().min(1).max(128) })
const passwordChange = z.object({ currentPassword: z.string().min(1).max(128), newPassword })
const setup = z.object({
  organization: organizationDraft,
  owner: z.object({ name: text(120), email, password: newPassword }),
})
export type Setup = z.infer<typeof setup>

export const readSession = endpoint({
  method: 'GET',
  path: '/api/session',
  tag,
  summary: 'Who is signed in, where, and what they may do',
  returns: session,
})
export const signIn = endpoint({
  method: 'POST',
  path: '/api/sign-in',
  tag,
  summary: 'Sign in by password',
  body: someone,
  returns: session,
})
export const requestSignInLink = endpoint({
  method: 'POST',
  path: '/api/sign-in/link',
  tag,
  summary: 'Send a sign-in link by mail; the answer is the same for unknown addresses',
  body: z.object({ email }),
  ...nothing,
})
export const useSignInLink = endpoint({
  method: 'POST',
  path: '/api/sign-in/link/use',
  tag,
  summary: 'Sign in by the link of a letter, once',
  body: linkToken,
  returns: session,
})
export const signOut = endpoint({
  method: 'POST',
  path: '/api/sign-out',
  tag,
  summary: 'End this session',
  ...nothing,
})
export const switchOrganization = endpoint({
  method: 'POST',
  path: '/api/session/organization',
  tag,
  summary: 'Go over to another organisation of mine',
  body: z.object({ organizationId: id }),
  returns: session,
})
export const changePassword = endpoint({
  method: 'POST',
  path: '/api/password',
  tag,
  summary: 'Change my password; ends my other sessions',
  body: passwordChange,
  ...nothing,
})
export const forgotPassword = endpoint({
  method: 'POST',
  path: '/api/password/forgotten',
  tag,
  summary: 'Send a link to choose a new password; the answer is the same for unknown addresses',
  body: z.object({ email }),
  ...nothing,
})
export const resetPassword = endpoint({
  method: 'POST',
  path: '/api/password/reset',
  tag,
  summary: 'Choose a new password by the link of a letter; ends all sessions',
  body: linkToken.extend({ newPassword }),
  ...nothing,
})
export const changeProfile = endpoint({
  method: 'PATCH',
  path: '/api/profile',
  tag,
  summary: 'Change my name and language in this organisation',
  body: z.object({ version, name: text(120), language: language.nullable() }),
  returns: member,
})

export const readSetup = endpoint({
  method: 'GET',
  path: '/api/setup',
  tag,
  summary: 'Whether the first organisation is still to be made',
  returns: z.object({ needed: z.boolean() }),
})
export const setUp = endpoint({
  method: 'POST',
  path: '/api/setup',
  tag,
  summary: 'Make the first organisation and its owner, once only, and sign in',
  body: setup,
  returns: session,
  status: 201,
})

export const readOrganization = endpoint({
  method: 'GET',
  path: '/api/organization',
  tag,
  summary: 'The organisation and its settings',
  returns: organization,
})
export const updateOrganization = endpoint({
  method: 'PATCH',
  path: '/api/organization',
  tag,
  summary: 'Change the settings of the organisation',
  body: organizationDraft.extend({ version }),
  returns: organization,
})

export const listMembers = endpoint({
  method: 'GET',
  path: '/api/members',
  tag,
  summary: 'Members by name',
  query: pageQuery.extend({ role: role.optional(), disabled: z.stringbool().default(false) }),
  returns: page(member),
})
export const changeRole = endpoint({
  method: 'POST',
  path: '/api/members/:memberId/role',
  tag,
  summary: 'Give a member another role; the last owner keeps theirs',
  params: memberParams,
  body: z.object({ version, role }),
  returns: member,
})
export const disableMember = endpoint({
  method: 'POST',
  path: '/api/members/:memberId/disable',
  tag,
  summary: 'Shut a member out at once, or let them in again',
  params: memberParams,
  body: z.object({ version, disabled: z.boolean().default(true) }),
  returns: member,
})

export const listInvitations = endpoint({
  method: 'GET',
  path: '/api/invitations',
  tag,
  summary: 'Invitations that wait for an answer, latest first',
  returns: z.object({ items: z.array(invitation) }),
})
export const invite = endpoint({
  method: 'POST',
  path: '/api/invitations',
  tag,
  summary: 'Invite somebody by mail',
  body: invitationDraft,
  returns: invitation,
  status: 201,
})
export const resendInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/:invitationId/resend',
  tag,
  summary: 'Send the letter again; the earlier link stops working',
  params: invitationParams,
  returns: invitation,
})
export const revokeInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/:invitationId/revoke',
  tag,
  summary: 'Take an invitation back',
  params: invitationParams,
  returns: invitation,
})
export const openInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/open',
  tag,
  summary: 'What an invitation offers; changes nothing',
  body: linkToken,
  returns: z.object({
    organization: z.string(),
    email: z.string(),
    name: z.string(),
    role,
    invitedBy: z.string(),
    hasAccount: z.boolean(),
  }),
})
export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/accept',
  tag,
  summary:
    'Accept an invitation, once, and sign in; `password` is needed by those without an account',
  body: linkToken.extend({ name: text(120), password: newPassword.optional() }),
  returns: session,
  status: 201,
})

export const listPermissions = endpoint({
  method: 'GET',
  path: '/api/permissions',
  tag,
  summary: 'What each role may do',
  returns: z.object({ items: z.array(permissionRow) }),
})
export const listAuditEntries = endpoint({
  method: 'GET',
  path: '/api/audit',
  tag,
  summary: 'Who did what, latest first',
  query: pageQuery.omit({ search: true }).extend({
    memberId: id.optional(),
    name: z.string().max(100).optional(),
    from: instant.optional(),
    until: instant.optional(),
    subjectId: id.optional(),
  }),
  returns: page(auditEntry),
})
export type AuditQuery = z.infer<typeof listAuditEntries.query>

const memberFact = z.object({ memberId: id, name: z.string() })
const invitationFact = z.object({ invitationId: id, email: z.string(), role })

/** What happened to the organisation: every member hears of it. */
export const organizationEvents = {
  organization_created: z.object({ organizationId: id, name: z.string() }),
  organization_changed: z.object({ organizationId: id, name: z.string() }),
}

/** What happened to members and invitations. */
export const memberEvents = {
  member_joined: memberFact.extend({ role, technicianId: id.nullable() }),
  member_changed: memberFact,
  member_role_changed: memberFact.extend({ from: role, to: role }),
  member_disabled: memberFact.extend({ disabled: z.boolean() }),
  member_linked: memberFact.extend({ technicianId: id.nullable() }),
  member_signed_in: memberFact.extend({ by: z.enum(['password', 'link', 'invitation', 'setup']) }),
  member_invited: invitationFact.extend({ technicianId: id.nullable() }),
  invitation_resent: invitationFact,
  invitation_revoked: invitationFact,
}
