import { useNavigate } from '@tanstack/react-router'
import { Siren } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useEmergency } from '../api.ts'
import { reliefWords } from '../words.ts'

/** Calls whoever is nearest and can for the open seats of a work order. */
export const EmergencyButton = ({ workOrderId }: { readonly workOrderId: string }) => {
  const words = useWords(reliefWords)
  const navigate = useNavigate()
  const can = useCan()
  const [isAsking, setAsking] = useState(false)
  const { actAsync } = useEmergency()
  if (!can('relief.write')) return null
  const start = async () => {
    const [first] = await actAsync({ body: { workOrderId } })
    showToast({ tone: 'good', title: words.emergencyStarted })
    if (first) void navigate({ to: `/relief?request=${first.id}` })
  }
  return (
    <>
      <Button icon={Siren} onPress={() => setAsking(true)}>
        {words.emergency}
      </Button>
      <ConfirmDialog
        title={words.emergency}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirm={words.emergency}
        tone="primary"
        onConfirm={start}
      >
        {words.emergencyText}
      </ConfirmDialog>
    </>
  )
}
