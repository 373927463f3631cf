import { useNavigate } from '@tanstack/react-router'
import { Building2, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useClients } from '../api.ts'
import { ClientDrawer } from '../parts/client-drawer.tsx'
import { ClientTable } from '../parts/client-table.tsx'
import { clientWords } from '../words.ts'

const filterSchema = z.object({ search: z.string().optional(), archived: z.boolean().optional() })

export const ClientList = () => {
  const words = useWords(clientWords)
  const navigate = useNavigate()
  const mayWrite = useCan()('clients.write')
  const [{ search, archived }, setFilters] = useAddressState(filterSchema)
  const [isAdding, setAdding] = useState(false)
  const pages = useClients({ search, archived: archived ? 'true' : 'false' })
  const add = mayWrite && (
    <Button tone="primary" icon={Plus} onPress={() => setAdding(true)}>
      {words.newClient}
    </Button>
  )
  return (
    <>
      <PageHeader title={words.clients} actions={add} />
      <Page>
        <Card isFlush>
          <FilterBar>
            <SearchField
              label={words.search}
              value={search ?? ''}
              onChange={(text) => setFilters({ search: text })}
            />
            <Checkbox
              label={words.archivedOnly}
              value={archived ?? false}
              onChange={(value) => setFilters({ archived: value || undefined })}
            />
          </FilterBar>
          <ClientTable
            pages={pages}
            empty={
              search || archived ? (
                <EmptyState icon={SearchX} title={words.noMatch} text={words.noMatchText} />
              ) : (
                <EmptyState icon={Building2} title={words.noClients} text={words.noClientsText} />
              )
            }
          />
        </Card>
      </Page>
      {isAdding && (
        <ClientDrawer
          onClose={() => setAdding(false)}
          onSaved={({ id }) => void navigate({ to: `/clients/${id}` })}
        />
      )}
    </>
  )
}
