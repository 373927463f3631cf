import type { ReportDetail as Detail } from '@regie/contract/reports'
import { Archive, Check, FileText, Mail, Printer, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import {
  useHoldReport,
  useMailReport,
  useSendBackReport,
  useValidateReport,
  useWithdrawInvitation,
} from '../api.ts'
import { officeReportWords } from '../office-words.ts'
import { reportWords } from '../words.ts'

type Asked = 'validate' | 'back' | 'mail' | 'withdraw' | 'hold' | 'letGo'

/** What the office may do with a report in its present state. */
export const ReportActions = ({ report }: { report: Detail }) => {
  const words = useWords(reportWords)
  const office = useWords(officeReportWords)
  const can = useCan()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { state } = report
  const isSealed = state === 'sealed' || state === 'validated'
  const mayValidate = can('reports.validate')
  const isKept = isSealed || state === 'superseded'
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <Button icon={Printer} onPress={() => globalThis.print()}>
        {office.print}
      </Button>
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
      {can('reports.configure') && isKept && (
        <Button icon={Archive} onPress={() => setAsked(report.heldFor ? 'letGo' : 'hold')}>
          {report.heldFor ? office.letGo : office.hold}
        </Button>
      )}
      {mayValidate && state === 'awaiting' && (
        <Button onPress={() => setAsked('withdraw')}>{words.withdraw}</Button>
      )}
      {mayValidate && isSealed && (
        <Button icon={Undo2} onPress={() => setAsked('back')}>
          {words.sendBack}
        </Button>
      )}
      {mayValidate && state === 'validated' && (
        <Button icon={Mail} onPress={() => setAsked('mail')}>
          {words.mail}
        </Button>
      )}
      {mayValidate && state === 'sealed' && (
        <Button tone="primary" icon={Check} onPress={() => setAsked('validate')}>
          {words.validate}
        </Button>
      )}
      {asked && <Question report={report} asked={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

type Props = { readonly report: Detail; readonly asked: Asked; readonly onClose: () => void }

const Question = ({ report, asked, onClose }: Props) => {
  const [text, setText] = useState(
    asked === 'validate' || asked === 'mail' ? report.clientEmail : '',
  )
  const words = useWords(reportWords)
  const [error, setError] = useState<string | undefined>(undefined)
  const deed = useDeeds(report, text.trim())[asked]
  const confirm = async () => {
    // No address to mail to is an answer; no reason and no remark are none.
    if (deed.label && asked !== 'validate' && !text.trim()) {
      setError(words.required)
      return false
    }
    try {
      await deed.run()
    } catch (refusal) {
      setError(toProblem(refusal).faults[0]?.expected)
      throw refusal
    }
    showToast({ tone: 'good', title: deed.done })
    return true
  }
  return (
    <ConfirmDialog
      title={deed.title}
      isOpen
      onClose={onClose}
      confirm={deed.confirm}
      tone={asked === 'withdraw' ? 'danger' : 'primary'}
      onConfirm={confirm}
    >
      <div className="flex flex-col gap-3">
        {deed.text && <p>{deed.text}</p>}
        {deed.label && (
          <TextField
            label={deed.label}
            value={text}
            rows={asked === 'back' || asked === 'hold' ? 3 : 1}
            error={error}
            onChange={(next) => {
              setError(undefined)
              setText(next)
            }}
          />
        )}
      </div>
    </ConfirmDialog>
  )
}

const useDeeds = ({ id: reportId, version }: Detail, text: string) => {
  const words = useWords(reportWords)
  const office = useWords(officeReportWords)
  const { actAsync: validate } = useValidateReport()
  const { actAsync: sendBack } = useSendBackReport()
  const { actAsync: mail } = useMailReport()
  const { actAsync: withdraw } = useWithdrawInvitation()
  const { actAsync: hold } = useHoldReport()
  const params = { reportId }
  return {
    validate: {
      ...{ title: words.validate, confirm: words.validate, done: words.validated },
      ...{ text: words.validateText, label: words.validateMail },
      run: () => validate({ params, body: { version, mailTo: text } }),
    },
    back: {
      ...{ title: words.sendBack, confirm: words.sendBack, done: words.sentBack },
      ...{ text: words.sendBackText, label: words.remark },
      run: () => sendBack({ params, body: { version, remark: text } }),
    },
    mail: {
      ...{ title: words.mail, confirm: words.mail, done: words.sent },
      ...{ text: '', label: words.email },
      run: () => mail({ params, body: { to: text } }),
    },
    withdraw: {
      ...{ title: words.withdraw, confirm: words.withdraw, done: words.withdraw },
      ...{ text: words.withdrawText, label: '' },
      run: () => withdraw({ params, body: { version } }),
    },
    hold: {
      ...{ title: office.holdTitle, confirm: office.hold, done: office.held },
      ...{ text: office.holdText, label: office.reason },
      run: () => hold({ params, body: { version, reason: text } }),
    },
    letGo: {
      ...{ title: office.letGo, confirm: office.letGo, done: office.letGone },
      ...{ text: office.letGoText, label: '' },
      run: () => hold({ params, body: { version, reason: '' } }),
    },
  } as const satisfies Record<Asked, unknown>
}
