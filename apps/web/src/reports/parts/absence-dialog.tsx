import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useAttestAbsence } from '../api.ts'
import { officeReportWords } from '../office-words.ts'
import { reportWords } from '../words.ts'

/** Seals what nobody signed, with the reason. */
export const AbsenceDialog = ({
  workOrderId,
  onClose,
}: {
  workOrderId: string
  onClose: () => void
}) => {
  const words = useWords(officeReportWords)
  const { actAsync } = useAttestAbsence()
  const { required } = useWords(reportWords)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  return (
    <ConfirmDialog
      title={words.attestTitle}
      isOpen
      onClose={onClose}
      confirm={words.attest}
      tone="primary"
      onConfirm={async () => {
        setTried(true)
        if (!reason.trim()) return false
        await actAsync({ params: { workOrderId }, body: { reason: reason.trim() } })
        showToast({ tone: 'good', title: words.attested })
        return true
      }}
    >
      <p>{words.attestText}</p>
      <TextField
        label={words.reason}
        rows={3}
        value={reason}
        error={isTried && !reason.trim() ? required : undefined}
        onChange={setReason}
      />
    </ConfirmDialog>
  )
}
