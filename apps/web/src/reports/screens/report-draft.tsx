import type { ReturnOf } from '@regie/contract/kernel'
import type { previewReport } from '@regie/contract/reports'
import { Link, Navigate } from '@tanstack/react-router'
import { Send, UserX } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { usePreview } from '../api.ts'
import { officeReportWords } from '../office-words.ts'
import { AbsenceDialog } from '../parts/absence-dialog.tsx'
import { ContentView } from '../parts/content-view.tsx'
import { InviteDialog } from '../parts/invite-dialog.tsx'
import { officePhoto } from '../parts/office-photo.tsx'
import { PlannedActual } from '../parts/planned-actual.tsx'
import { reportWords } from '../words.ts'

type Preview = ReturnOf<typeof previewReport>

/** A paper nobody has signed: what it would say, and two ways on. Once it is sealed, the report itself. */
export const ReportDraft = () => {
  const workOrderId = useParam('workOrderId')
  return (
    <Loaded read={usePreview(workOrderId)}>
      {(preview) =>
        preview.report &&
        preview.report.state !== 'draft' &&
        preview.report.state !== 'awaiting' ? (
          <Navigate to={`/reports/${preview.report.id}`} replace />
        ) : (
          <Sheet workOrderId={workOrderId} preview={preview} />
        )
      }
    </Loaded>
  )
}

const Sheet = ({ workOrderId, preview }: { workOrderId: string; preview: Preview }) => {
  const words = useWords(officeReportWords)
  const common = useWords(reportWords)
  const mayAct = useCan()('reports.validate')
  const [asked, setAsked] = useState<'invite' | 'absence' | null>(null)
  const { content, lacks, report } = preview
  const isAwaiting = report?.state === 'awaiting'
  const close = () => setAsked(null)
  return (
    <>
      <PageHeader
        title={content.workOrder.title}
        path={[{ label: words.signed, to: '/reports?view=unsigned' }]}
        description={`${content.workOrder.reference} · ${content.client.name} · ${preview.siteName}`}
        actions={
          <>
            <Link to={`/work-orders/${workOrderId}`} className={buttonClass({})}>
              {words.workOrder}
            </Link>
            {mayAct && (
              <Button
                icon={UserX}
                isDisabled={lacks.length > 0}
                onPress={() => setAsked('absence')}
              >
                {words.attest}
              </Button>
            )}
            {mayAct && (
              <Button
                tone="primary"
                icon={Send}
                isDisabled={lacks.length > 0}
                onPress={() => setAsked('invite')}
              >
                {isAwaiting ? words.inviteAgain : words.invite}
              </Button>
            )}
          </>
        }
      />
      <Page>
        {isAwaiting && <Note>{common.awaitingPhone}</Note>}
        {lacks.length > 0 && (
          <Note tone="warn" title={words.notReady}>
            <ul className="list-disc pl-5">
              {lacks.map((lack, index) => (
                <li key={`${lack}${index.toString()}`}>{words.lacks[lack]}</li>
              ))}
            </ul>
          </Note>
        )}
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <Card title={words.draftTitle} description={words.draftText}>
            <ContentView content={content} photo={officePhoto} />
          </Card>
          <PlannedActual content={content} />
        </div>
      </Page>
      {asked === 'invite' && (
        <InviteDialog workOrderId={workOrderId} preview={preview} onClose={close} />
      )}
      {asked === 'absence' && <AbsenceDialog workOrderId={workOrderId} onClose={close} />}
    </>
  )
}
