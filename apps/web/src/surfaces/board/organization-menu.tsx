import { ChevronsUpDown } from 'lucide-react'
import { Button } from 'react-aria-components'
import { roleWords, useSwitchOrganization } from '../../identity/index.ts'
import { useWords } from '../../lib/language.tsx'
import { useSession } from '../../lib/session.tsx'
import { Menu, MenuGroup, MenuItem } from '../../ui/menu.tsx'
import { nameClass, OrganizationName } from './organization-name.tsx'
import { boardWords } from './words.ts'

/** The organisation at work; a menu for those who belong to several. */
export const OrganizationMenu = () => {
  const words = useWords(boardWords)
  const roles = useWords(roleWords).names
  const { organization, organizations } = useSession()
  const switchTo = useSwitchOrganization()
  if (organizations.length < 2) {
    return <OrganizationName />
  }
  return (
    <Menu
      label={words.switchOrganization}
      placement="bottom start"
      trigger={
        <Button className="flex min-h-8 min-w-0 cursor-default items-center gap-1.5 rounded-control px-2 text-left font-medium hover:bg-sunken">
          <span dir="auto" title={organization.name} className={nameClass}>
            {organization.name}
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        </Button>
      }
    >
      <MenuGroup title={words.organizations}>
        {organizations.map(({ id, name, role }) => (
          <MenuItem
            key={id}
            detail={roles[role]}
            isChosen={id === organization.id}
            onAction={() => id !== organization.id && switchTo(id)}
          >
            {name}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  )
}
