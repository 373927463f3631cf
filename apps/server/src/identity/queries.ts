import type { Organization, PermissionRow } from '@regie/contract/identity'
import { permissionSentences } from '@regie/contract/permissions'
import type { Permissions } from '../platform/actor.ts'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { findOrganization } from './store/organizations.ts'

export const getOrganization = async (tx: Tx): Promise<Organization> =>
  found(await findOrganization(tx), 'organization')

/** What each role may do, in both languages. Permissions that no role holds are the program's own and left out. */
export const permissionTable = (permissions: Permissions): PermissionRow[] =>
  Object.entries(permissions)
    .filter(([, roles]) => roles.length > 0)
    .map(([permission, roles]) => {
      const sentence = permissionSentences[permission]
      return {
        permission,
        roles: [...roles],
        fr: sentence?.fr ?? permission,
        en: sentence?.en ?? permission,
      }
    })
    .sort((a, b) => a.permission.localeCompare(b.permission))
