import type { ReportLine } from '@regie/contract/reports'
import { Link, useNavigate } from '@tanstack/react-router'
import { FileCheck2, FileSignature, SearchX, Settings } from 'lucide-react'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useReports, useUnsigned } from '../api.ts'
import { officeReportWords } from '../office-words.ts'
import { ReportFilterBar, type ReportFilters, reportFilters } from '../parts/report-filters.tsx'
import { OutcomeBadge, ReportStateBadge } from '../parts/state-badge.tsx'
import { UnsignedList } from '../parts/unsigned-list.tsx'
import { reportWords } from '../words.ts'

/** Those to validate first, any other by its filters; and work that nobody has signed for. */
export const ReportList = () => {
  const words = useWords(officeReportWords)
  const [filters, setFilters] = useAddressState(reportFilters)
  const { data: unsigned } = useUnsigned()
  const { view = 'signed' } = filters
  return (
    <>
      <PageHeader
        title={words.signed}
        actions={
          <Link to="/reports/settings" className={buttonClass({})}>
            <Settings aria-hidden className="size-4" />
            {words.settings}
          </Link>
        }
      />
      <Tabs
        label={words.signed}
        value={view}
        onChange={(id) => setFilters({ view: id === 'unsigned' ? 'unsigned' : undefined })}
        tabs={[
          {
            id: 'signed',
            label: words.signed,
            icon: FileCheck2,
            content: <Signed filters={filters} onChange={setFilters} />,
          },
          {
            id: 'unsigned',
            label: words.unsigned,
            icon: FileSignature,
            ...(unsigned?.items.length ? { count: unsigned.items.length } : {}),
            content: (
              <div className="pt-4">
                <Page>
                  <UnsignedList />
                </Page>
              </div>
            ),
          },
        ]}
      />
    </>
  )
}

type Props = {
  readonly filters: ReportFilters
  readonly onChange: (changes: Partial<ReportFilters>) => void
}

const Signed = ({ filters, onChange }: Props) => {
  const words = useWords(reportWords)
  const navigate = useNavigate()
  const { state = 'sealed', view: _, ...others } = filters
  const pages = useReports({
    ...others,
    ...(state === 'all' ? {} : state === 'ending' ? { ending: 'true' } : { state }),
  })
  const columns = useColumns()
  return (
    <div className="pt-4">
      <Page>
        {state !== 'ending' && <Ending onSee={() => onChange({ state: 'ending' })} />}
        <Card isFlush>
          <ReportFilterBar filters={filters} onChange={onChange} />
          <Table
            label={words.reports}
            pages={pages}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: `/reports/${row.id}` })}
            empty={
              Object.values(others).some(Boolean) || state !== 'sealed' ? (
                <EmptyState icon={SearchX} title={words.noMatch} />
              ) : (
                <EmptyState icon={FileCheck2} title={words.none} text={words.noneText} />
              )
            }
          />
        </Card>
      </Page>
    </div>
  )
}

/** Never in silence: who opens the list is told what will be erased. */
const Ending = ({ onSee }: { onSee: () => void }) => {
  const words = useWords(officeReportWords)
  const { total } = useReports({ ending: 'true', limit: 1 })
  if (!total) return null
  return (
    <Note tone="warn">
      <span className="flex flex-wrap items-center gap-3">
        {words.endingNote(total)}
        <Button size="small" onPress={onSee}>
          {words.see}
        </Button>
      </span>
    </Note>
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
      cell: ({ clientName, siteName, clientRemarks }) => (
        <>
          <span className="block truncate">{`${clientName} · ${siteName}`}</span>
          {clientRemarks && (
            <span className="block truncate text-ink-2 text-sm">{words.said(clientRemarks)}</span>
          )}
        </>
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
      cell: ({ workedAt }) => (
        <span className="nums whitespace-nowrap">
          {workedAt ? clock.dateAt(workedAt, 'dated') : '—'}
        </span>
      ),
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
      cell: ({ acceptance, flags }) => (
        <span className="flex flex-col items-start gap-0.5 whitespace-nowrap">
          {acceptance ? words.acceptances[acceptance] : '—'}
          {flags > 0 && <Badge tone="bad">{words.flags(flags)}</Badge>}
        </span>
      ),
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
