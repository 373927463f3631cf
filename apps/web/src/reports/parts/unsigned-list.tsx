import type { UnsignedLine } from '@regie/contract/reports'
import { useNavigate } from '@tanstack/react-router'
import { FileCheck2 } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useUnsigned } from '../api.ts'
import { officeReportWords } from '../office-words.ts'
import { reportWords } from '../words.ts'

const tones = { none: 'warn', draft: 'warn', awaiting: 'info' } as const

/** Work that is done and that nobody has signed for. */
export const UnsignedList = () => {
  const words = useWords(officeReportWords)
  const navigate = useNavigate()
  const columns = useColumns()
  return (
    <Loaded read={useUnsigned()}>
      {({ items }) => (
        <Card isFlush>
          <Table
            label={words.unsigned}
            rows={items}
            columns={columns}
            rowKey={(row) => row.workOrderId}
            onOpen={(row) => void navigate({ to: `/reports/work-orders/${row.workOrderId}` })}
            empty={
              <EmptyState icon={FileCheck2} title={words.noUnsigned} text={words.noUnsignedText} />
            }
          />
        </Card>
      )}
    </Loaded>
  )
}

const useColumns = (): Column<UnsignedLine>[] => {
  const words = useWords(officeReportWords)
  const common = useWords(reportWords)
  const clock = useClock()
  return [
    {
      id: 'reference',
      header: common.reference,
      isMain: true,
      cell: ({ workOrderId, title, reference }) => (
        <RowLink to={`/reports/work-orders/${workOrderId}`} detail={reference}>
          {title}
        </RowLink>
      ),
    },
    {
      id: 'client',
      header: common.client,
      from: 'md',
      cell: ({ clientName, siteName }) => (
        <span className="block truncate">{`${clientName} · ${siteName}`}</span>
      ),
    },
    {
      id: 'technicians',
      header: common.technicians,
      from: 'lg',
      cell: ({ technicians }) => <span className="block truncate">{technicians.join(', ')}</span>,
    },
    {
      id: 'ended',
      header: words.ended,
      width: '9rem',
      from: 'sm',
      cell: ({ endedAt }) => (
        <span className="nums whitespace-nowrap">
          {endedAt ? clock.dateAt(endedAt, 'dated') : '—'}
        </span>
      ),
    },
    {
      id: 'state',
      header: common.state,
      width: '10rem',
      cell: ({ state }) => <Badge tone={tones[state]}>{words.paperStates[state]}</Badge>,
    },
  ]
}
