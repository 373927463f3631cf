import { useSession } from '../../lib/session.tsx'

export const OrganizationMenu = () => {
  const { organization } = useSession()
  return <span className="min-w-0 truncate px-2 font-medium">{organization.name}</span>
}
