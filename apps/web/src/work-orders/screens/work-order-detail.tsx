import type { WorkOrder } from '@regie/contract/work-orders'
import { Link } from '@tanstack/react-router'
import { FileCheck2, MessageCircleReply, Pencil, Radio, Siren } from 'lucide-react'
import { EquipmentCard } from '../../equipment/index.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useWorkOrder } from '../api.ts'
import { FilesCard } from '../parts/files-card.tsx'
import { MoveActions } from '../parts/move-actions.tsx'
import { SeriesOfWork } from '../parts/series-of-work.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { DetailsCard, PeopleCard, ProductsCard, WhenCard } from '../parts/work-order-cards.tsx'
import { workOrderWords } from '../words.ts'

export const WorkOrderDetail = () => {
  const workOrderId = useParam('workOrderId')
  return (
    <Loaded read={useWorkOrder(workOrderId)}>
      {(workOrder) => <Sheet workOrder={workOrder} />}
    </Loaded>
  )
}

const settled = ['closed', 'cancelled']
const worked = ['in_progress', 'done', 'validated', 'closed']
/** Something may have come from the field. */
const fielded = ['planned', ...worked, 'cancelled']
const unplanned = ['requested', 'qualified']
const plannable = ['requested', 'qualified', 'planned']

const Sheet = ({ workOrder }: { workOrder: WorkOrder }) => {
  const words = useWords(workOrderWords)
  const can = useCan()
  const mayWrite = can('work-orders.write')
  const mayReadReports = can('reports.read')
  const { id, status, gaps } = workOrder
  return (
    <>
      <PageHeader
        title={workOrder.title}
        path={[{ label: words.workOrders, to: '/work-orders' }]}
        aside={<StatusBadge status={status} />}
        description={`${workOrder.reference} · ${words.number(workOrder.number)}`}
        actions={
          <>
            {plannable.includes(status) && can('relief.write') && (
              <Link to={`/relief?emergency=${id}`} className={buttonClass({})}>
                <Siren aria-hidden className="size-4" />
                {words.emergency}
              </Link>
            )}
            <MoveActions workOrder={workOrder} />
            {can('fieldwork.read') && fielded.includes(status) && (
              <Link to={`/field-work/${id}`} className={buttonClass({})}>
                <Radio aria-hidden className="size-4" />
                {words.field}
              </Link>
            )}
            {mayReadReports && worked.includes(status) && (
              <Link to={`/reports/work-orders/${id}`} className={buttonClass({})}>
                <FileCheck2 aria-hidden className="size-4" />
                {words.report}
              </Link>
            )}
            {can('portal.read') && (
              <Link to={`/clients-word/visits/${id}`} className={buttonClass({})}>
                <MessageCircleReply aria-hidden className="size-4" />
                {words.clientWord}
              </Link>
            )}
            {mayWrite && !settled.includes(status) && (
              <Link to={`/work-orders/${id}/edit`} className={buttonClass({})}>
                <Pencil aria-hidden className="size-4" />
                {words.edit}
              </Link>
            )}
          </>
        }
      />
      <Page>
        {status === 'cancelled' && workOrder.cancelReason && (
          <Note title={words.cancelReason}>{workOrder.cancelReason}</Note>
        )}
        {gaps.length > 0 && plannable.includes(status) && (
          <Note tone="warn" title={words.gapsTitle}>
            <ul className="list-disc pl-5">
              {gaps.map((gap) => (
                <li key={gap}>{words.gaps[gap]}</li>
              ))}
            </ul>
          </Note>
        )}
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <DetailsCard workOrder={workOrder} />
          <div className="flex min-w-0 flex-col gap-4">
            <SeriesOfWork workOrderId={id} />
            <WhenCard workOrder={workOrder} />
            <PeopleCard workOrder={workOrder} />
            <ProductsCard workOrder={workOrder} />
            {can('equipment.read') && (
              <EquipmentCard workOrderId={id} isPlanned={!unplanned.includes(status)} />
            )}
            <FilesCard workOrderId={id} />
          </div>
        </div>
      </Page>
    </>
  )
}
