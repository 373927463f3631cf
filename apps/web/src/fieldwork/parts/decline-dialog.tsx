import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { useTell } from '../offline/use-tell.ts'
import { fieldworkWords } from '../words.ts'

/** Asks for the reason: the planner looks for somebody else with it. */
export const DeclineDialog = ({ stop, onClose }: { stop: PhoneStop; onClose: () => void }) => {
  const words = useWords(fieldworkWords)
  const tell = useTell(stop)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const send = async () => {
    if (!reason.trim()) return setMissing(true)
    if (await tell({ kind: 'decline', reason })) onClose()
  }
  return (
    <Dialog
      title={words.declineTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button tone="danger" onPress={() => void send()}>
            {words.decline}
          </Button>
        </>
      }
    >
      <TextField
        label={words.declineWhy}
        description={words.declineHint}
        value={reason}
        onChange={(text) => {
          setReason(text)
          setMissing(false)
        }}
        error={isMissing ? words.required : undefined}
        rows={3}
        maxLength={500}
        autoFocus
      />
    </Dialog>
  )
}
