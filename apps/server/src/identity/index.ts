// The front door of identity.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { jobs, reactions } from './jobs.ts'
import { permissions } from './permissions.ts'
import { memberRoutes } from './routes/members.ts'
import { signInRoutes } from './routes/sign-in.ts'

export const identity = defineModule('identity', import.meta.dirname, {
  permissions,
  routes: [...signInRoutes, ...memberRoutes],
  events: kinds,
  jobs,
  reactions,
})

export { inviteMember } from './commands/invitations.ts'
export { linkTechnician } from './commands/members.ts'
export { addMember, createOrganization } from './commands/organizations.ts'
export { createAuthenticate } from './sessions.ts'
export { hasOrganization, organizationsNamed } from './store/crossing.ts'
export { findOrganization } from './store/organizations.ts'
export { findOrCreateUser } from './users.ts'
