import { localDate } from '@regie/contract/kernel'
import { outcomeKind } from '@regie/contract/report-content'
import { type ReportLine, reportState } from '@regie/contract/reports'
import { useNavigate } from '@tanstack/react-router'
import { FileCheck2, SearchX } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useReports } from '../api.ts'
import { OutcomeBadge, ReportStateBadge } from '../parts/state-badge.tsx'
import { reportWords } from '../words.ts'

const id = z.uuid().optional()
const filterSchema = z.object({
  search: z.string().optional(),
  state: reportState.or(z.literal('all')).optional(),
  outcome: outcomeKind.optional(),
  from: localDate.optional(),
  until: localDate.optional(),
  clientId: id,
  siteId: id,
  assetId: id,
  technicianId: id,
  workOrderId: id,
})

/** Those to validate first; any other by its filters. */
export const ReportList = () => {
  const words = useWords(reportWords)
  const navigate = useNavigate()
  const [filters, setFilters] = useAddressState(filterSchema)
  const { state = 'sealed', ...others } = filters
  const pages = useReports({ ...others, ...(state === 'all' ? {} : { state }) })
  const columns = useColumns()
  return (
    <>
      <PageHeader title={words.reports} />
      <Page>
        <Card isFlush>
          <FilterBar>
            <SearchField
              label={words.search}
              value={filters.search ?? ''}
              onChange={(search) => setFilters({ search })}
            />
            <Select
              label={words.state}
              isLabelHidden
              className="min-w-36"
              value={state}
              options={[
                { id: 'all' as const, label: words.allStates },
                ...reportState.options.map((one) => ({ id: one, label: words.states[one] })),
              ]}
              onChange={(one) => setFilters({ state: one })}
            />
            <Select
              label={words.outcome}
              isLabelHidden
              className="min-w-40"
              value={filters.outcome ?? 'all'}
              options={[
                { id: 'all' as const, label: words.allOutcomes },
                ...outcomeKind.options.map((one) => ({ id: one, label: words.outcomes[one] })),
              ]}
              onChange={(one) => setFilters({ outcome: one === 'all' ? undefined : one })}
            />
            <DateField
              label={words.from}
              isLabelHidden
              value={filters.from ?? null}
              onChange={(from) => setFilters({ from: from ?? undefined })}
            />
            <DateField
              label={words.until}
              isLabelHidden
              value={filters.until ?? null}
              onChange={(until) => setFilters({ until: until ?? undefined })}
            />
          </FilterBar>
          <Table
            label={words.reports}
            pages={pages}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: `/reports/${row.id}` })}
            empty={
              Object.values(others).some(Boolean) ? (
                <EmptyState icon={SearchX} title={words.noMatch} />
              ) : (
                <EmptyState icon={FileCheck2} title={words.none} text={words.noneText} />
              )
            }
          />
        </Card>
      </Page>
    </>
  )
}

const useColumns = (): Column<ReportLine>[] => {
  const words = useWords(reportWords)
  const clock = useClock()
  return [
    {
      id: 'reference',
      header: words.reference,
      isMain: true,
      cell: ({ id: reportId, title, reference, number }) => (
        <RowLink
          to={`/reports/${reportId}`}
          detail={`${reference}${number > 1 ? ` · v${number}` : ''}`}
        >
          {title}
        </RowLink>
      ),
    },
    {
      id: 'client',
      header: words.client,
      from: 'md',
      cell: ({ clientName, siteName }) => (
        <span className="block truncate">{`${clientName} · ${siteName}`}</span>
      ),
    },
    {
      id: 'technicians',
      header: words.technicians,
      from: 'lg',
      cell: ({ technicians }) => <span className="block truncate">{technicians.join(', ')}</span>,
    },
    {
      id: 'worked',
      header: words.worked,
      width: '8rem',
      from: 'md',
      cell: ({ workedAt }) => (workedAt ? clock.dateAt(workedAt) : '—'),
    },
    {
      id: 'outcome',
      header: words.outcome,
      width: '9rem',
      cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
    },
    {
      id: 'acceptance',
      header: words.acceptance,
      width: '9rem',
      from: 'lg',
      cell: ({ acceptance }) => (acceptance ? words.acceptances[acceptance] : '—'),
    },
    {
      id: 'flags',
      header: '!',
      width: '7rem',
      from: 'xl',
      cell: ({ flags }) => (flags ? <Badge tone="bad">{words.flags(flags)}</Badge> : ''),
    },
    {
      id: 'state',
      header: words.state,
      width: '8rem',
      from: 'sm',
      cell: ({ state }) => <ReportStateBadge state={state} />,
    },
  ]
}
