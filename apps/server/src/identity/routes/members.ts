import * as contract from '@regie/contract/identity'
import { act, own, type Route, read } from '../../platform/http/bind.ts'
import { invite, resendInvitation, revokeInvitation } from '../commands/invitations.ts'
import { changeProfile, changeRole, disableMember } from '../commands/members.ts'
import { updateOrganization } from '../commands/organizations.ts'
import { getOrganization, permissionTable } from '../queries.ts'
import { pageOfEntries } from '../store/audit.ts'
import { pendingInvitations } from '../store/invitations.ts'
import { pageOfMembers } from '../store/members.ts'

export const memberRoutes: readonly Route[] = [
  act(contract.changeProfile, changeProfile, ({ body }) => body),
  read(contract.readOrganization, null, getOrganization),
  act(contract.updateOrganization, updateOrganization, ({ body: { version, ...draft } }) => ({
    version,
    draft,
  })),
  read(contract.listMembers, 'identity.read-members', (tx, { query }) => pageOfMembers(tx, query)),
  act(contract.changeRole, changeRole, ({ params, body }) => ({ ...params, ...body })),
  act(contract.disableMember, disableMember, ({ params, body }) => ({ ...params, ...body })),
  read(contract.listInvitations, 'identity.read-members', async (tx) => ({
    items: await pendingInvitations(tx),
  })),
  act(contract.invite, invite, ({ body }) => body),
  act(contract.resendInvitation, resendInvitation, ({ params }) => params),
  act(contract.revokeInvitation, revokeInvitation, ({ params }) => params),
  own(contract.listPermissions, async (_input, { services }) => ({
    items: permissionTable(services.work.permissions),
  })),
  read(contract.listAuditEntries, 'identity.read-audit', (tx, { query }) =>
    pageOfEntries(tx, query),
  ),
]
