import { Link } from '@tanstack/react-router'
import { ClipboardList, Plus, SearchX } from 'lucide-react'
import { useAddressState } from '../../lib/address-state.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useWorkOrders } from '../api.ts'
import { filterSchema } from '../filters.ts'
import { StatusTabs } from '../parts/status-tabs.tsx'
import { WorkOrderFilterBar } from '../parts/work-order-filters.tsx'
import { WorkOrderTable } from '../parts/work-order-table.tsx'
import { workOrderWords } from '../words.ts'

export const WorkOrderList = () => {
  const words = useWords(workOrderWords)
  const mayWrite = useCan()('work-orders.write')
  const [filters, setFilters] = useAddressState(filterSchema)
  const { gaps, ...rest } = filters
  const pages = useWorkOrders({ ...rest, gaps: gaps ? 'some' : undefined })
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <>
      <PageHeader
        title={words.workOrders}
        actions={
          mayWrite && (
            <Link to="/work-orders/new" className={buttonClass({ tone: 'primary' })}>
              <Plus aria-hidden className="size-4" />
              {words.newWorkOrder}
            </Link>
          )
        }
      />
      <Page>
        <Card isFlush>
          <StatusTabs value={filters.status} onChange={(status) => setFilters({ status })} />
          <WorkOrderFilterBar filters={filters} onChange={setFilters} />
          <WorkOrderTable
            pages={pages}
            empty={
              isFiltered ? (
                <EmptyState icon={SearchX} title={words.noMatch} text={words.noMatchText} />
              ) : (
                <EmptyState icon={ClipboardList} title={words.none} text={words.noneText} />
              )
            }
          />
        </Card>
      </Page>
    </>
  )
}
