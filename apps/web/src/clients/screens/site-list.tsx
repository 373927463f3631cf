import { useNavigate } from '@tanstack/react-router'
import { MapPin, Plus, SearchX } from 'lucide-react'
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
import { Select } from '../../ui/select.tsx'
import { useSites } from '../api.ts'
import { ClientField } from '../parts/client-field.tsx'
import { SiteDrawer } from '../parts/site-drawer.tsx'
import { SiteTable } from '../parts/site-table.tsx'
import { clientWords } from '../words.ts'

const filterSchema = z.object({
  search: z.string().optional(),
  clientId: z.string().optional(),
  position: z.enum(['known', 'missing']).optional(),
  archived: z.boolean().optional(),
})

export const SiteList = () => {
  const words = useWords(clientWords)
  const navigate = useNavigate()
  const mayWrite = useCan()('clients.write')
  const [filters, setFilters] = useAddressState(filterSchema)
  const [isAdding, setAdding] = useState(false)
  const { search, clientId, position, archived } = filters
  const pages = useSites({ search, clientId, position, archived: archived ? 'true' : 'false' })
  const isFiltered = Object.values(filters).some(Boolean)
  const add = mayWrite && (
    <Button tone="primary" icon={Plus} onPress={() => setAdding(true)}>
      {words.newSite}
    </Button>
  )
  return (
    <>
      <PageHeader title={words.sites} actions={add} />
      <Page>
        <Card isFlush>
          <FilterBar>
            <SearchField
              label={words.searchSites}
              value={search ?? ''}
              onChange={(text) => setFilters({ search: text })}
            />
            <ClientField
              label={words.client}
              isLabelHidden
              isOptional
              className="min-w-36 flex-1 sm:max-w-56"
              value={clientId ?? null}
              onChange={(id) => setFilters({ clientId: id ?? undefined })}
            />
            <Select
              label={words.position}
              isLabelHidden
              className="min-w-36 flex-1 sm:max-w-44"
              value={position ?? 'all'}
              options={[
                { id: 'all' as const, label: words.allSites },
                { id: 'known' as const, label: words.withPosition },
                { id: 'missing' as const, label: words.noPosition },
              ]}
              onChange={(id) => setFilters({ position: id === 'all' ? undefined : id })}
            />
            <Checkbox
              label={words.archivedOnly}
              value={archived ?? false}
              onChange={(value) => setFilters({ archived: value || undefined })}
            />
          </FilterBar>
          <SiteTable
            pages={pages}
            empty={
              isFiltered ? (
                <EmptyState icon={SearchX} title={words.noMatch} text={words.noMatchText} />
              ) : (
                <EmptyState icon={MapPin} title={words.noSites} text={words.noSitesText} />
              )
            }
          />
        </Card>
      </Page>
      {isAdding && (
        <SiteDrawer
          onClose={() => setAdding(false)}
          onSaved={({ id }) => void navigate({ to: `/sites/${id}` })}
        />
      )}
    </>
  )
}
