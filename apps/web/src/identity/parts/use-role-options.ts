import type { Role } from '@regie/contract/roles'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import type { Option } from '../../ui/option.ts'
import { roles, roleWords } from '../words.ts'

/** The roles this member may give: only owners make owners. */
export const useRoleOptions = (): readonly Option<Role>[] => {
  const words = useWords(roleWords)
  const can = useCan()
  return roles
    .filter((role) => role !== 'owner' || can('identity.manage-owners'))
    .map((role) => ({ id: role, label: words.names[role], detail: words.explains[role] }))
}
