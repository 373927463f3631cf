import { Building2, ShieldCheck } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useWords } from '../../lib/language.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useOrganization } from '../api.ts'
import { OrganizationForm } from '../parts/organization-form.tsx'
import { PermissionTable } from '../parts/permission-table.tsx'
import { settingsWords } from '../settings-words.ts'

const viewSchema = z.object({ view: z.enum(['organization', 'permissions']).optional() })

export const Settings = () => {
  const words = useWords(settingsWords)
  const [{ view = 'organization' }, setView] = useAddressState(viewSchema)
  return (
    <>
      <PageHeader title={words.title} />
      <Tabs
        label={words.title}
        value={view}
        onChange={(id) =>
          setView({ view: id === 'organization' ? undefined : (id as 'permissions') })
        }
        tabs={[
          {
            id: 'organization',
            label: words.organization,
            icon: Building2,
            content: <OrganizationSettings />,
          },
          {
            id: 'permissions',
            label: words.permissions,
            icon: ShieldCheck,
            content: <PermissionTable />,
          },
        ]}
      />
    </>
  )
}

const OrganizationSettings = () => {
  const { data, error, refetch } = useOrganization()
  if (data) return <OrganizationForm key={data.version} organization={data} />
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />
  return (
    <div className="flex max-w-3xl flex-col gap-4 p-6">
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-28 w-full" />
    </div>
  )
}
