import { useWords } from '../../lib/language.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useEmergency } from '../api.ts'
import { reliefWords } from '../words.ts'

type Props = {
  readonly workOrderId: string
  readonly onClose: () => void
  readonly onStarted: (requestId: string | undefined) => void
}

/** Calls whoever is nearest and can for the open seats of a work order. */
export const EmergencyDialog = ({ workOrderId, onClose, onStarted }: Props) => {
  const words = useWords(reliefWords)
  const { actAsync } = useEmergency()
  const start = async () => {
    const [first] = await actAsync({ body: { workOrderId } })
    showToast({ tone: 'good', title: words.emergencyStarted })
    onStarted(first?.id)
  }
  return (
    <ConfirmDialog
      title={words.emergency}
      isOpen
      onClose={onClose}
      confirm={words.emergency}
      tone="primary"
      onConfirm={start}
    >
      {words.emergencyText}
    </ConfirmDialog>
  )
}
