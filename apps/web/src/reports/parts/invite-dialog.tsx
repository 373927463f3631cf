import type { ReturnOf } from '@regie/contract/kernel'
import type { SignerAddress } from '@regie/contract/report-entries'
import type { previewReport } from '@regie/contract/reports'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { type ProblemError, toProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useInviteSigner } from '../api.ts'
import { officeReportWords } from '../office-words.ts'
import { reportWords } from '../words.ts'
import { isReachable, SignerFields } from './signer-fields.tsx'

type Props = {
  readonly workOrderId: string
  readonly preview: Pick<ReturnOf<typeof previewReport>, 'contact' | 'clientEmail' | 'hasSms'>
  readonly onClose: () => void
}

/** Whom the link goes to; the document is frozen as it stands. */
export const InviteDialog = ({ workOrderId, preview, onClose }: Props) => {
  const words = useWords(officeReportWords)
  const common = useWords(reportWords)
  const { contact, clientEmail, hasSms } = preview
  const { actAsync, isPending } = useInviteSigner()
  const [isTried, setTried] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [signer, setSigner] = useState<SignerAddress>({
    name: contact.name,
    channel: 'email',
    email: clientEmail,
    phone: contact.phone,
  })
  const send = async () => {
    setTried(true)
    setProblem(null)
    if (!isReachable(signer)) return
    const { name, channel } = signer
    const email = channel === 'email' ? signer.email.trim() : ''
    const phone = channel === 'sms' ? signer.phone.trim() : ''
    try {
      await actAsync({ params: { workOrderId }, body: { name, channel, email, phone } })
      showToast({ tone: 'good', title: words.sent, text: words.sentTo(email || phone) })
      onClose()
    } catch (error) {
      setProblem(toProblem(error))
    }
  }
  return (
    <Dialog
      title={words.invite}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button tone="primary" isPending={isPending} onPress={() => void send()}>
            {common.sendLink}
          </Button>
        </>
      }
    >
      <SignerFields
        signer={signer}
        hasSms={hasSms}
        isTried={isTried}
        onChange={(change) => setSigner((all) => ({ ...all, ...change }))}
      />
      {problem && (
        <div className="mt-4">
          <ProblemNote problem={problem} />
          {problem.faults.map(({ path, expected }) => (
            <p key={path} className="mt-1 text-bad">
              {expected}
            </p>
          ))}
        </div>
      )}
    </Dialog>
  )
}
