import { useSession } from '../../lib/session.tsx'

/** One line where there is room for it, on a phone as many as the bar is high. */
export const nameClass =
  'min-w-0 [overflow-wrap:anywhere] max-[479px]:line-clamp-3 max-[479px]:text-[0.6875rem] max-[479px]:leading-[1.2] min-[480px]:truncate'

export const OrganizationName = () => {
  const { organization } = useSession()
  return (
    <span dir="auto" title={organization.name} className={`${nameClass} px-2 font-medium`}>
      {organization.name}
    </span>
  )
}
