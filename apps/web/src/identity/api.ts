// Server state of identity: who is here, who else is, and what they did.
import {
  acceptInvitation,
  changePassword,
  changeProfile,
  changeRole,
  disableMember,
  forgotPassword,
  invite,
  listAuditEntries,
  listInvitations,
  listMembers,
  listPermissions,
  type Member,
  openInvitation,
  useSignInLink as openSignInLink,
  readOrganization,
  readSetup,
  requestSignInLink,
  resendInvitation,
  resetPassword,
  revokeInvitation,
  type Session,
  setUp,
  signIn,
  signOut,
  switchOrganization,
  updateOrganization,
} from '@regie/contract/identity'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { CallInput } from '../lib/call.ts'
import { forgetSession } from '../lib/kept-session.ts'
import { refreshOn } from '../lib/live.tsx'
import { type Pages, readKey, useAct, usePages, useRead } from '../lib/server-state.tsx'
import { readSession } from '../lib/session-endpoint.ts'
import { tellSessionChanged } from '../lib/session-news.ts'

refreshOn(['organization_changed'], [readOrganization, readSession])
refreshOn(
  ['member_joined', 'member_changed', 'member_role_changed', 'member_disabled', 'member_linked'],
  [listMembers, listInvitations, readSession],
)
refreshOn(['member_invited', 'invitation_resent', 'invitation_revoked'], [listInvitations])

/** Only a path of this product: a link in a letter must not send people elsewhere after signing in. */
export const safePath = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-') ? next : '/'

/** After any door has opened: nothing of the person before stays, and the way leads on. */
export const useEnter = () => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { next } = useSearch({ strict: false }) as { next?: unknown }
  return async (session: Session) => {
    client.clear()
    client.setQueryData(readKey(readSession, {}), session)
    tellSessionChanged()
    await navigate({ to: safePath(next), replace: true })
  }
}

export const useSetupNeeded = () => useRead(readSetup, {}, { staleMs: 0 })
export const useSetUp = () => useAct(setUp)
export const useSignIn = () => useAct(signIn)
export const useRequestSignInLink = () => useAct(requestSignInLink)
export const useOpenSignInLink = () => useAct(openSignInLink)
export const useForgotPassword = () => useAct(forgotPassword)
export const useResetPassword = () => useAct(resetPassword)
export const useOpenInvitation = () => useAct(openInvitation)
export const useAcceptInvitation = () => useAct(acceptInvitation)

/** Signs out and forgets everything that was read. */
export const useSignOut = () => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { act, isPending } = useAct(signOut, {
    onDone: () => {
      forgetSession()
      client.clear()
      tellSessionChanged()
      void navigate({ to: '/sign-in' })
    },
  })
  return { signOut: () => act({}), isPending }
}

/** The page is loaded anew: nothing of one company may stay in sight, or in hand, while another is at work. */
export const useSwitchOrganization = () => {
  const { act } = useAct(switchOrganization, {
    onDone: () => {
      tellSessionChanged()
      location.assign('/')
    },
  })
  return (organizationId: string) => act({ body: { organizationId } })
}

export const useOrganization = () => useRead(readOrganization)
export const useUpdateOrganization = () =>
  useAct(updateOrganization, { invalidates: [readOrganization, readSession] })

export const useMembers = (
  query: NonNullable<CallInput<typeof listMembers>['query']>,
): Pages<Member> => usePages(listMembers, { query })
export const useInvitations = () => useRead(listInvitations)
export const useInvite = () => useAct(invite, { invalidates: [listInvitations] })
export const useResendInvitation = () =>
  useAct(resendInvitation, { invalidates: [listInvitations] })
export const useRevokeInvitation = () =>
  useAct(revokeInvitation, { invalidates: [listInvitations] })
export const useChangeRole = () => useAct(changeRole, { invalidates: [listMembers, readSession] })
export const useDisableMember = () => useAct(disableMember, { invalidates: [listMembers] })

export const usePermissionTable = () => useRead(listPermissions)
export const useAuditEntries = (query: NonNullable<CallInput<typeof listAuditEntries>['query']>) =>
  usePages(listAuditEntries, { query })

export const useChangePassword = () => useAct(changePassword)
export const useChangeProfile = () =>
  useAct(changeProfile, { invalidates: [readSession, listMembers] })
