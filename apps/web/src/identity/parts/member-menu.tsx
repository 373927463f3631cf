import type { Member } from '@regie/contract/identity'
import { EllipsisVertical, LockOpen, ShieldOff, UserCog } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { useCan, useSession } from '../../lib/session.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useDisableMember } from '../api.ts'
import { teamWords } from '../words.ts'

type Props = {
  readonly member: Member
  readonly ask: (what: 'role' | 'disable', member: Member) => void
}

export const MemberMenu = ({ member, ask }: Props) => {
  const words = useWords(teamWords)
  const can = useCan()
  const { member: me } = useSession()
  const { actAsync } = useDisableMember()
  if (member.role === 'owner' && !can('identity.manage-owners')) return null
  const enable = () =>
    actAsync({
      params: { memberId: member.id },
      body: { version: member.version, disabled: false },
    }).then(() => showToast({ tone: 'good', title: words.enabled(member.name) }), showProblem)
  return (
    <Menu
      label={words.actions(member.name)}
      trigger={
        <IconButton size="small" icon={EllipsisVertical} label={words.actions(member.name)} />
      }
    >
      <MenuItem icon={UserCog} onAction={() => ask('role', member)}>
        {words.changeRole}
      </MenuItem>
      <MenuDivider />
      {member.disabledAt ? (
        <MenuItem icon={LockOpen} onAction={() => void enable()}>
          {words.enable}
        </MenuItem>
      ) : (
        <MenuItem
          icon={ShieldOff}
          tone="danger"
          isDisabled={member.id === me.id}
          onAction={() => ask('disable', member)}
        >
          {words.disable}
        </MenuItem>
      )}
    </Menu>
  )
}
