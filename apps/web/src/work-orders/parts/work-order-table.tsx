import type { WorkOrderLine } from '@regie/contract/work-orders'
import { useNavigate } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { PriorityMark } from '../../catalog/index.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import type { Pages } from '../../lib/server-state.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { workOrderWords } from '../words.ts'
import { DueText } from './due-text.tsx'
import { StatusBadge } from './status-badge.tsx'

export const WorkOrderTable = ({
  pages,
  empty,
}: {
  pages: Pages<WorkOrderLine>
  empty: ReactNode
}) => {
  const words = useWords(workOrderWords)
  const navigate = useNavigate()
  return (
    <Table
      label={words.workOrders}
      pages={pages}
      columns={useColumns()}
      rowKey={({ id }) => id}
      empty={empty}
      onOpen={({ id }) => void navigate({ to: `/work-orders/${id}` })}
    />
  )
}

const useColumns = (): Column<WorkOrderLine>[] => {
  const words = useWords(workOrderWords)
  const clock = useClock()
  return [
    {
      id: 'title',
      header: words.title,
      cell: (line) => (
        <span className="flex min-w-0 items-center gap-3">
          <span className="w-5 shrink-0">
            {line.priorityId && <PriorityMark priorityId={line.priorityId} isIconOnly />}
          </span>
          <RowLink to={`/work-orders/${line.id}`} detail={`${line.siteName} · ${line.clientName}`}>
            {line.title}
          </RowLink>
        </span>
      ),
    },
    {
      id: 'reference',
      header: words.reference,
      from: 'xl',
      width: '13rem',
      cell: ({ reference }) => <span className="nums text-ink-2">{reference}</span>,
    },
    { id: 'due', header: words.when, from: 'lg', cell: (line) => <DueText workOrder={line} /> },
    {
      id: 'duration',
      header: words.duration,
      from: 'md',
      align: 'end',
      width: '6rem',
      cell: ({ durationMinutes }) =>
        durationMinutes ? clock.duration(durationMinutes) : <span className="text-ink-3">—</span>,
    },
    {
      id: 'status',
      header: words.status,
      width: '8.5rem',
      cell: (line) => (
        <span className="flex items-center justify-between gap-2">
          <StatusBadge status={line.status} />
          <Gaps line={line} />
        </span>
      ),
    },
  ]
}

const Gaps = ({ line }: { line: WorkOrderLine }) => {
  const words = useWords(workOrderWords)
  if (line.gaps.length === 0 || !['requested', 'qualified', 'planned'].includes(line.status))
    return null
  const said = line.gaps.map((gap) => words.gaps[gap]).join(', ')
  return (
    <span title={said} className="relative text-warn">
      <TriangleAlert aria-hidden className="size-4" />
      <span className="sr-only">{said}</span>
    </span>
  )
}
