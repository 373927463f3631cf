// Who does it: a member, or the program itself (nightly runs, imports from the command line, reactions).
import type { Id } from '@regie/contract/kernel'
import type { Language, Role } from '@regie/contract/roles'

/** `<module>.<verb>`, e.g. `clients.write`; declared with its roles in the module's permissions.ts. */
export type Permission = `${string}.${string}`

/** Which roles hold each permission of one module. */
export type Permissions = Readonly<Record<Permission, readonly Role[]>>

export type Actor = {
  readonly organizationId: Id
  /** Null when the program itself acts. */
  readonly memberId: Id | null
  readonly name: string
  readonly role: Role | 'program'
  /** The technician this member is, if any. */
  readonly technicianId: Id | null
  readonly language: Language
  /** IANA zone of the organisation, e.g. `Europe/Paris`. */
  readonly timeZone: string
}

/** The program acting for one organisation. */
export const program = (organizationId: Id, name: string, timeZone = 'Europe/Paris'): Actor => ({
  organizationId,
  memberId: null,
  name,
  role: 'program',
  technicianId: null,
  language: 'fr',
  timeZone,
})
