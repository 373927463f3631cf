import { role as roleSchema } from '@regie/contract/roles'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useMembers } from '../api.ts'
import { InvitationList } from '../parts/invitation-list.tsx'
import { InviteDialog } from '../parts/invite-dialog.tsx'
import { MemberTable } from '../parts/member-table.tsx'
import { roles, roleWords, teamWords } from '../words.ts'

const filterSchema = z.object({
  search: z.string().optional(),
  role: roleSchema.optional(),
  disabled: z.boolean().optional(),
})

export const Team = () => {
  const words = useWords(teamWords)
  const names = useWords(roleWords).names
  const can = useCan()
  const [filters, setFilters] = useAddressState(filterSchema)
  const [isInviting, setInviting] = useState(false)
  const pages = useMembers({
    search: filters.search,
    role: filters.role,
    disabled: filters.disabled ? 'true' : 'false',
  })
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          can('identity.manage-members') && (
            <Button tone="primary" icon={UserPlus} onPress={() => setInviting(true)}>
              {words.invite}
            </Button>
          )
        }
      />
      <Page>
        {can('identity.manage-members') && <InvitationList />}
        <Card isFlush>
          <FilterBar>
            <SearchField
              label={words.search}
              value={filters.search ?? ''}
              onChange={(search) => setFilters({ search })}
            />
            <Select
              label={words.role}
              isLabelHidden
              className="w-44"
              value={filters.role ?? 'all'}
              options={[
                { id: 'all' as const, label: words.allRoles },
                ...roles.map((id) => ({ id, label: names[id] })),
              ]}
              onChange={(id) => setFilters({ role: id === 'all' ? undefined : id })}
            />
            <Switch
              label={words.onlyDisabled}
              value={filters.disabled ?? false}
              onChange={(disabled) => setFilters({ disabled: disabled || undefined })}
            />
          </FilterBar>
          <MemberTable pages={pages} />
        </Card>
      </Page>
      <InviteDialog isOpen={isInviting} onClose={() => setInviting(false)} />
    </>
  )
}
