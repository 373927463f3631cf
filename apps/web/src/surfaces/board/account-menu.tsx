import { useNavigate } from '@tanstack/react-router'
import { LogOut, UserRound } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useSignOut } from '../../identity/index.ts'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx'
import { PreferenceBranches } from '../preference-menus.tsx'
import { boardWords } from './words.ts'

export const AccountMenu = () => {
  const words = useWords(boardWords)
  const navigate = useNavigate()
  const { user } = useSession()
  const { signOut } = useSignOut()
  return (
    <Menu
      label={words.account}
      trigger={
        <Button
          aria-label={`${words.account} : ${user.name}`}
          className="ml-1 cursor-default rounded-full"
        >
          <Avatar name={user.name} />
        </Button>
      }
    >
      <MenuItem
        icon={UserRound}
        detail={user.email}
        onAction={() => void navigate({ to: '/account' })}
      >
        {user.name}
      </MenuItem>
      <MenuDivider />
      {/* Below this the bar gives its room to the organisation's name. */}
      {matchMedia('(max-width: 479px)').matches && <PreferenceBranches />}
      <MenuItem icon={LogOut} onAction={signOut}>
        {words.signOut}
      </MenuItem>
    </Menu>
  )
}
