import { Link } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useFieldLog } from '../api.ts'
import { officeWords } from '../office-words.ts'
import { SeatLog } from '../parts/seat-log.tsx'

/** What technicians told of one work order, as it comes in; the office notes and puts times right there. */
export const FieldLog = () => {
  const words = useWords(officeWords)
  const workOrderId = useParam('workOrderId')
  return (
    <Loaded read={useFieldLog(workOrderId)}>
      {({ reference, title, siteName, items }) => (
        <>
          <PageHeader
            title={words.log}
            path={[{ label: title, to: `/work-orders/${workOrderId}` }]}
            description={[reference, siteName].filter(Boolean).join(' · ')}
            actions={
              <Link to={'/field-work' as never} className={buttonClass({})}>
                <Inbox aria-hidden className="size-4" />
                {words.toDecide}
              </Link>
            }
          />
          <Page>
            {items.length === 0 && (
              <EmptyState icon={Inbox} title={words.logNone} text={words.logNoneText} />
            )}
            {items.map((seat) => (
              <SeatLog key={seat.assignmentId} seat={seat} />
            ))}
          </Page>
        </>
      )}
    </Loaded>
  )
}
