import { type Contract, contractState } from '@regie/contract/contracts'
import { useNavigate } from '@tanstack/react-router'
import { FileSignature, Plus, SearchX, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ContractDrawer } from '../parts/contract-drawer.tsx'
import { ContractState } from '../parts/contract-state.tsx'
import { SeriesSettingsDialog } from '../parts/series-settings-dialog.tsx'
import { useContracts } from '../series-api.ts'
import { seriesWords } from '../series-words.ts'

const filterSchema = z.object({
  search: z.string().optional(),
  state: contractState.optional(),
  toRenew: z.boolean().optional(),
})

export const ContractList = () => {
  const words = useWords(seriesWords)
  const navigate = useNavigate()
  const mayWrite = useCan()('work-orders.write')
  const [{ search, state, toRenew }, setFilters] = useAddressState(filterSchema)
  const [opened, setOpened] = useState<'new' | 'settings' | null>(null)
  const pages = useContracts({ search, state, toRenew: toRenew ? 'true' : 'false' })
  const open = ({ id }: { id: string }) => void navigate({ to: `/contracts/${id}` })
  return (
    <>
      <PageHeader
        title={words.contracts}
        actions={
          mayWrite && (
            <>
              <IconButton
                icon={Settings2}
                label={words.settings}
                onPress={() => setOpened('settings')}
              />
              <Button tone="primary" icon={Plus} onPress={() => setOpened('new')}>
                {words.newContract}
              </Button>
            </>
          )
        }
      />
      <Page>
        <Card isFlush>
          <FilterBar>
            <SearchField
              label={words.searchContracts}
              value={search ?? ''}
              onChange={(text) => setFilters({ search: text })}
            />
            <Select
              label={words.state}
              isLabelHidden
              value={state ?? ''}
              options={[
                { id: '', label: words.allStates },
                ...contractState.options.map((id) => ({ id, label: words.states[id] })),
              ]}
              onChange={(id) => setFilters({ state: (id || undefined) as typeof state })}
            />
            <Checkbox
              label={words.toRenew}
              value={toRenew ?? false}
              onChange={(value) => setFilters({ toRenew: value || undefined })}
            />
          </FilterBar>
          <Table
            label={words.contracts}
            pages={pages}
            columns={useColumns()}
            rowKey={({ id }) => id}
            onOpen={open}
            empty={
              search || state || toRenew ? (
                <EmptyState icon={SearchX} title={words.noMatch} text={words.noMatchText} />
              ) : (
                <EmptyState
                  icon={FileSignature}
                  title={words.noContracts}
                  text={words.noContractsText}
                />
              )
            }
          />
        </Card>
      </Page>
      {opened === 'new' && <ContractDrawer onClose={() => setOpened(null)} onSaved={open} />}
      {opened === 'settings' && <SeriesSettingsDialog onClose={() => setOpened(null)} />}
    </>
  )
}

const useColumns = (): Column<Contract>[] => {
  const words = useWords(seriesWords)
  const clock = useClock()
  const date = (value: string | null) => (value ? clock.date(value, 'short') : '—')
  return [
    {
      id: 'name',
      header: words.name,
      cell: ({ id, name, reference, clientName }) => (
        <RowLink to={`/contracts/${id}`} detail={`${reference} · ${clientName}`}>
          {name}
        </RowLink>
      ),
    },
    {
      id: 'state',
      header: words.state,
      width: '14rem',
      from: 'sm',
      cell: (contract) => <ContractState {...contract} />,
    },
    {
      id: 'dates',
      header: words.dates,
      from: 'lg',
      width: '14rem',
      cell: ({ startsOn, endsOn }) => (
        <span className="nums text-ink-2">
          {date(startsOn)} – {endsOn ? date(endsOn) : '…'}
        </span>
      ),
    },
    {
      id: 'renewsOn',
      header: words.renewsOn,
      from: 'md',
      width: '9rem',
      cell: ({ renewsOn }) => <span className="nums text-ink-2">{date(renewsOn)}</span>,
    },
    {
      id: 'nextVisitOn',
      header: words.nextVisit,
      width: '9rem',
      align: 'end',
      cell: ({ nextVisitOn }) => (nextVisitOn ? clock.date(nextVisitOn) : '—'),
    },
  ]
}
