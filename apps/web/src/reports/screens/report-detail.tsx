import type { ReportDetail as Detail } from '@regie/contract/reports'
import { Link } from '@tanstack/react-router'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useReport } from '../api.ts'
import { officeReportWords } from '../office-words.ts'
import { ContentView } from '../parts/content-view.tsx'
import { officePhoto } from '../parts/office-photo.tsx'
import { PlannedActual } from '../parts/planned-actual.tsx'
import { ReportActions } from '../parts/report-actions.tsx'
import { SignatureView } from '../parts/signature-view.tsx'
import { ReportStateBadge } from '../parts/state-badge.tsx'
import { TrailCard } from '../parts/trail-card.tsx'
import { reportWords } from '../words.ts'

export const ReportDetail = () => {
  const reportId = useParam('reportId')
  return <Loaded read={useReport(reportId)}>{(report) => <Shown report={report} />}</Loaded>
}

const Shown = ({ report }: { report: Detail }) => {
  const words = useWords(reportWords)
  return (
    <>
      <PageHeader
        title={report.title || report.reference}
        path={[{ label: words.reports, to: '/reports' }]}
        aside={<ReportStateBadge state={report.state} />}
        description={`${report.reference} · ${words.version} ${report.number}`}
        actions={<ReportActions report={report} />}
      />
      <Page>
        <Notes report={report} />
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
          {report.content ? (
            <Card title={words.report}>
              <ContentView content={report.content} photo={officePhoto} />
            </Card>
          ) : (
            <Unwritten report={report} />
          )}
          <div className="flex flex-col gap-4">
            {report.content && <PlannedActual content={report.content} outcome={report.outcome} />}
            {report.signature && (
              <Card title={words.signature}>
                <SignatureView signature={report.signature} />
              </Card>
            )}
            <TrailCard report={report} />
          </div>
        </div>
      </Page>
    </>
  )
}

/** An amendment that nobody has signed, or one that was erased. */
const Unwritten = ({ report }: { report: Detail }) => {
  const office = useWords(officeReportWords)
  if (report.state === 'erased') return <Note>{office.erased}</Note>
  return (
    <Card title={office.draftTitle}>
      <Link to={`/reports/work-orders/${report.workOrderId}`} className={buttonClass({})}>
        {office.open}
      </Link>
    </Card>
  )
}

const Notes = ({ report }: { report: Detail }) => {
  const words = useWords(reportWords)
  const office = useWords(officeReportWords)
  const clock = useClock()
  return (
    <>
      {report.heldFor && <Note>{office.heldFor(report.heldFor)}</Note>}
      {report.eraseOn && report.state !== 'erased' && (
        <Note tone="warn">{office.eraseOn(clock.date(report.eraseOn, 'dated'))}</Note>
      )}
      {report.content?.amends && (
        <Note title={words.amendment(report.content.amends.number)}>
          {report.content.amends.reason}
        </Note>
      )}
      {report.remark && report.state === 'draft' && (
        <Note tone="warn" title={words.sentBack}>
          {report.remark}
        </Note>
      )}
      {report.invitation && <Note>{words.awaitingText(report.invitation.to)}</Note>}
      {report.missingPhotoIds.length > 0 && (
        <Note tone="warn">{words.missingPhotos(report.missingPhotoIds.length)}</Note>
      )}
      {report.differences.length > 0 && (
        <Note tone="warn" title={words.differs}>
          {report.differences.map((part) => words.differences[part]).join(', ')}
        </Note>
      )}
    </>
  )
}
