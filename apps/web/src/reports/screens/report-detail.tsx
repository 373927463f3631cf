import type { ReportDetail as Detail } from '@regie/contract/reports'
import { Link } from '@tanstack/react-router'
import { Check, FileText, Mail, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import {
  useMailReport,
  useReport,
  useSendBackReport,
  useValidateReport,
  useWithdrawInvitation,
} from '../api.ts'
import { ContentView, hours } from '../parts/content-view.tsx'
import { SignatureView } from '../parts/signature-view.tsx'
import { OutcomeBadge, ReportStateBadge } from '../parts/state-badge.tsx'
import { reportWords } from '../words.ts'

export const ReportDetail = () => {
  const reportId = useParam('reportId')
  return <Loaded read={useReport(reportId)}>{(report) => <Shown report={report} />}</Loaded>
}

const photoUrl = (photoId: string) => `/api/field/photos/${photoId}`

const Shown = ({ report }: { report: Detail }) => {
  const words = useWords(reportWords)
  return (
    <>
      <PageHeader
        title={report.title}
        path={[{ label: words.reports, to: '/reports' }]}
        aside={<ReportStateBadge state={report.state} />}
        description={`${report.reference} · ${words.version} ${report.number}`}
        actions={<Actions report={report} />}
      />
      <Page>
        <Notes report={report} />
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <Card title={words.report}>
            {report.content && <ContentView content={report.content} photoUrl={photoUrl} />}
          </Card>
          <div className="flex flex-col gap-4">
            <PlannedActual report={report} />
            {report.signature && (
              <Card title={words.signature}>
                <SignatureView signature={report.signature} />
              </Card>
            )}
            <Trail report={report} />
          </div>
        </div>
      </Page>
    </>
  )
}

const Notes = ({ report }: { report: Detail }) => {
  const words = useWords(reportWords)
  return (
    <>
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

const PlannedActual = ({ report: { content, outcome } }: { report: Detail }) => {
  const words = useWords(reportWords)
  const clock = useClock()
  if (!content) return null
  const stretches = content.technicians.flatMap((one) => one.stretches)
  const from = stretches.map((one) => one.from).sort()[0]
  const until = stretches
    .map((one) => one.until)
    .sort()
    .at(-1)
  const { planned } = content
  const seconds = content.technicians.reduce((sum, { workSeconds }) => sum + workSeconds, 0)
  const plannedSeconds = planned
    ? ((Date.parse(planned.until) - Date.parse(planned.from)) / 1000) *
      Math.max(1, content.technicians.length)
    : null
  const at = (instant: string | undefined) =>
    instant ? `${clock.dateAt(instant)} ${clock.time(instant)}` : '—'
  const rows = [
    [words.start, at(planned?.from), at(from)],
    [words.end, at(planned?.until), at(until)],
    [words.duration, plannedSeconds === null ? '—' : hours(plannedSeconds), hours(seconds)],
  ]
  return (
    <Card title={words.plannedActual}>
      <div className="mb-2">
        <OutcomeBadge outcome={outcome} />
      </div>
      <table className="nums w-full text-sm">
        <thead>
          <tr className="text-left text-ink-2">
            <th />
            <th className="font-medium">{words.planned}</th>
            <th className="font-medium">{words.actual}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, before, after]) => (
            <tr key={label} className="border-line border-t">
              <th className="py-1.5 text-left font-normal text-ink-2">{label}</th>
              <td>{before}</td>
              <td className="font-medium">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

const Trail = ({ report }: { report: Detail }) => {
  const words = useWords(reportWords)
  const clock = useClock()
  return (
    <Card title={words.trail}>
      <KeyValues
        items={report.trail.map(({ at, what, by, sequence }) => ({
          label: `${sequence}. ${clock.dateAt(at)} ${clock.time(at)}`,
          value: `${what} · ${by}`,
        }))}
      />
      {report.contentHash && (
        <code className="mt-3 block break-all text-ink-3 text-xs">{report.contentHash}</code>
      )}
      {report.versions.length > 1 && (
        <ul className="mt-3 flex flex-wrap gap-2">
          {report.versions.map(({ id, number }) => (
            <li key={id}>
              <Link
                to={`/reports/${id}`}
                className={buttonClass({ size: 'small' })}
                aria-current={id === report.id ? 'page' : undefined}
              >
                {words.version} {number}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

type Asked = 'validate' | 'back' | 'mail' | 'withdraw' | null

const Actions = ({ report }: { report: Detail }) => {
  const words = useWords(reportWords)
  const mayValidate = useCan()('reports.validate')
  const [asked, setAsked] = useState<Asked>(null)
  const isSealed = report.state === 'sealed' || report.state === 'validated'
  return (
    <>
      {report.signature && (
        <a
          href={`/api/reports/${report.id}/pdf`}
          target="_blank"
          rel="noreferrer"
          className={buttonClass({})}
        >
          <FileText aria-hidden className="size-4" />
          {words.pdf}
        </a>
      )}
      {mayValidate && report.state === 'awaiting' && (
        <Button onPress={() => setAsked('withdraw')}>{words.withdraw}</Button>
      )}
      {mayValidate && isSealed && (
        <Button icon={Undo2} onPress={() => setAsked('back')}>
          {words.sendBack}
        </Button>
      )}
      {mayValidate && report.state === 'validated' && (
        <Button icon={Mail} onPress={() => setAsked('mail')}>
          {words.mail}
        </Button>
      )}
      {mayValidate && report.state === 'sealed' && (
        <Button tone="primary" icon={Check} onPress={() => setAsked('validate')}>
          {words.validate}
        </Button>
      )}
      {asked && <Question report={report} asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

const Question = ({
  report,
  asked,
  onClose,
}: {
  report: Detail
  asked: Exclude<Asked, null>
  onClose: () => void
}) => {
  const words = useWords(reportWords)
  const [text, setText] = useState(asked === 'back' ? '' : report.clientEmail)
  const { actAsync: validate } = useValidateReport()
  const { actAsync: sendBack } = useSendBackReport()
  const { actAsync: mail } = useMailReport()
  const { actAsync: withdraw } = useWithdrawInvitation()
  const params = { reportId: report.id }
  const { version } = report
  const deeds = {
    validate: {
      title: words.validate,
      text: words.validateText,
      label: words.validateMail,
      done: words.validated,
      run: () => validate({ params, body: { version, mailTo: text.trim() } }),
    },
    back: {
      title: words.sendBack,
      text: words.sendBackText,
      label: words.remark,
      done: words.sentBack,
      run: () => sendBack({ params, body: { version, remark: text.trim() } }),
    },
    mail: {
      title: words.mail,
      text: '',
      label: words.email,
      done: words.sent,
      run: () => mail({ params, body: { to: text.trim() } }),
    },
    withdraw: {
      title: words.withdraw,
      text: words.withdrawText,
      label: '',
      done: words.withdraw,
      run: () => withdraw({ params, body: { version } }),
    },
  }
  const deed = deeds[asked]
  return (
    <ConfirmDialog
      title={deed.title}
      isOpen
      onClose={onClose}
      confirm={deed.title}
      tone={asked === 'withdraw' ? 'danger' : 'primary'}
      onConfirm={async () => {
        await deed.run()
        showToast({ tone: 'good', title: deed.done })
      }}
    >
      <div className="flex flex-col gap-3">
        {deed.text && <p>{deed.text}</p>}
        {deed.label && (
          <TextField
            label={deed.label}
            value={text}
            rows={asked === 'back' ? 3 : 1}
            onChange={setText}
          />
        )}
      </div>
    </ConfirmDialog>
  )
}
